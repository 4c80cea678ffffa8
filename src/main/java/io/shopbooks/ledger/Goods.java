package io.shopbooks.ledger;

import io.shopbooks.books.DocumentKind.Purpose;
import io.shopbooks.books.NewItem;
import io.shopbooks.books.Ref;
import io.shopbooks.books.SalesForm;
import io.shopbooks.connections.Connection;
import io.shopbooks.ledger.OpenSale.Booked;
import io.shopbooks.sale.OrderKey;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which goods are sold and not in the books yet. Reads. */
@Component("goods")
public class Goods {

  private final JdbcClient db;

  Goods(JdbcClient db) {
    this.db = db;
  }

  /**
   * An order as it came.
   *
   * @param json {@link io.shopbooks.sale.RawOrder#json}
   * @param changed when it was kept
   */
  public record Kept(String order, Instant ordered, Instant changed, String json) {}

  /**
   * The orders that came or changed since, the earliest change first.
   *
   * @param since absent: all
   */
  public List<String> changed(Connection connection, String realm, Optional<Instant> since) {
    return db.sql(
            """
            select order_id from shop_order
            where shop = :shop and realm = :realm and changed_at >= :since
            order by changed_at, order_id
            """)
        .param("shop", connection.shopId().value())
        .param("realm", realm)
        .param("since", Timestamp.from(since.orElse(Instant.EPOCH)))
        .query(String.class)
        .list();
  }

  /** An order as it was received last. */
  public Kept kept(Connection connection, String realm, String order) {
    return db.sql(
            """
            select order_id, created_at, changed_at, raw from shop_order
            where shop = :shop and realm = :realm and order_id = :order
            """)
        .param("shop", connection.shopId().value())
        .param("realm", realm)
        .param("order", order)
        .query(
            (row, n) ->
                new Kept(
                    row.getString(1),
                    row.getTimestamp(2).toInstant(),
                    row.getTimestamp(3).toInstant(),
                    row.getString(4)))
        .single();
  }

  /** Which orders of the shop are none for the books, or were entered by hand. */
  public List<String> leftOut(Connection connection, String realm) {
    return db.sql(
            """
            select order_id from shop_order
            where shop = :shop and realm = :realm and state = 'left-out'
            """)
        .param("shop", connection.shopId().value())
        .param("realm", realm)
        .query(String.class)
        .list();
  }

  /**
   * The orders of all shops of a company whose documents were not all in the books at that moment.
   */
  public List<OpenSale> open(String realm, Instant moment) {
    var open = new LinkedHashMap<OrderKey, List<Booked>>();
    db.sql(
            """
            select o.shop, o.order_id, version.plan, version.since, version.until
            from shop_order o
            left join lateral (
              select coalesce(d.booked, d.plan) as plan, d.posted_at as since,
                  null::timestamptz as until
              from document d
              where d.shop = o.shop and d.realm = o.realm and d.order_id = o.order_id
                and d.quickbooks_id <> '' and d.stored is not null and d.posted_at is not null
              union all
              select former.plan, former.since, former.until
              from document d join document_former former on former.document = d.id
              where d.shop = o.shop and d.realm = o.realm and d.order_id = o.order_id
                and former.until >= :moment
            ) version on true
            where o.realm = :realm and o.state <> 'left-out'
              and (o.state in ('received', 'waiting', 'held')
                or exists (select 1 from document other
                  where other.shop = o.shop and other.realm = o.realm
                    and other.order_id = o.order_id
                    and (other.state <> 'posted' or other.posted_at >= :moment))
                or exists (select 1 from hold
                  where hold.shop = o.shop and hold.realm = o.realm
                    and hold.order_id = o.order_id and hold.ended_at is null))
            """)
        .param("realm", realm)
        .param("moment", Timestamp.from(moment))
        .query(
            row -> {
              var key =
                  new OrderKey(
                      new io.shopbooks.sale.ShopId(row.getString("shop")),
                      row.getString("order_id"));
              booked(row).ifPresent(open.computeIfAbsent(key, k -> new ArrayList<>())::add);
            });
    return open.entrySet().stream()
        .map(one -> new OpenSale(one.getKey().shop().value(), one.getKey().id(), one.getValue()))
        .toList();
  }

  private static Optional<Booked> booked(ResultSet row) throws SQLException {
    var since = row.getTimestamp("since");
    var until = Optional.ofNullable(row.getTimestamp("until")).map(Timestamp::toInstant);
    return DocumentJson.find(row.getString("plan"))
        .filter(SalesForm.class::isInstance)
        .map(form -> new Booked(since.toInstant(), until, pieces((SalesForm) form)));
  }

  private static Map<String, BigDecimal> pieces(SalesForm form) {
    var back = form.key().kind().purpose() == Purpose.CREDIT;
    var pieces = new HashMap<String, BigDecimal>();
    for (var line : form.lines()) {
      var item = line.item() instanceof Ref known ? known.id() : ((NewItem) line.item()).sku();
      pieces.merge(item, back ? line.quantity().negate() : line.quantity(), BigDecimal::add);
    }
    return pieces;
  }
}
