package io.shopbooks.books;

import io.shopbooks.books.Booked.Known;
import io.shopbooks.books.Choices.ClosedBooks;
import io.shopbooks.books.Choices.NumberBy;
import io.shopbooks.books.Choices.RateSource;
import io.shopbooks.sale.Coupon;
import io.shopbooks.sale.Sale;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What stands at the head of the documents of one sale.
 *
 * @param booked what is in the books keeps its number, and is there although they were closed since
 */
record Headers(Sale sale, Choices choices, Lists lists, Booked booked) {

  private static final int LONGEST_NUMBER = 21;
  private static final int LONGEST_MEMO = 4000;

  /**
   * @param suffix of the number: "" for the sale, "-R1" for its first credit
   * @param moment when it happened
   * @param remarks more lines for the memo
   */
  Header of(DocumentKey key, String suffix, Instant moment, List<String> remarks) {
    var number = booked.sent(key).map(Known::number).orElseGet(() -> number(suffix));
    return of(key, number, moment, remarks);
  }

  /** Of payments and the like, which have no number of their own. */
  Header unnumbered(DocumentKey key, Instant moment, List<String> remarks) {
    return of(key, Optional.empty(), moment, remarks);
  }

  private Header of(
      DocumentKey key, Optional<String> number, Instant moment, List<String> remarks) {
    var happened = LocalDate.ofInstant(moment, choices.zone());
    var date = booked.sent(key).isPresent() ? reopened(happened) : open(happened);
    var lines = new ArrayList<>(remarks);
    if (!date.equals(happened)) {
      lines.add("Dated on the first open day; it happened on " + happened);
    }
    var company = lists.company();
    var fields = CustomFields.of(sale, choices, company);
    lines.addAll(fields.remarks());
    return new Header(
        number,
        date,
        Customers.of(sale, choices, company),
        sale.buyer().billing(),
        sale.buyer().shipping(),
        memo(key, lines),
        company.classTracking() == Company.ClassTracking.NONE
            ? Optional.empty()
            : lists.entry(choices.sales().className(), company::className, "sales.class"),
        company.locations()
            ? lists.entry(choices.sales().location(), company::location, "sales.location")
            : Optional.empty(),
        exchangeRate(),
        fields.values(),
        sale.additions().getOrDefault(key.kind().word(), ""),
        Essence.of(sale, key));
  }

  private LocalDate reopened(LocalDate day) {
    return choices.closedBooks() == ClosedBooks.HOLD ? day : open(day);
  }

  private LocalDate open(LocalDate day) {
    var closed = lists.company().closedUntil();
    if (closed.isEmpty() || day.isAfter(closed.get())) {
      return day;
    }
    if (choices.closedBooks() == ClosedBooks.HOLD) {
      throw new Unbookable(
          Reason.of(Why.BOOKS_CLOSED).with("date", day).with("closed", closed.get()));
    }
    return closed.get().plusDays(1);
  }

  private Optional<String> number(String suffix) {
    var byShop = choices.sales().numberBy() == NumberBy.SHOP;
    if (byShop != lists.company().customNumbers()) {
      throw new Unbookable(
          Reason.of(Why.NUMBERING_DISAGREES).with("by", byShop ? "shop" : "quickbooks"));
    }
    if (!byShop) {
      return Optional.empty();
    }
    var number = choices.sales().numberPrefix() + sale.number() + suffix;
    if (number.length() > LONGEST_NUMBER) {
      throw new Unbookable(
          Reason.of(Why.NUMBER_TOO_LONG)
              .with("number", number)
              .with("length", number.length())
              .with("prefix", choices.sales().numberPrefix()));
    }
    return Optional.of(number);
  }

  /** For the company's own eyes. The marker stands last, and nothing ever cuts it. */
  private String memo(DocumentKey key, List<String> remarks) {
    var lines = new ArrayList<String>();
    lines.add("Order " + sale.number() + " of " + sale.key().shop());
    soldIn().ifPresent(lines::add);
    lines.addAll(payments(key));
    if (!sale.coupons().isEmpty()) {
      lines.add(
          "Coupons: "
              + sale.coupons().stream().map(Coupon::code).collect(Collectors.joining(", ")));
    }
    lines.addAll(remarks);
    var marker = key.marker();
    return Text.cut(String.join("\n", lines), LONGEST_MEMO - marker.length() - 1) + "\n" + marker;
  }

  /** "Sold in Wix Stores, 3 items", where a site has several apps that sell. */
  private Optional<String> soldIn() {
    var items = Quantities.items(sale.lines());
    return Optional.ofNullable(sale.meta().get("Sold in"))
        .filter(app -> !app.isBlank())
        .map(
            app -> "Sold in %s, %s %s".formatted(app, items, items.equals("1") ? "item" : "items"));
  }

  /** Each payment with its transaction; an invoice only names the way to pay. */
  private List<String> payments(DocumentKey key) {
    if (sale.payments().isEmpty() || key.kind() == DocumentKind.INVOICE) {
      var payment = sale.payment();
      return payment.gateway().isBlank()
          ? List.of()
          : List.of(payment(payment.title(), payment.gateway(), payment.reference()));
    }
    return sale.payments().stream()
        .map(part -> payment(part.title(), part.gateway(), part.reference()))
        .toList();
  }

  private static String payment(String title, String gateway, String reference) {
    var transaction = reference.isBlank() ? "" : ", " + reference;
    return Text.oneLine(title) + " (" + gateway + ")" + transaction;
  }

  private Optional<BigDecimal> exchangeRate() {
    if (choices.rate() == RateSource.QUICKBOOKS || sale.currency().equals(lists.company().home())) {
      return Optional.empty();
    }
    return sale.exchangeRate();
  }
}
