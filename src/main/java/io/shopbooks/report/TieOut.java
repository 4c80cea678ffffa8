package io.shopbooks.report;

import io.shopbooks.sale.Money;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The three sides of a span side by side, cut in several ways: what the shop says, what the ledger
 * planned, what QuickBooks said. Each cut of a currency holds the same sales and refunds.
 */
public record TieOut(List<Cut> cuts) {

  /** By what sales are told apart. */
  public enum By {
    /** The day of the sale or refund, each side by its own date. */
    DAY,
    /** The tax codes of its document. */
    TAX_CODE,
    /** The tax in it, by the same codes. */
    TAX,
    /** How the shop says it was paid. */
    METHOD;

    /** As message keys write it: "tax-code". */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * One cut of one currency.
   *
   * @param rows by their keys
   */
  public record Cut(By by, Currency currency, List<Row> rows) {

    public Cut {
      rows = List.copyOf(rows);
    }

    /** All rows together. */
    public Row sum() {
      var zero = Money.zero(currency);
      var sum = new Row("", zero, zero, zero, Map.of());
      for (var row : rows) {
        sum = sum.plus(row);
      }
      return sum;
    }

    /** Whether every difference of every row has a name. */
    public boolean isClosed() {
      return rows.stream().allMatch(Row::isClosed);
    }
  }

  /**
   * One day, code or method; refunds are below zero.
   *
   * @param key an ISO date, the names of codes, a payment method; empty where there is none
   * @param parts what accounts for the difference between shop and books
   */
  public record Row(
      String key, Money shop, Money ledger, Money books, Map<Explained, Money> parts) {

    public Row {
      var kept = new EnumMap<Explained, Money>(Explained.class);
      parts.forEach(
          (by, money) -> {
            if (!money.isZero()) {
              kept.put(by, money);
            }
          });
      parts = java.util.Collections.unmodifiableMap(kept);
    }

    /** Zero when nothing is wrong. */
    public Money unexplained() {
      return shop.minus(books).minus(Money.sum(parts.values(), shop.currency()));
    }

    /** Whether every cent of difference has a name. */
    public boolean isClosed() {
      return unexplained().isZero();
    }

    /** Whether all three sides are the same. */
    public boolean isEqual() {
      return shop.equals(ledger) && ledger.equals(books);
    }

    /** Both together, under this one's key. */
    Row plus(Row other) {
      var sums = new EnumMap<Explained, Money>(Explained.class);
      sums.putAll(parts);
      other.parts.forEach((by, money) -> sums.merge(by, money, Money::plus));
      return new Row(
          key, shop.plus(other.shop), ledger.plus(other.ledger), books.plus(other.books), sums);
    }
  }

  public TieOut {
    cuts = List.copyOf(cuts);
  }

  /** Whether every difference has a name. */
  public boolean isClosed() {
    return cuts.stream().allMatch(Cut::isClosed);
  }

  /** The days of one currency, in order. */
  public List<Row> days(Currency currency) {
    return cuts.stream()
        .filter(cut -> cut.by() == By.DAY && cut.currency().equals(currency))
        .flatMap(cut -> cut.rows().stream())
        .toList();
  }
}
