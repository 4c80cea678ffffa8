package io.shopbooks.report;

import io.shopbooks.sale.Money;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Shop and books in one currency: what the shop says its sales less their refunds come to, and what
 * QuickBooks says its documents of them come to.
 *
 * @param sales how many of them are in the books
 * @param refunds how many of them are in the books
 * @param parts what accounts for the difference, none of them zero
 */
public record Totals(
    Currency currency,
    int sales,
    int refunds,
    Money shop,
    Money books,
    Map<Explained, Money> parts) {

  public Totals {
    parts = Collections.unmodifiableMap(new TreeMap<>(parts));
  }

  static Totals of(Currency currency, List<Piece> pieces) {
    var parts = new TreeMap<Explained, Money>();
    pieces.forEach(
        piece -> piece.parts().forEach((why, money) -> parts.merge(why, money, Money::plus)));
    parts.values().removeIf(Money::isZero);
    return new Totals(
        currency,
        (int) pieces.stream().filter(piece -> piece.inBooks() && !piece.refund()).count(),
        (int) pieces.stream().filter(piece -> piece.inBooks() && piece.refund()).count(),
        Money.sum(pieces.stream().map(Piece::shop).toList(), currency),
        Money.sum(pieces.stream().map(Piece::books).toList(), currency),
        parts);
  }

  /** The whole of what is accounted for; may be below zero. */
  public Money explained() {
    return Money.sum(parts.values(), currency);
  }

  /** Whether both sides come to the same, so that there is nothing to explain. */
  public boolean isEqual() {
    return shop.equals(books) && parts.isEmpty();
  }

  /** Zero when nothing is wrong. */
  public Money unexplained() {
    return shop.minus(books).minus(explained());
  }
}
