package io.shopbooks.quickbooks;

import io.shopbooks.books.Customer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Finds the customer a shopper already is: by e-mail, else by name and address. Names alone do not
 * make two shoppers one.
 */
@Component
class CustomerBook {

  private final Mirror mirror;

  CustomerBook(Mirror mirror) {
    this.mirror = mirror;
  }

  Optional<MirrorRow> find(String realm, Customer customer) {
    if (customer.generic()) {
      return usable(mirror.named(realm, "Customer", List.of(customer.displayName())), customer)
          .findFirst();
    }
    var byEmail =
        customer.email().isBlank()
            ? Optional.<MirrorRow>empty()
            : byEmail(mirror.customersWithEmail(realm, customer.email()), customer);
    return byEmail.or(() -> byName(realm, customer));
  }

  /** Of several with one e-mail address, the one of that name, else the oldest. */
  private static Optional<MirrorRow> byEmail(List<MirrorRow> rows, Customer customer) {
    var same = usable(rows, customer).toList();
    return same.stream()
        .filter(row -> row.name().equalsIgnoreCase(customer.displayName()))
        .findFirst()
        .or(() -> same.stream().findFirst());
  }

  private Optional<MirrorRow> byName(String realm, Customer customer) {
    // Where the name was another's, ours was made under one of the further names; where QuickBooks
    // did not take its characters, with plain ones.
    var names = new Wish.OfCustomer(customer, false).names();
    var all = Stream.concat(names.stream(), names.stream().map(Characters::plain)).toList();
    return usable(mirror.named(realm, "Customer", all), customer)
        .filter(row -> isSame(row, customer))
        .findFirst();
  }

  private static Stream<MirrorRow> usable(List<MirrorRow> rows, Customer customer) {
    return rows.stream()
        .filter(row -> row.entity().equals("Customer") && row.active())
        .filter(
            row ->
                row.json()
                    .path("CurrencyRef")
                    .path("value")
                    .asText(customer.currency().getCurrencyCode())
                    .equals(customer.currency().getCurrencyCode()));
  }

  /**
   * Whether a customer of the same name is this shopper: nothing known of both speaks against it.
   */
  static boolean isSame(MirrorRow row, Customer customer) {
    var emails = Stream.of(row.email(), customer.email()).filter(e -> !e.isBlank()).toList();
    if (emails.size() == 2) {
      return emails.get(0).equalsIgnoreCase(emails.get(1));
    }
    var theirs = plain(row.json().path("BillAddr").path("PostalCode").asText(""));
    var ours = plain(customer.address().postcode());
    return theirs.isEmpty() || ours.isEmpty() || theirs.equals(ours);
  }

  private static String plain(String postcode) {
    return postcode.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
  }
}
