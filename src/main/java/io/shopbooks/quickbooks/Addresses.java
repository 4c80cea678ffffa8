package io.shopbooks.quickbooks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopbooks.sale.Address;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.stream.Stream;

/** Postal and e-mail addresses within QuickBooks' limits (`quickbooks-online.md` 6.4). */
final class Addresses {

  private static final int LONGEST_LINE = 500;
  private static final int LONGEST_PLACE = 255;
  private static final int LONGEST_CODE = 30;
  private static final int LONGEST_EMAIL = 100;

  private Addresses() {}

  static void write(ObjectNode json, String name, Address address) {
    if (address.isEmpty()) {
      return;
    }
    var node = json.putObject(name);
    var lines =
        Stream.of(address.company(), address.person(), address.line1(), address.line2())
            .filter(line -> !line.isBlank())
            .toList();
    for (int i = 0; i < lines.size(); i++) {
      put(node, "Line" + (i + 1), lines.get(i), LONGEST_LINE);
    }
    put(node, "City", address.city(), LONGEST_PLACE);
    put(node, "CountrySubDivisionCode", address.state(), LONGEST_PLACE);
    put(node, "PostalCode", address.postcode(), LONGEST_CODE);
    put(node, "Country", country(address.country()), LONGEST_PLACE);
  }

  /** QuickBooks wants three letters or the full name (`quickbooks-online.md` 2.1). */
  private static String country(String alpha2) {
    try {
      return new Locale("", alpha2).getISO3Country();
    } catch (MissingResourceException unknown) {
      return alpha2;
    }
  }

  private static void put(ObjectNode node, String name, String text, int longest) {
    var plain = text.replaceAll("\\s+", " ").strip();
    if (!plain.isEmpty()) {
      node.put(name, plain.length() <= longest ? plain : plain.substring(0, longest));
    }
  }

  /** Whether QuickBooks is likely to take it: with an @ and a dot behind it. */
  static boolean isEmail(String text) {
    return text.length() <= LONGEST_EMAIL && text.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+");
  }
}
