package io.shopbooks.pretend.quickbooks;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The books of the pretend companies as pages for people. */
final class Pages {

  private static final int MOST_ROWS = 500;

  private final String mount;
  private final Collection<PretendCompany> companies;

  Pages(String mount, Collection<PretendCompany> companies) {
    this.mount = mount;
    this.companies = companies;
  }

  /**
   * Addresses: "/", "/books/{realm}", and below it /document/{id}, /balance, /items, /customers.
   */
  Answer answer(Call call) {
    if (call.path().isEmpty() || call.path().equals("/")) {
      return Answer.html(200, Html.page("Companies", companies()));
    }
    var path = List.of(call.path().split("/"));
    var company =
        path.size() > 2 && path.get(1).equals("books")
            ? company(path.get(2))
            : Optional.<PretendCompany>empty();
    return company
        .flatMap(found -> page(found, path.subList(3, path.size())))
        .map(page -> Answer.html(200, page))
        .orElseGet(() -> Answer.html(404, Html.page("Not found", "<p>There is no such page.</p>")));
  }

  private Optional<PretendCompany> company(String realm) {
    return companies.stream().filter(company -> company.realm().equals(realm)).findFirst();
  }

  private Optional<String> page(PretendCompany company, List<String> path) {
    return switch (path.isEmpty() ? "" : path.get(0)) {
      case "" -> Optional.of(Html.page(company.name(), navigation(company) + documents(company)));
      case "balance" ->
          Optional.of(Html.page("Trial balance", navigation(company) + balance(company)));
      case "items" -> Optional.of(Html.page("Items", navigation(company) + items(company)));
      case "customers" ->
          Optional.of(Html.page("Customers", navigation(company) + customers(company)));
      case "document" ->
          path.size() < 2
              ? Optional.empty()
              : company.document(path.get(1)).map(d -> document(company, d));
      default -> Optional.empty();
    };
  }

  private String companies() {
    var rows = new ArrayList<List<String>>();
    for (var company : companies) {
      var address = mount + "/books/" + company.realm();
      rows.add(
          List.of(
              Html.link(address, company.name()),
              Html.escape(company.realm()),
              company.region().country(),
              String.valueOf(company.documents().size())));
    }
    return Html.table(List.of("Company", "Realm", "Country", "Documents>"), rows);
  }

  private String navigation(PretendCompany company) {
    var root = mount + "/books/" + company.realm();
    return "<nav>"
        + Html.link(mount + "/", "Companies")
        + Html.link(root, "Documents")
        + Html.link(root + "/balance", "Trial balance")
        + Html.link(root + "/items", "Items")
        + Html.link(root + "/customers", "Customers")
        + "</nav>";
  }

  private String documents(PretendCompany company) {
    var all = new ArrayList<>(company.documents());
    Collections.reverse(all);
    var shown = all.subList(0, Math.min(MOST_ROWS, all.size()));
    var rows = shown.stream().map(document -> row(company, document)).toList();
    var headings = List.of("Date", "Type", "Number", "Customer", "Total>", "Tax>", "Memo");
    var note =
        shown.size() < all.size()
            ? "<p>The newest " + MOST_ROWS + " of " + all.size() + ".</p>"
            : "";
    return note + Html.table(headings, rows) + deleted(company);
  }

  private List<String> row(PretendCompany company, PretendDocument document) {
    var address = mount + "/books/" + company.realm() + "/document/" + document.id();
    var number = document.number().isEmpty() ? "#" + document.id() : document.number();
    return List.of(
        document.date().toString(),
        document.type(),
        Html.link(address, number),
        Html.escape(document.customer()),
        money(document.total()) + " " + document.currency(),
        money(document.tax()),
        Html.escape(document.memo()));
  }

  private static String deleted(PretendCompany company) {
    var gone = company.deleted();
    if (gone.isEmpty()) {
      return "";
    }
    var rows =
        gone.stream()
            .map(
                d ->
                    List.of(
                        d.date().toString(),
                        d.type(),
                        "<span class=\"gone\">"
                            + Html.escape(d.number().isEmpty() ? "#" + d.id() : d.number())
                            + "</span>",
                        money(d.total()),
                        Html.escape(d.memo())))
            .toList();
    return "<h2>Deleted</h2>"
        + Html.table(List.of("Date", "Type", "Number", "Total>", "Memo"), rows);
  }

  private String document(PretendCompany company, PretendDocument document) {
    return new DocumentPage(company, document).html(navigation(company));
  }

  private static String balance(PretendCompany company) {
    var rows = new ArrayList<List<String>>();
    var debits = BigDecimal.ZERO;
    for (var entry : company.trialBalance().entrySet()) {
      var amount = entry.getValue();
      if (amount.signum() != 0) {
        var debit = amount.max(BigDecimal.ZERO);
        debits = debits.add(debit);
        rows.add(
            List.of(
                Html.escape(entry.getKey()),
                amount.signum() > 0 ? money(amount) : "",
                amount.signum() < 0 ? money(amount.negate()) : ""));
      }
    }
    rows.add(List.of("<strong>Total</strong>", money(debits), money(debits)));
    return Html.table(List.of("Account", "Debit>", "Credit>"), rows);
  }

  private static String items(PretendCompany company) {
    return ListPage.items(company.inside());
  }

  private static String customers(PretendCompany company) {
    return ListPage.customers(company.inside());
  }

  static String money(BigDecimal amount) {
    return amount.scale() < 2 ? amount.setScale(2).toPlainString() : amount.toPlainString();
  }
}
