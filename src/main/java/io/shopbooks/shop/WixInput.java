package io.shopbooks.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Map;

/**
 * What a mapping of Wix is given: a sale as it is kept, and what a mapping may not find out itself.
 */
final class WixInput {

  private WixInput() {}

  /**
   * The kept sale with {@code apps}; with the payments of its order oldest first, because in which
   * order Wix lists them is not documented (`wix.md` 3.2); and with {@code prepaid}, what
   * memberships paid of each line.
   */
  static ObjectNode of(JsonNode kept, Map<String, String> labels) {
    ObjectNode input = kept.deepCopy();
    var apps = input.putObject("apps");
    labels.forEach(apps::put);
    var prepaid = input.putObject("prepaid");
    WixMoney.prepaid(kept.path("order"), kept.path("transactions"))
        .forEach((line, amount) -> prepaid.put(line, amount.toPlainString()));
    if (input.path("transactions").path("payments") instanceof ArrayNode payments) {
      var sorted = new ArrayList<JsonNode>();
      payments.forEach(sorted::add);
      sorted.sort(Comparator.comparing(WixInput::created));
      payments.removeAll().addAll(sorted);
    }
    return input;
  }

  private static Instant created(JsonNode payment) {
    return WixTimes.of(payment.path("createdDate")).orElse(Instant.EPOCH);
  }
}
