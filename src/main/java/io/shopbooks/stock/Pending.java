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
    var open = goods.open(realm, earliest);
    var taken = taken(realm, open);
    var pending = new HashMap<String, BigDecimal>();
    for (var sale : open) {
      var shelf = shelf(taken.getOrDefault(key(sale), List.of()), matching);
      sale.booked().forEach(booked -> takeOff(booked, byId, matching, shelf));
      shelf.forEach((item, count) -> pending.merge(item, count, BigDecimal::add));
    }
    return pending;
  }

  /** What the order took from the shop, by item. */
  private static Map<String, BigDecimal> shelf(List<Piece> pieces, Matching matching) {
    var shelf = new HashMap<String, BigDecimal>();
    for (var piece : pieces) {
      only(matching.of(piece.sku()))
          .ifPresent(item -> shelf.merge(item.item().id(), piece.count(), BigDecimal::add));
    }
    return shelf;
  }

  /** What the shop did not count when it was sold is missing on neither side. */
  private static void takeOff(
      OpenSale.Booked booked,
      Map<String, OnHand> byId,
      Matching matching,
      Map<String, BigDecimal> shelf) {
    booked
        .pieces()
        .forEach(
            (key, count) ->
                Optional.ofNullable(byId.get(key))
                    .or(() -> only(matching.of(key)))
                    .filter(item -> booked.isWithin(item.asOf()))
                    .ifPresent(
                        item ->
                            shelf.computeIfPresent(
                                item.item().id(), (id, there) -> there.subtract(count))));
  }

  private static Optional<OnHand> only(List<OnHand> found) {
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private Map<String, List<Piece>> taken(String realm, List<OpenSale> open) {
    var taken = new HashMap<String, List<Piece>>();
    db.sql(
            """
            select shop, order_id, sku, pieces
            from unnest(:shops, :orders) as open(shop, order_id)
            join stock_taken using (shop, order_id)
            where realm = :realm
            """)
        .param("shops", open.stream().map(OpenSale::shop).toArray(String[]::new))
        .param("orders", open.stream().map(OpenSale::order).toArray(String[]::new))
        .param("realm", realm)
        .query(
            row -> {
              var order = key(row.getString(1), row.getString(2));
              var piece = new Piece(row.getString(3), row.getBigDecimal(4));
              taken.computeIfAbsent(order, k -> new ArrayList<>()).add(piece);
            });
    return taken;
  }

  private static String key(OpenSale sale) {
    return key(sale.shop(), sale.order());
  }

  private static String key(String shop, String order) {
    return shop + "/" + order;
  }
}
