package io.shopbooks.pretend.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/** How the shop writes the amounts it keeps (`woocommerce.md` 4 and 5). */
final class Amounts {

  /** Amounts are kept with six decimals at most, whatever the shop shows. */
  static final int KEPT_DECIMALS = 6;

  private static final List<String> OF_LINE =
      List.of("subtotal", "subtotal_tax", "total", "total_tax");
  private static final List<String> OF_TAX_LINE = List.of("tax_total", "shipping_tax_total");
  private static final List<String> OF_TAX = List.of("total", "subtotal");
  private static final List<String> TAXED = List.of("line_items", "shipping_lines", "fee_lines");

  private Amounts() {}

  /** As it is kept: half up to six decimals, without needless zeroes. */
  static BigDecimal kept(BigDecimal amount) {
    var stripped = amount.setScale(KEPT_DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /** The text of a kept amount: "39.975", "4". */
  static String text(BigDecimal amount) {
    return kept(amount).toPlainString();
  }

  static BigDecimal of(JsonNode text) {
    return text == null || text.isNull() || text.asText().isEmpty()
        ? BigDecimal.ZERO
        : new BigDecimal(text.asText());
  }

  /** Shows every amount of an order or refund with so many decimals; some never obey (3). */
  static void show(ObjectNode paper, int decimals) {
    show(paper, OrderTotals.FIELDS, decimals);
    for (var kind : TAXED) {
      for (var line : paper.withArray(kind)) {
        show((ObjectNode) line, OF_LINE, decimals);
        line.withArray("taxes").forEach(tax -> show((ObjectNode) tax, OF_TAX, decimals));
      }
    }
    paper.withArray("tax_lines").forEach(line -> show((ObjectNode) line, OF_TAX_LINE, decimals));
    paper.path("refunds").forEach(refund -> show((ObjectNode) refund, OF_LINE, decimals));
  }

  static String shown(BigDecimal amount, int decimals) {
    return amount.setScale(decimals, RoundingMode.HALF_UP).toPlainString();
  }

  private static void show(ObjectNode holder, List<String> fields, int decimals) {
    for (var field : fields) {
      var text = holder.path(field);
      if (text.isTextual() && !text.asText().isEmpty()) {
        holder.put(field, shown(new BigDecimal(text.asText()), decimals));
      }
    }
  }

  /**
   * A line's price: total by quantity as PHP divides, with the noise of its floats
   * (13.325000000000001). Never money; 0 if the quantity is 0.
   */
  static JsonNode price(BigDecimal total, BigDecimal quantity) {
    if (quantity.signum() == 0) {
      return IntNode.valueOf(0);
    }
    return number(total.doubleValue() / quantity.doubleValue());
  }

  /** A number as PHP prints it: the shortest digits that read back as the same float. */
  static JsonNode number(double value) {
    // Java 17 prints a digit too many now and then.
    var digits = new BigDecimal(Double.toString(value));
    for (var fewer = shorter(digits);
        fewer.doubleValue() == value && fewer.precision() < digits.precision();
        fewer = shorter(digits)) {
      digits = fewer;
    }
    return number(digits);
  }

  private static BigDecimal shorter(BigDecimal digits) {
    var precision = Math.max(1, digits.precision() - 1);
    return digits.round(new MathContext(precision, RoundingMode.HALF_EVEN));
  }

  /** A number without needless zeroes; whole ones without a point. */
  static JsonNode number(BigDecimal value) {
    var stripped = value.stripTrailingZeros();
    return stripped.scale() <= 0
        ? LongNode.valueOf(stripped.longValueExact())
        : DecimalNode.valueOf(stripped);
  }
}
