package io.shopbooks.ledger;

import io.shopbooks.connections.Connection;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Orders that are to be read again soon, because a delivery named them. */
@Component("hints")
public class Hints {

  private final JdbcClient db;
  private final Clock clock;

  Hints(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** Notes that something happened to the order. */
  public void add(Connection connection, String order) {
    db.sql(
            """
            insert into hint (connection, order_id, noted_at) values (:connection, :order, :now)
            on conflict (connection, order_id) do update set noted_at = excluded.noted_at
            """)
        .param("connection", connection.name())
        .param("order", order)
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  /** The noted orders, forgotten from now on: the next poll finds what is lost by that. */
  public List<String> take(Connection connection) {
    return db.sql("delete from hint where connection = :connection returning order_id")
        .param("connection", connection.name())
        .query(String.class)
        .list();
  }
}
