package io.shopbooks.pretend.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the lines of a refund: negative copies of the order's, each naming its origin (6). */
final class RefundLines {

  private final JsonNode order;
  private final ObjectNode refund;
  private final OrderPaper paper;
  private final Map<Integer, BigDecimal> onGoods = new LinkedHashMap<>();
  private final Map<Integer, BigDecimal> onShipping = new LinkedHashMap<>();

  RefundLines(JsonNode order, ObjectNode refund, OrderPaper paper) {
    this.order = order;
    this.refund = refund;
    this.paper = paper;
  }

  /**
   * Writes them.
   *
   * @throws Refusal if the order has no line with a given id
   */
  void write(List<NewRefund.Given> lines) {
    lines.forEach(this::write);
    for (var taxLine : order.path("tax_lines")) {
      var rate = taxLine.path("rate_id").asInt();
      if (onGoods.containsKey(rate) || onShipping.containsKey(rate)) {
        ObjectNode line = taxLine.deepCopy();
        line.put("id", paper.nextItem());
        line.put("tax_total", negative(onGoods.getOrDefault(rate, BigDecimal.ZERO)));
        line.put("shipping_tax_total", negative(onShipping.getOrDefault(rate, BigDecimal.ZERO)));
        line.putArray("meta_data");
        refund.withArray("tax_lines").add(line);
      }
    }
  }

  private void write(NewRefund.Given given) {
    for (var kind : new String[] {"line_items", "shipping_lines", "fee_lines"}) {
      for (var original : order.path(kind)) {
        if (original.path("id").asInt() == given.item()) {
          refund.withArray(kind).add(negated(kind, original, given));
          return;
        }
      }
    }
    throw Refusal.of(
        400, "woocommerce_rest_invalid_item_id", "Order item ID provided is not associated.");
  }

  private ObjectNode negated(String kind, JsonNode original, NewRefund.Given given) {
    var isGoods = kind.equals("line_items");
    ObjectNode line = original.deepCopy();
    line.put("id", paper.nextItem());
    if (isGoods) {
      line.put("quantity", -given.quantity());
      line.put("subtotal", negative(given.total())).put("subtotal_tax", "0");
      var quantity = BigDecimal.valueOf(given.quantity());
      line.set("price", Amounts.price(given.total(), quantity));
    } else if (kind.equals("fee_lines")) {
      line.put("amount", "");
    } else {
      line.put("instance_id", "");
    }
    line.put("total", negative(given.total())).put("total_tax", "0");
    var taxes = line.putArray("taxes");
    given
        .taxes()
        .forEach(
            (rate, tax) -> {
              var text = negative(tax);
              taxes
                  .addObject()
                  .put("id", rate)
                  .put("total", text)
                  .put("subtotal", isGoods ? text : "");
              (kind.equals("shipping_lines") ? onShipping : onGoods)
                  .merge(rate, tax, BigDecimal::add);
            });
    line.putArray("meta_data")
        .add(paper.lineMeta("_refunded_item_id", Integer.toString(given.item())));
    return line;
  }

  private static String negative(BigDecimal amount) {
    return Amounts.text(amount.negate());
  }
}
