package io.shopbooks.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Iterator;

/**
 * Takes off what a membership paid, which was income when the membership was sold: {@code prepaid}
 * of a line, tax included. A line that is prepaid whole leaves with its tax. What is prepaid of the
 * sale, and of no line that is known, comes off the total alone, so that the lines miss it and a
 * person looks.
 */
final class PrepaidLines {

  private PrepaidLines() {}

  /** Answers how much it is in all; throws NumberFormatException if an amount is none. */
  static BigDecimal takeOff(ObjectNode sale) {
    var all = amount(sale.remove("prepaid"));
    if (sale.path("lines") instanceof ArrayNode lines) {
      for (Iterator<JsonNode> each = lines.iterator(); each.hasNext(); ) {
        var line = (ObjectNode) each.next();
        var prepaid = amount(line.remove("prepaid"));
        var total = amount(line.get("total"));
        var tax = amount(line.get("tax"));
        all = all.add(prepaid);
        if (prepaid.signum() > 0 && prepaid.compareTo(total.add(tax)) >= 0) {
          each.remove();
          reduce(sale, "totalTax", tax);
        } else {
          reduce(line, "total", prepaid);
        }
      }
    }
    return all;
  }

  private static void reduce(ObjectNode node, String field, BigDecimal by) {
    if (node.has(field) && by.signum() != 0) {
      node.put(field, amount(node.get(field)).subtract(by).toPlainString());
    }
  }

  private static BigDecimal amount(JsonNode value) {
    var text = value == null || value.isNull() ? "" : value.asText("").strip();
    return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
  }
}
