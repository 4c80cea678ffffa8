package io.shopbooks.ledger;

import io.shopbooks.sale.OrderKey;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened to each order, in order. Nothing is ever removed from it. */
@Component
class History {

  private final JdbcClient db;
  private final Clock clock;

  History(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  void add(OrderKey order, String realm, String what, String detail) {
    db.sql(
            """
            insert into history (shop, realm, order_id, at, what, detail)
            values (:shop, :realm, :order, :at, :what, :detail)
            """)
        .param("shop", order.shop().value())
        .param("realm", realm)
        .param("order", order.id())
        .param("at", Timestamp.from(clock.instant()))
        .param("what", what)
        .param("detail", detail)
        .update();
  }
}
