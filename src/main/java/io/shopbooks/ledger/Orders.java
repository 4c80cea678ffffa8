package io.shopbooks.ledger;

import io.shopbooks.connections.Connection;
import io.shopbooks.sale.OrderKey;
import io.shopbooks.sale.RawOrder;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The orders as they came. */
@Component("orders")
public class Orders {

  private final JdbcClient db;
  private final Clock clock;
  private final History history;

  Orders(JdbcClient db, Clock clock, History history) {
    this.db = db;
    this.clock = clock;
    this.history = history;
  }

  /** Keeps an order as it came. One whose content did not change since is left as it is. */
  @Transactional
  public void received(Connection connection, String realm, RawOrder order) {
    var changed =
        db.sql(
                """
                insert into shop_order (shop, realm, order_id, connection, number, status, currency,
                    total, created_at, raw, hash, state, attempt, received_at, changed_at)
                values (:shop, :realm, :order, :connection, :number, :status, :currency,
                    :total, :created, :raw, :hash, 'received', 1, :now, :now)
                on conflict (shop, realm, order_id) do update set
                    connection = excluded.connection, number = excluded.number,
                    status = excluded.status, currency = excluded.currency,
                    total = excluded.total, raw = excluded.raw, hash = excluded.hash,
                    state = case when shop_order.because in ('ignored', 'undone')
                                 then shop_order.state
                                 else 'received' end,
                    attempt = shop_order.attempt + 1, changed_at = excluded.changed_at,
                    claimed_until = '-infinity'
                where shop_order.hash <> excluded.hash
                """)
            .param("shop", order.key().shop().value())
            .param("realm", realm)
            .param("order", order.key().id())
            .param("connection", connection.name())
            .param("number", order.number())
            .param("status", order.status())
            .param("currency", order.currency())
            .param("total", amount(order.total()))
            .param("created", Timestamp.from(order.created()))
            .param("raw", order.json())
            .param("hash", order.hash())
            .param("now", now())
            .update();
    if (changed > 0) {
      history.add(order.key(), realm, "received", order.status() + " " + order.total());
    } else {
      // A product's SKU is read with the order and changes without it (`woocommerce.md` 4.2).
      db.sql(
              """
              update shop_order set raw = :raw
              where shop = :shop and realm = :realm and order_id = :order and raw <> :raw
              """)
          .param("raw", order.json())
          .param("shop", order.key().shop().value())
          .param("realm", realm)
          .param("order", order.key().id())
          .update();
    }
  }

  /** Plans the order anew at the next occasion, with today's choices. */
  @Transactional
  public void again(OrderKey order, String realm) {
    db.sql(
            """
            update shop_order set state = 'received', because = '', undone_run = null,
                attempt = attempt + 1,
                claimed_until = '-infinity', changed_at = :now
            where shop = :shop and realm = :realm and order_id = :order
            """)
        .param("now", now())
        .param("shop", order.shop().value())
        .param("realm", realm)
        .param("order", order.id())
        .update();
  }

  /** What is no number makes the order unreadable later; here it only counts as nothing. */
  static BigDecimal amount(String total) {
    try {
      return new BigDecimal(total.strip());
    } catch (NumberFormatException e) {
      return BigDecimal.ZERO;
    }
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
