package io.shopbooks.pretend.woocommerce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The merchant's settings, each a document with a group and a value (`woocommerce.md` 5). */
final class Settings extends Papers {

  /** Hidden field of a setting: the group it is listed under. */
  static final String GROUP = "~group";

  private final Map<String, String> values = new HashMap<>();
  private Rounding rounding;

  Settings(Journal journal, Counters counters) {
    super("settings", Keeping.OPEN, journal, counters);
  }

  @Override
  void noticed(String id, ObjectNode paper) {
    values.put(id, paper.path("value").asText());
    rounding = null;
  }

  Stream<ObjectNode> ofGroup(String group) {
    return all().filter(setting -> setting.path(GROUP).asText().equals(group));
  }

  String value(String id) {
    return values.getOrDefault(id, "");
  }

  void change(String id, String value) {
    put(id, get(id).put("value", value));
  }

  /** How the shop rounds at this moment. */
  Rounding rounding() {
    if (rounding == null) {
      rounding =
          new Rounding(
              decimals(),
              value("woocommerce_prices_include_tax").equals("yes"),
              value("woocommerce_tax_round_at_subtotal").equals("yes"));
    }
    return rounding;
  }

  /** The decimals shown: a setting of the merchant, not a property of the currency. */
  int decimals() {
    return Integer.parseInt(value("woocommerce_price_num_decimals"));
  }

  String currency() {
    return value("woocommerce_currency");
  }

  boolean hasTaxes() {
    return value("woocommerce_calc_taxes").equals("yes");
  }

  /** Where the shop stands. */
  Place base() {
    var country = value("woocommerce_default_country").split(":");
    return new Place(
        country[0],
        country.length > 1 ? country[1] : "",
        value("woocommerce_store_city"),
        value("woocommerce_store_postcode"));
  }
}
