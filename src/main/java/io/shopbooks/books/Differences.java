package io.shopbooks.books;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells in what two versions of a document differ for the books: accounts, lines, tax, totals. */
public final class Differences {

  private final List<Difference> told = new ArrayList<>();

  private Differences() {}

  /** Everything in which they differ; empty where the books would be the same. */
  public static List<Difference> between(Document was, Document would) {
    var differences = new Differences();
    differences.text("document", was.key().kind().word(), would.key().kind().word());
    differences.headers(was.header(), would.header());
    differences.text("account", account(was), account(would));
    differences.text("payment method", method(was), method(would));
    differences.lines(lines(was), lines(would));
    differences.text("tax", tax(was), tax(would));
    differences.text("total", was.total().toString(), would.total().toString());
    return List.copyOf(differences.told);
  }

  private void headers(Header was, Header would) {
    text("number", was.number().orElse(""), would.number().orElse(""));
    text("date", was.date().toString(), would.date().toString());
    text("customer", was.customer().displayName(), would.customer().displayName());
    text("class", name(was.documentClass()), name(would.documentClass()));
    text("location", name(was.location()), name(would.location()));
  }

  private void text(String field, String was, String would) {
    if (!was.equals(would)) {
      told.add(new Difference(field, was, would));
    }
  }

  /** Lines that both have are no difference, wherever they stand. */
  private void lines(List<String> was, List<String> would) {
    var gone = new ArrayList<>(was);
    would.forEach(gone::remove);
    var come = new ArrayList<>(would);
    was.forEach(come::remove);
    for (int i = 0; i < Math.max(gone.size(), come.size()); i++) {
      text("line", i < gone.size() ? gone.get(i) : "", i < come.size() ? come.get(i) : "");
    }
  }

  private static String account(Document document) {
    if (document instanceof Expense expense) {
      return expense.from().name() + " → " + expense.to().name();
    }
    return settlement(document).flatMap(Settlement::account).map(Ref::name).orElse("");
  }

  private static String method(Document document) {
    return settlement(document).flatMap(Settlement::method).orElse("");
  }

  private static Optional<Settlement> settlement(Document document) {
    if (document instanceof SalesForm form) {
      return Optional.of(form.settlement());
    }
    return document instanceof CustomerPayment payment
        ? Optional.of(payment.settlement())
        : Optional.empty();
  }

  private static List<String> lines(Document document) {
    return document instanceof SalesForm form
        ? form.lines().stream().map(Differences::line).toList()
        : List.of();
  }

  private static String line(DocumentLine line) {
    return "%s, %s: %s × %s = %s%s"
        .formatted(
            line.item().name(),
            line.description(),
            line.quantity().stripTrailingZeros().toPlainString(),
            line.unitPrice().stripTrailingZeros().toPlainString(),
            line.amount(),
            line.taxCode().map(code -> ", " + code.name()).orElse(""));
  }

  private static String tax(Document document) {
    if (!(document instanceof SalesForm form)) {
      return "";
    }
    var rates = form.tax().lines().stream().map(line -> line.rate().name() + " " + line.tax());
    return String.join(
        ", ",
        Stream.of(
                Stream.of(form.tax().total().toString()),
                form.tax().code().map(Ref::name).stream(),
                rates)
            .flatMap(part -> part)
            .toList());
  }

  private static String name(Optional<Ref> ref) {
    return ref.map(Ref::name).orElse("");
  }
}
