package io.shopbooks.books;

import io.shopbooks.books.Choices.CustomerKind;
import io.shopbooks.sale.Sale;
import java.util.stream.Stream;

/** Whose name a sale's documents carry. */
final class Customers {

  /** QuickBooks takes 500; a name this long is already hard to read. */
  private static final int LONGEST_NAME = 100;

  private static final int LONGEST_PART = 100;
  private static final int LONGEST_PHONE = 30;

  private Customers() {}

  static Customer of(Sale sale, Choices choices, Company company) {
    var buyer = sale.buyer();
    var billing = buyer.billing();
    var generic = choices.sales().customer() == CustomerKind.GENERIC;
    // A customer has one currency for good, so that a foreign sale needs a customer of its own.
    var suffix =
        sale.currency().equals(company.home())
            ? ""
            : " (" + sale.currency().getCurrencyCode() + ")";
    return new Customer(
        Text.cut(clean(name(sale, choices)), LONGEST_NAME - suffix.length()) + suffix,
        generic,
        part(billing.firstName()),
        part(billing.lastName()),
        part(billing.company()),
        buyer.email().strip(),
        Text.cut(Text.oneLine(billing.phone()), LONGEST_PHONE),
        billing,
        sale.currency());
  }

  /** As it is wished for, before QuickBooks' rules for names. */
  static String name(Sale sale, Choices choices) {
    if (choices.sales().customer() == CustomerKind.GENERIC) {
      return choices.sales().genericCustomer();
    }
    var billing = sale.buyer().billing();
    var organisation = choices.sales().customer() == CustomerKind.ORGANISATION;
    return Stream.of(
            organisation ? billing.company() : "",
            billing.person(),
            billing.company(),
            sale.buyer().shipping().person(),
            sale.buyer().email(),
            "Guest " + sale.number())
        .filter(candidate -> !clean(candidate).isEmpty())
        .findFirst()
        .orElseThrow();
  }

  private static String part(String name) {
    return Text.cut(clean(name), LONGEST_PART);
  }

  /** QuickBooks takes no colon, tab or line break in a name (`quickbooks-online.md` 6.4). */
  private static String clean(String name) {
    return Text.oneLine(name.replace(':', ' '));
  }
}
