package io.shopbooks.pretend.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** One document: what it says, its lines, its tax, and what it does to the accounts. */
final class DocumentPage {

  private final PretendCompany company;
  private final PretendDocument document;
  private final JsonNode json;

  DocumentPage(PretendCompany company, PretendDocument document) {
    this.company = company;
    this.document = document;
    synchronized (company.inside()) {
      this.json = company.inside().records().transaction(document.id()).orElseThrow().json();
    }
  }

  String html(String navigation) {
    var title =
        document.type()
            + " "
            + (document.number().isEmpty() ? "#" + document.id() : document.number());
    var body = navigation + facts() + "<h2>Lines</h2>" + lines() + taxes();
    body += "<h2>Accounts</h2>" + effects();
    body +=
        "<details><summary>JSON</summary><pre>" + Html.escape(document.json()) + "</pre></details>";
    return Html.page(title, body);
  }

  private String facts() {
    return "<p>%s · %s · <strong>%s %s</strong>%s<br>%s</p>"
        .formatted(
            document.date(),
            Html.escape(document.customer()),
            Pages.money(document.total()),
            document.currency(),
            document.balance().signum() == 0 ? "" : " · open " + Pages.money(document.balance()),
            Html.escape(document.memo()));
  }

  private String lines() {
    var rows = new ArrayList<List<String>>();
    for (var line : json.path("Line")) {
      var type = Json.text(line, "DetailType");
      var detail = line.path(type);
      rows.add(
          List.of(
              Html.escape(what(line, type, detail)),
              line.has("Amount") ? Pages.money(Json.number(line, "Amount")) : "",
              Json.text(detail, "Qty"),
              Json.text(detail, "UnitPrice"),
              Html.escape(Json.text(detail, "TaxCodeRef.name")),
              Html.escape(Json.text(line, "Description"))));
    }
    var headings = List.of("Item", "Amount>", "Quantity>", "Price>", "Tax", "Description");
    return Html.table(headings, rows);
  }

  private static String what(JsonNode line, String type, JsonNode detail) {
    for (var reference : List.of("ItemRef", "AccountRef", "DiscountAccountRef")) {
      if (detail.has(reference)) {
        return Json.text(
            detail, reference + (Json.has(detail, reference + ".name") ? ".name" : ".value"));
      }
    }
    var link = line.path("LinkedTxn").path(0);
    if (!link.isMissingNode()) {
      return Json.text(link, "TxnType") + " #" + Json.text(link, "TxnId");
    }
    return type.equals("SubTotalLineDetail") ? "Subtotal" : "";
  }

  private String taxes() {
    var rows = new ArrayList<List<String>>();
    for (var line : Json.list(json, "TxnTaxDetail.TaxLine")) {
      rows.add(
          List.of(
              Html.escape(Json.text(line, "TaxLineDetail.TaxRateRef.name")),
              Json.text(line, "TaxLineDetail.TaxPercent") + " %",
              Pages.money(Json.number(line, "TaxLineDetail.NetAmountTaxable")),
              Pages.money(Json.number(line, "Amount"))));
    }
    var table = Html.table(List.of("Rate", "Percent>", "On>", "Tax>"), rows);
    return rows.isEmpty() ? "" : "<h2>Tax</h2>" + table;
  }

  private String effects() {
    var rows = new ArrayList<List<String>>();
    company
        .effects(document.id())
        .forEach(
            (account, amount) ->
                rows.add(
                    List.of(
                        Html.escape(account),
                        amount.signum() > 0 ? Pages.money(amount) : "",
                        amount.signum() < 0 ? Pages.money(amount.negate()) : "")));
    return Html.table(List.of("Account", "Debit>", "Credit>"), rows);
  }
}
