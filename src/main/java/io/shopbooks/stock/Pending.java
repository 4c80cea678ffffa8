package io.shopbooks.stock;

import io.shopbooks.books.OnHand;
import io.shopbooks.ledger.Goods;
import io.shopbooks.ledger.OpenSale;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How many pieces of each item were sold by the shops of a company, and not known to QuickBooks
 * when it was asked for its quantity: received, waiting, held and doubtful sales, and those that
 * were posted since.
 */
@Component
class Pending {

  private final JdbcClient db;
  private final Goods goods;

  Pending(JdbcClient db, Goods goods) {
    this.db = db;
    this.goods = goods;
  }

  private record Piece(String sku, BigDecimal count) {}

  /** By QuickBooks' id of the item. */
  Map<String, BigDecimal> of(String realm, Collection<OnHand> items, Matching matching) {
    var byId = new HashMap<String, OnHand>();
    items.forEach(item -> byId.put(item.item().id(), item));
    var earliest =
        items.stream()
            .filter(OnHand::counted)
            .map(OnHand::asOf)
            .min(Instant::compareTo)
            .orElse(Instant.MAX);
    if (earliest.equals(Instant.MAX)) {
      return Map.of();
    }
    var taken = taken(realm);
    var pending = new HashMap<String, BigDecimal>();
    for (var sale : goods.open(realm, earliest)) {
      for (var piece : taken.getOrDefault(key(sale.shop(), sale.order()), List.of())) {
        only(matching.of(piece.sku()))
            .ifPresent(item -> pending.merge(item.item().id(), piece.count(), BigDecimal::add));
      }
      for (var booked : sale.booked()) {
        takeOff(booked, byId, matching, pending);
      }
    }
    return pending;
  }

  private static void takeOff(
      OpenSale.Booked booked,
      Map<String, OnHand> byId,
      Matching matching,
      Map<String, BigDecimal> pending) {
    booked
        .pieces()
        .forEach(
            (key, count) ->
                Optional.ofNullable(byId.get(key))
                    .or(() -> only(matching.of(key)))
                    .filter(item -> booked.since().isBefore(item.asOf()))
                    .ifPresent(
                        item -> pending.merge(item.item().id(), count.negate(), BigDecimal::add)));
  }

  private static Optional<OnHand> only(List<OnHand> found) {
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private Map<String, List<Piece>> taken(String realm) {
    var taken = new HashMap<String, List<Piece>>();
    db.sql("select shop, order_id, sku, pieces from stock_taken where realm = :realm")
        .param("realm", realm)
        .query(
            row -> {
              var order = key(row.getString(1), row.getString(2));
              var piece = new Piece(row.getString(3), row.getBigDecimal(4));
              taken.computeIfAbsent(order, k -> new ArrayList<>()).add(piece);
            });
    return taken;
  }

  private static String key(String shop, String order) {
    return shop + "/" + order;
  }
}
