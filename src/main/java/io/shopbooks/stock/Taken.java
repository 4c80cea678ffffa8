package io.shopbooks.stock;

import io.shopbooks.connections.Connection;
import io.shopbooks.connections.Connection.Kind;
import io.shopbooks.ledger.Goods;
import io.shopbooks.sale.Line;
import io.shopbooks.sale.Product;
import io.shopbooks.sale.Sale;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts how many pieces each order has taken off the shop's shelf, and not given back. */
@Component("taken")
public class Taken {

  private static final Logger LOG = LoggerFactory.getLogger(Taken.class);

  /** What WooCommerce took for a line, less what was put back (`woocommerce.md` 4.2). */
  private static final String REDUCED = "_reduced_stock";

  /** Orders come while others are counted. */
  private static final Duration OVERLAP = Duration.ofMinutes(5);

  private final StockRows rows;
  private final Goods goods;
  private final Clock clock;

  Taken(StockRows rows, Goods goods, Clock clock) {
    this.rows = rows;
    this.goods = goods;
    this.clock = clock;
  }

  /**
   * Whether pieces of its orders are to be counted: its own shop follows QuickBooks, or another
   * shop of the company does, and is to know what is sold here and not in the books.
   */
  public boolean isWanted(Connection connection, String realm) {
    return connection.stock().enabled()
        || rows.of(
                connection,
                realm,
                "select exists (select 1 from stock_course where realm = :realm)")
            .query(Boolean.class)
            .single();
  }

  /** The orders whose pieces are to be counted, because they came or changed. */
  public List<String> changed(Connection connection, String realm) {
    var until =
        rows.of(
                connection,
                realm,
                "select orders_until from stock_course where %s and orders_until is not null")
            .query((row, n) -> row.getTimestamp(1).toInstant())
            .optional();
    return goods.changed(connection, realm, until);
  }

  /** The order as it was received last. */
  public Goods.Kept order(Connection connection, String realm, String order) {
    return goods.kept(connection, realm, order);
  }

  /** Counts one order; one that was counted before is counted anew. */
  @Transactional
  public void keep(Connection connection, String realm, Goods.Kept order, Sale sale) {
    var pieces = new HashMap<Product, BigDecimal>();
    for (var line : sale.lines()) {
      if (!line.product().id().isEmpty()) {
        pieces.merge(line.product(), pieces(connection, sale, line), BigDecimal::add);
      }
    }
    var had = had(connection, realm, order.order());
    pieces.forEach(
        (product, count) -> {
          var before = had.remove(id(product));
          if (before == null ? count.signum() != 0 : before.compareTo(count) != 0) {
            keep(connection, realm, order, product, count);
          }
        });
    had.keySet().forEach(gone -> keep(connection, realm, order, gone, "", BigDecimal.ZERO));
  }

  private static BigDecimal pieces(Connection connection, Sale sale, Line line) {
    if (connection.shop().kind() == Kind.WOOCOMMERCE) {
      return number(line.meta().getOrDefault(REDUCED, "0"));
    }
    return line.quantity().subtract(line.restocked());
  }

  private static BigDecimal number(String text) {
    try {
      return new BigDecimal(text.strip());
    } catch (NumberFormatException plugins) {
      return BigDecimal.ZERO;
    }
  }

  private Map<String, BigDecimal> had(Connection connection, String realm, String order) {
    var had = new HashMap<String, BigDecimal>();
    rows.of(
            connection,
            realm,
            "select product, pieces from stock_taken where %s and order_id = :order")
        .param("order", order)
        .query(
            row -> {
              had.put(row.getString(1), row.getBigDecimal(2));
            });
    return had;
  }

  private void keep(
      Connection connection, String realm, Goods.Kept order, Product product, BigDecimal count) {
    keep(connection, realm, order, id(product), product.sku().strip(), count);
  }

  private void keep(
      Connection connection,
      String realm,
      Goods.Kept order,
      String product,
      String sku,
      BigDecimal count) {
    rows.of(
            connection,
            realm,
            """
            insert into stock_taken (shop, realm, order_id, product, sku, pieces, ordered_at, kept_at)
            values (:shop, :realm, :order, :product, :sku, :pieces, :ordered, :now)
            on conflict (shop, realm, order_id, product) do update
            set pieces = excluded.pieces, kept_at = excluded.kept_at,
                sku = case when excluded.sku = '' then stock_taken.sku else excluded.sku end
            """)
        .param("order", order.order())
        .param("product", product)
        .param("sku", sku)
        .param("pieces", count)
        .param("ordered", Timestamp.from(order.ordered()))
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  private static String id(Product product) {
    return product.variation().isEmpty() ? product.id() : product.id() + "/" + product.variation();
  }

  /** An order that the mapping cannot read is held elsewhere, and keeps no other from counting. */
  public void unreadable(Connection connection, String order, Exception failure) {
    LOG.warn("not counted order={}/{} {}", connection.shopId(), order, failure.getMessage());
  }

  /** All orders up to this moment are counted. */
  public void countedUntil(Connection connection, String realm, Instant moment) {
    rows.of(
            connection,
            realm,
            """
            insert into stock_course (shop, realm, orders_until) values (:shop, :realm, :until)
            on conflict (shop, realm) do update set orders_until = excluded.orders_until
            """)
        .param("until", Timestamp.from(moment.minus(OVERLAP)))
        .update();
  }

  /**
   * Pieces by the stock they were taken from, of all orders but those that are none for the books.
   */
  Map<String, BigDecimal> byStock(Connection connection, String realm) {
    return sums(
        connection,
        realm,
        """
        select sells.product, sum(taken.pieces)
        from stock_taken taken join stock_sells sells
          on sells.shop = taken.shop and sells.realm = taken.realm and sells.sold = taken.product
        where taken.shop = :shop and taken.realm = :realm and not (taken.order_id = any(:none))
        group by sells.product
        """);
  }

  /**
   * The part of them that a quantity may have been written over: of orders made after the reading
   * it was decided on, give or take the time of a checkout, and counted later.
   */
  Map<String, BigDecimal> late(Connection connection, String realm) {
    return sums(
        connection,
        realm,
        """
        select level.product, sum(taken.pieces)
        from stock_level level
        join stock_sells sells on sells.shop = level.shop and sells.realm = level.realm
          and sells.product = level.product
        join stock_taken taken on taken.shop = sells.shop and taken.realm = sells.realm
          and taken.product = sells.sold and taken.kept_at >= level.written_at
          and taken.ordered_at between coalesce(level.looked_at, level.written_at)
            - interval '15 minutes' and level.written_at + interval '5 minutes'
        where level.shop = :shop and level.realm = :realm
          and not (taken.order_id = any(:none))
        group by level.product
        """);
  }

  private Map<String, BigDecimal> sums(Connection connection, String realm, String sql) {
    var sums = new HashMap<String, BigDecimal>();
    rows.of(connection, realm, sql)
        .param("none", goods.leftOut(connection, realm).toArray(String[]::new))
        .query(
            row -> {
              sums.put(row.getString(1), row.getBigDecimal(2));
            });
    return sums;
  }
}
