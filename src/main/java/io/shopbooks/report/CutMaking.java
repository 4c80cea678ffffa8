package io.shopbooks.report;

import io.shopbooks.report.TieOut.By;
import io.shopbooks.report.TieOut.Cut;
import io.shopbooks.report.TieOut.Row;
import io.shopbooks.sale.Money;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds up the rows of a tie-out. */
final class CutMaking {

  private final Map<String, Map<By, Map<String, Row>>> rows = new TreeMap<>();

  void shop(By by, String key, Money shop, Map<Explained, Money> parts) {
    var zero = Money.zero(shop.currency());
    add(by, new Row(key, shop, zero, zero, parts));
  }

  void ledger(By by, String key, Money ledger) {
    var zero = Money.zero(ledger.currency());
    add(by, new Row(key, zero, ledger, zero, Map.of()));
  }

  void books(By by, String key, Money books) {
    var zero = Money.zero(books.currency());
    add(by, new Row(key, zero, zero, books, Map.of()));
  }

  /** Something that makes up for a difference, and is on no side. */
  void part(By by, String key, Explained why, Money money) {
    shop(by, key, Money.zero(money.currency()), Map.of(why, money));
  }

  private void add(By by, Row row) {
    rows.computeIfAbsent(row.shop().currency().getCurrencyCode(), c -> new EnumMap<>(By.class))
        .computeIfAbsent(by, b -> new TreeMap<>())
        .merge(row.key(), row, Row::plus);
  }

  TieOut made() {
    var cuts = new ArrayList<Cut>();
    rows.forEach(
        (code, byBy) ->
            byBy.forEach(
                (by, byKey) ->
                    cuts.add(
                        new Cut(by, Currency.getInstance(code), List.copyOf(byKey.values())))));
    return new TieOut(cuts);
  }
}
