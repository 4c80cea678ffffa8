package io.shopbooks.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** Countries of addresses: three letters at the cashier of Wix, two in orders (`wix.md` 9). */
final class Countries {

  private Countries() {}

  /** The country with two letters, where it has three that are known. */
  static void shorten(JsonNode address) {
    var code = address.path("country").asText("");
    if (code.length() == 3) {
      Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).stream()
          .filter(two -> new Locale.Builder().setRegion(two).build().getISO3Country().equals(code))
          .findFirst()
          .ifPresent(two -> ((ObjectNode) address).put("country", two));
    }
  }
}
