package io.shopbooks.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * Completes refunds that name what they are for, and not its money: a line may say {@code of} (the
 * id of a line of the sale) and {@code quantity}, and gets its share of that line. Lines that do
 * not come to the amount of the refund, up to a smallest unit for each, explain nothing and are
 * left out; the refund is a mere amount then (`wix.md` 3.3).
 *
 * @param decimals of the sale's currency
 */
record RefundSums(ObjectNode sale, int decimals) {

  private static final List<String> MONEY = List.of("subtotal", "total", "tax");

  void complete() {
    for (var refund : sale.path("refunds")) {
      if (refund.path("lines") instanceof ArrayNode named) {
        var lines = lines(named);
        if (lines.filter(told -> isWorth(told, refund)).isPresent()) {
          ((ObjectNode) refund).set("lines", lines.get());
        } else {
          ((ObjectNode) refund).remove("lines");
        }
      }
    }
  }

  private Optional<ArrayNode> lines(ArrayNode named) {
    var lines = Json.MAPPER.createArrayNode();
    for (var one : named) {
      var sold = sold(one.path("of").asText());
      if (sold.isEmpty() || number(sold.get(), "quantity").signum() == 0) {
        return Optional.empty();
      }
      lines.add(share(sold.get(), number(one, "quantity")));
    }
    return Optional.of(lines).filter(all -> !all.isEmpty());
  }

  private Optional<JsonNode> sold(String id) {
    for (var line : sale.path("lines")) {
      if (line.path("id").asText().equals(id)) {
        return Optional.of(line);
      }
    }
    return Optional.empty();
  }

  private ObjectNode share(JsonNode sold, BigDecimal quantity) {
    var whole = number(sold, "quantity");
    ObjectNode line = sold.deepCopy();
    line.put("quantity", quantity.toPlainString());
    MONEY.forEach(field -> scale(line, field, quantity, whole));
    line.path("taxes").forEach(tax -> scale((ObjectNode) tax, "amount", quantity, whole));
    return line;
  }

  private void scale(ObjectNode node, String field, BigDecimal quantity, BigDecimal whole) {
    var share = number(node, field).multiply(quantity).divide(whole, MathContext.DECIMAL128);
    node.put(field, share.setScale(decimals, RoundingMode.HALF_UP).toPlainString());
  }

  private boolean isWorth(ArrayNode lines, JsonNode refund) {
    var worth = BigDecimal.ZERO;
    for (var line : lines) {
      worth = worth.add(number(line, "total")).add(number(line, "tax"));
    }
    for (var credit : refund.path("credits")) {
      worth = worth.add(number(credit, "total"));
    }
    var missed = worth.subtract(number(refund, "amount")).abs();
    return missed.compareTo(BigDecimal.valueOf(lines.size(), decimals)) <= 0;
  }

  private static BigDecimal number(JsonNode node, String field) {
    return new BigDecimal(node.path(field).asText("0"));
  }
}
