package io.shopbooks.quickbooks;

import io.shopbooks.books.DocumentLine;
import io.shopbooks.books.LineRole;
import io.shopbooks.sale.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * For companies that take no negative lines (2290): each is taken off the largest lines of its own
 * tax code, so that neither total nor tax change. A gift card cannot be: it is no discount.
 */
final class NetLines {

  private NetLines() {}

  static List<DocumentLine> of(List<DocumentLine> lines) {
    var kept = new ArrayList<>(lines.stream().filter(line -> !isFoldable(line)).toList());
    for (var negative : lines.stream().filter(NetLines::isFoldable).toList()) {
      var left = negative.amount().absolute();
      while (left.isPositive()) {
        var largest = largest(kept, negative);
        if (largest.isEmpty()) {
          return lines;
        }
        var off = left.isMoreThan(largest.get().amount()) ? largest.get().amount() : left;
        kept.set(kept.indexOf(largest.get()), less(largest.get(), off));
        left = left.minus(off);
      }
    }
    return kept;
  }

  private static boolean isFoldable(DocumentLine line) {
    return line.amount().isNegative() && line.role() != LineRole.GIFT_CARD;
  }

  private static Optional<DocumentLine> largest(List<DocumentLine> lines, DocumentLine negative) {
    return lines.stream()
        .filter(line -> line.taxCode().equals(negative.taxCode()))
        .filter(line -> line.amount().isPositive())
        .max(Comparator.comparing(DocumentLine::amount));
  }

  private static DocumentLine less(DocumentLine line, Money off) {
    var amount = line.amount().minus(off);
    return new DocumentLine(
        line.role(),
        line.item(),
        line.quantity().toPlainString() + " × " + line.description() + " (less " + off.text() + ")",
        BigDecimal.ONE,
        amount.amount(),
        amount,
        line.taxCode(),
        line.source());
  }
}
