package io.shopbooks.pretend.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The ways to pay: those of a plain shop, and two of plugins. */
final class Gateways {

  private static final Map<String, String> OF_PLUGINS =
      Map.of("stripe", "Credit Card (Stripe)", "paypal", "PayPal");
  private static final Set<String> PAY_BACK = OF_PLUGINS.keySet();
  private static final Set<String> WAIT_FOR_MONEY = Set.of("bacs", "cheque");

  private Gateways() {}

  /** What GET /payment_gateways answers. */
  static List<ObjectNode> papers() {
    var papers = new ArrayList<ObjectNode>();
    recorded().forEach(gateway -> papers.add((ObjectNode) gateway));
    OF_PLUGINS.keySet().stream()
        .sorted()
        .forEach(
            id ->
                papers.add(
                    Json.object()
                        .put("id", id)
                        .put("title", OF_PLUGINS.get(id))
                        .put("enabled", true)
                        .put("method_title", OF_PLUGINS.get(id))));
    return papers;
  }

  private static JsonNode recorded() {
    return Json.resource("us/gateways.json");
  }

  static String title(String id) {
    return switch (id) {
      case "" -> "";
      case "bacs" -> "Direct bank transfer";
      case "cheque" -> "Check payments";
      case "cod" -> "Cash on delivery";
      default -> OF_PLUGINS.getOrDefault(id, id);
    };
  }

  /** Whether it can send money back by itself. */
  static boolean paysBack(String id) {
    return PAY_BACK.contains(id);
  }

  /** The status of an order placed and not yet paid (`woocommerce.md` 4.1). */
  static String statusUnpaid(String id) {
    if (WAIT_FOR_MONEY.contains(id)) {
      return "on-hold";
    }
    return id.equals("cod") ? "processing" : "pending";
  }

  /** What the plugin of a gateway notes of its fee: 2.9 % and 30 hundredths of the unit. */
  static Map<String, String> fee(String id, BigDecimal total, int decimals) {
    var fee =
        total
            .multiply(new BigDecimal("0.029"))
            .add(new BigDecimal("0.30"))
            .setScale(decimals, RoundingMode.HALF_UP);
    return switch (id) {
      case "stripe" ->
          new TreeMap<>(
              Map.of(
                  "_stripe_fee", fee.toPlainString(),
                  "_stripe_net", total.subtract(fee).toPlainString()));
      case "paypal" -> Map.of("_paypal_transaction_fee", fee.toPlainString());
      default -> Map.of();
    };
  }
}
