package io.shopbooks.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/**
 * Completes what a mapping of Wix names and may not calculate, exactly:
 *
 * <ul>
 *   <li>A line may tell {@code price} of one, and {@code discount}, in place of {@code subtotal}
 *       and {@code total}; lines that tell none of them share what the total leaves, the first all
 *       of it.
 *   <li>{@code tax} of the sale ({@code rate}, {@code amount}, {@code included}: true, false or
 *       "auto"; {@link ToldTax}) is shared by the lines in proportion, by largest remainder; an
 *       included one comes out of them.
 *   <li>{@code totalBeforeCredits} becomes {@code total}, less the credits and what of a line or of
 *       the sale is {@code prepaid}, and as cash was rounded: a payment may tell what it was {@code
 *       unrounded}.
 *   <li>A rate may tell its {@code fraction} in place of {@code percent}; one that is told as
 *       nothing although it took tax is what it took (`wix.md` 8).
 *   <li>A refund may be of the "rest".
 *   <li>Countries of three letters become those of two (`wix.md` 9).
 * </ul>
 */
final class SaleSums {

  private static final BigDecimal HUNDRED = new BigDecimal(100);
  private static final List<String> PARTS = List.of("lines", "shipping", "fees", "tips", "credits");

  private final ObjectNode sale;
  private final int decimals;

  private SaleSums(ObjectNode sale, int decimals) {
    this.sale = sale;
    this.decimals = decimals;
  }

  /**
   * The same sale, complete.
   *
   * @throws Unreadable if an amount is no number
   */
  static JsonNode completed(JsonNode sale, String order) {
    if (!(sale instanceof ObjectNode object)) {
      return sale;
    }
    try {
      var decimals =
          Currency.getInstance(object.path("currency").asText()).getDefaultFractionDigits();
      ToldTax.settle(object, order);
      new SaleSums(object, Math.max(0, decimals)).complete();
    } catch (NumberFormatException e) {
      throw new Unreadable(
          order,
          "An amount",
          "is no number",
          "Compare the order with the mapping, correct one of them, then retry the order.");
    } catch (IllegalArgumentException e) {
      // No currency: reading the sale tells so.
    }
    return object;
  }

  private void complete() {
    // Lists that were made of several hold nothing where one of them was missing.
    sale.forEach(
        list -> {
          if (list instanceof ArrayNode array) {
            array.removeIf(JsonNode::isNull);
          }
        });
    sale.removeIf(list -> list.isArray() && list.isEmpty());
    var prepaid = PrepaidLines.takeOff(sale);
    if (sale.has("totalBeforeCredits")) {
      var total = amount(sale.remove("totalBeforeCredits")).add(sum("credits", "total"));
      put(sale, "total", total.subtract(prepaid).add(cashRounding()));
    }
    RestRefund.settle(sale);
    each("lines").forEach(this::line);
    var tax = sale.remove("tax");
    if (tax != null && !sale.has("totalTax")) {
      sale.put("totalTax", amount(tax.path("amount")).toPlainString());
    }
    rest();
    if (tax != null) {
      share(tax);
    }
    for (var part : PARTS) {
      each(part).stream().filter(one -> !one.has("tax")).forEach(one -> one.put("tax", "0"));
    }
    each("rates").forEach(this::rate);
    new RefundSums(sale, decimals).complete();
    Countries.shorten(sale.path("buyer").path("billing"));
    Countries.shorten(sale.path("buyer").path("shipping"));
  }

  private BigDecimal cashRounding() {
    var rounding = BigDecimal.ZERO;
    for (var payment : each("payments")) {
      var unrounded = payment.remove("unrounded");
      if (unrounded != null) {
        rounding = rounding.add(amount(payment.path("amount"))).subtract(amount(unrounded));
      }
    }
    return rounding;
  }

  private void line(ObjectNode line) {
    var price = line.remove("price");
    var discount = line.remove("discount");
    if (price != null && !line.has("subtotal") && !line.has("total")) {
      put(line, "subtotal", amount(price).multiply(amount(line.path("quantity"))));
    }
    calculate(line, "total", "subtotal", discount, BigDecimal::subtract);
    calculate(line, "subtotal", "total", discount, BigDecimal::add);
  }

  private static void calculate(
      ObjectNode line,
      String missing,
      String known,
      JsonNode discount,
      BinaryOperator<BigDecimal> sign) {
    if (!line.has(missing) && line.has(known)) {
      put(line, missing, sign.apply(amount(line.path(known)), amount(discount)));
    }
  }

  private void rest() {
    var untold = each("lines").stream().filter(line -> !line.has("total")).toList();
    if (untold.isEmpty()) {
      return;
    }
    var parts =
        PARTS.stream().map(part -> sum(part, "total")).reduce(BigDecimal::add).orElseThrow();
    var rest = amount(sale.path("total")).subtract(amount(sale.path("totalTax"))).subtract(parts);
    for (var line : untold) {
      put(line, "subtotal", rest);
      put(line, "total", rest);
      rest = BigDecimal.ZERO;
    }
  }

  private void share(JsonNode tax) {
    var lines = each("lines");
    var whole = amount(tax.path("amount"));
    if (whole.signum() == 0 || lines.isEmpty()) {
      return;
    }
    var totals = lines.stream().map(line -> amount(line.path("total"))).toList();
    var shares = LargestRemainder.shares(whole, totals, decimals);
    var included = isIncluded(tax.path("included"));
    for (var i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      var share = shares.get(i);
      put(line, "tax", share);
      var one = line.putArray("taxes").addObject().put("rate", tax.path("rate").asText());
      put(one, "amount", share);
      if (included) {
        put(line, "total", totals.get(i).subtract(share));
        put(line, "subtotal", amount(line.path("subtotal")).subtract(share));
      }
    }
  }

  /** Told, or seen: prices that make the total without the tax contain it. */
  private boolean isIncluded(JsonNode told) {
    if (told.isBoolean()) {
      return told.booleanValue();
    }
    var parts =
        PARTS.stream().map(part -> sum(part, "total")).reduce(BigDecimal::add).orElseThrow();
    return told.asText().equals("auto") && parts.compareTo(amount(sale.path("total"))) == 0;
  }

  private void rate(ObjectNode rate) {
    var id = rate.path("id").asText();
    var fraction = rate.remove("fraction");
    var percent =
        fraction != null ? amount(fraction).movePointRight(2) : amount(rate.path("percent"));
    var goods = taxOf(id, Set.of("lines", "fees", "tips"));
    var shipping = taxOf(id, Set.of("shipping"));
    if (percent.signum() == 0 && goods.add(shipping).signum() != 0) {
      var net = netOf(id);
      percent =
          net.signum() == 0
              ? percent
              : goods.add(shipping).multiply(HUNDRED).divide(net, 4, RoundingMode.HALF_UP);
    }
    var plain = percent.signum() == 0 ? BigDecimal.ZERO : percent.stripTrailingZeros();
    put(rate, "percent", plain);
    put(rate, "goods", goods);
    put(rate, "shipping", shipping);
  }

  private BigDecimal taxOf(String rate, Set<String> parts) {
    return parts.stream()
        .flatMap(part -> each(part).stream())
        .flatMap(part -> shares(part, rate))
        .map(share -> amount(share.path("amount")))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private BigDecimal netOf(String rate) {
    return PARTS.stream()
        .flatMap(part -> each(part).stream())
        .filter(part -> shares(part, rate).findAny().isPresent())
        .map(part -> amount(part.path("total")))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static Stream<JsonNode> shares(JsonNode part, String rate) {
    var shares = new ArrayList<JsonNode>();
    part.path("taxes").forEach(shares::add);
    return shares.stream().filter(share -> share.path("rate").asText().equals(rate));
  }

  private BigDecimal sum(String part, String field) {
    return each(part).stream()
        .map(one -> amount(one.path(field)))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private List<ObjectNode> each(String part) {
    var all = new ArrayList<ObjectNode>();
    if (sale.path(part) instanceof ArrayNode list) {
      list.forEach(one -> all.add((ObjectNode) one));
    }
    return all;
  }

  private static void put(ObjectNode node, String field, BigDecimal amount) {
    node.put(field, amount.toPlainString());
  }

  private static BigDecimal amount(JsonNode value) {
    var text = value == null || value.isNull() ? "" : value.asText("").strip();
    return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
  }
}
