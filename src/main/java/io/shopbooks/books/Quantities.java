package io.shopbooks.books;

import io.shopbooks.sale.Line;
import io.shopbooks.sale.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * Makes a line that QuickBooks' rule {@code Amount = Qty × UnitPrice} accepts
 * (`quickbooks-online.md` 7.3): the amount rules, the price follows from it. Where no price of
 * seven decimals gives the amount back, one piece is sold and the true quantity is told in words.
 */
final class Quantities {

  private static final int PRICE_DECIMALS = 7;
  private static final int LONGEST_TEXT = 4000;

  private Quantities() {}

  static DocumentLine line(Part part, Optional<Ref> code) {
    var amount = part.amount();
    var quantity = part.quantity();
    if (quantity.signum() > 0) {
      var price = amount.amount().divide(quantity, PRICE_DECIMALS, RoundingMode.HALF_UP);
      if (Decimals.inBooks(new Money(price.multiply(quantity), amount.currency())).equals(amount)) {
        return of(part, part.text(), quantity, shortest(price, amount), code);
      }
    }
    var counted = quantity.compareTo(BigDecimal.ONE) == 0 || quantity.signum() == 0;
    var text = counted ? part.text() : quantity.toPlainString() + " × " + part.text();
    return of(part, text, BigDecimal.ONE, amount.amount(), code);
  }

  /** How many items these lines sell; what is sold by weight or length is one. */
  static String items(List<Line> lines) {
    return lines.stream()
        .map(Line::quantity)
        .map(many -> many.stripTrailingZeros().scale() > 0 ? BigDecimal.ONE : many)
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .setScale(0, RoundingMode.UNNECESSARY)
        .toPlainString();
  }

  private static DocumentLine of(
      Part part, String text, BigDecimal quantity, BigDecimal price, Optional<Ref> code) {
    var fits = Text.cut(text, LONGEST_TEXT);
    return new DocumentLine(
        part.role(), part.item(), fits, quantity, price, part.amount(), code, part.source());
  }

  /** 19.9900000 reads better as 19.99. */
  private static BigDecimal shortest(BigDecimal price, Money amount) {
    var stripped = price.stripTrailingZeros();
    var decimals = Math.min(2, amount.decimals());
    return stripped.scale() < decimals
        ? price.setScale(decimals, RoundingMode.UNNECESSARY)
        : stripped;
  }
}
