package io.shopbooks.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shopbooks.books.Reason;
import io.shopbooks.books.Why;
import io.shopbooks.sale.Money;
import io.shopbooks.sale.OrderKey;
import io.shopbooks.sale.ShopId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What needs a person, why, and how much money waits for the answer. */
@Component
class Holds {

  static final String ORDER = "order";

  private static final Logger LOG = LoggerFactory.getLogger(Holds.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JdbcClient db;
  private final Clock clock;
  private final History history;

  Holds(JdbcClient db, Clock clock, History history) {
    this.db = db;
    this.clock = clock;
    this.history = history;
  }

  static String document(long id) {
    return "document " + id;
  }

  static String refund(String id) {
    return "refund " + id;
  }

  /** Holds the subject; one that is held already keeps its time and gets the newer reason. */
  void hold(
      OrderKey order, String realm, String connection, String subject, Reason reason, Money money) {
    var document = subject.startsWith("document ") ? Long.valueOf(subject.substring(9)) : null;
    db.sql(
            """
            insert into hold (connection, shop, realm, order_id, subject, document, why, facts,
                currency, amount, since)
            values (:connection, :shop, :realm, :order, :subject, :document, :why, :facts,
                :currency, :amount, :now)
            on conflict (shop, realm, order_id, subject) where ended_at is null
            do update set why = excluded.why, facts = excluded.facts, amount = excluded.amount,
                currency = excluded.currency, connection = excluded.connection
            """)
        .param("connection", connection)
        .param("shop", order.shop().value())
        .param("realm", realm)
        .param("order", order.id())
        .param("subject", subject)
        .param("document", document)
        .param("why", reason.why().word())
        .param("facts", json(reason))
        .param("currency", money.currency().getCurrencyCode())
        .param("amount", money.amount())
        .param("now", Timestamp.from(clock.instant()))
        .update();
    history.add(order, realm, "held", subject + ": " + reason);
    LOG.info("held order={} {} reason={} money={}", order, subject, reason, money);
  }

  /** The subject is well again, by itself or by what a person changed. */
  void resolved(OrderKey order, String realm, String subject) {
    end(order, realm, subject, "resolved", "");
  }

  /** Nothing is to be booked; what is wrong with a document in the books stays so. */
  void notBooked(OrderKey order, String realm, boolean isInBooks) {
    if (isInBooks) {
      resolved(order, realm, ORDER);
    } else {
      allResolved(order, realm);
    }
  }

  /** Nothing of the order needs a person any more. */
  void allResolved(OrderKey order, String realm) {
    open(order, realm).forEach(subject -> resolved(order, realm, subject));
  }

  /** What of the order needs a person now. */
  List<String> open(OrderKey order, String realm) {
    return db.sql(
            """
            select subject from hold
            where shop = :shop and realm = :realm and order_id = :order and ended_at is null
            """)
        .param("shop", order.shop().value())
        .param("realm", realm)
        .param("order", order.id())
        .query(String.class)
        .list();
  }

  /** Whether a person decided to leave the subject as it is, and nothing was held since. */
  boolean isIgnored(OrderKey order, String realm, String subject) {
    return db.sql(
            """
            select coalesce(ended_by = 'ignored', false) from hold
            where shop = :shop and realm = :realm and order_id = :order and subject = :subject
            order by id desc limit 1
            """)
        .param("shop", order.shop().value())
        .param("realm", realm)
        .param("order", order.id())
        .param("subject", subject)
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  /** Whether the subject needs a person now. */
  boolean isOpen(OrderKey order, String realm, String subject) {
    return db.sql(
            """
            select count(*) > 0 from hold
            where shop = :shop and realm = :realm and order_id = :order and subject = :subject
              and ended_at is null
            """)
        .param("shop", order.shop().value())
        .param("realm", realm)
        .param("order", order.id())
        .param("subject", subject)
        .query(Boolean.class)
        .single();
  }

  /** Ends what is held of the order, or one subject of it; answers how many. */
  int end(OrderKey order, String realm, String subject, String by, String note) {
    var ended =
        db.sql(
                """
                update hold set ended_at = :now, ended_by = :by, note = :note
                where shop = :shop and realm = :realm and order_id = :order
                  and subject = :subject and ended_at is null
                """)
            .param("now", Timestamp.from(clock.instant()))
            .param("by", by)
            .param("note", note)
            .param("shop", order.shop().value())
            .param("realm", realm)
            .param("order", order.id())
            .param("subject", subject)
            .update();
    if (ended > 0) {
      history.add(order, realm, by, subject + (note.isEmpty() ? "" : ": " + note));
    }
    return ended;
  }

  /** Everything held of a connection, the oldest first. */
  List<Hold> of(String connection) {
    return db.sql(
            """
            select hold.*, coalesce(shop_order.number, hold.order_id) as number
            from hold left join shop_order using (shop, realm, order_id)
            where hold.connection = :connection and ended_at is null
            order by since, hold.id
            """)
        .param("connection", connection)
        .query(Holds::row)
        .list();
  }

  /** What a person left as it is, and nothing was held of it since; the newest first. */
  List<Ignored> ignored(String connection, int most) {
    return db.sql(
            """
            select hold.*, coalesce(shop_order.number, hold.order_id) as number
            from hold left join shop_order using (shop, realm, order_id)
            where hold.connection = :connection and ended_by = 'ignored'
              and not exists (select from hold later
                where (later.shop, later.realm, later.order_id, later.subject)
                    = (hold.shop, hold.realm, hold.order_id, hold.subject)
                  and later.id > hold.id)
            order by ended_at desc, hold.id desc limit :most
            """)
        .param("connection", connection)
        .param("most", most)
        .query(
            (row, n) ->
                new Ignored(
                    row(row, n), row.getTimestamp("ended_at").toInstant(), row.getString("note")))
        .list();
  }

  private static Hold row(ResultSet row, int n) throws SQLException {
    return new Hold(
        row.getLong("id"),
        row.getString("connection"),
        new OrderKey(new ShopId(row.getString("shop")), row.getString("order_id")),
        row.getString("realm"),
        row.getString("number"),
        row.getString("subject"),
        reason(row),
        new Money(row.getBigDecimal("amount"), Currency.getInstance(row.getString("currency"))),
        row.getTimestamp("since").toInstant());
  }

  static Reason reason(ResultSet row) throws SQLException {
    return new Reason(why(row.getString("why")), facts(row.getString("facts")));
  }

  private static Why why(String word) {
    return Why.valueOf(word.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
  }

  private static String json(Reason reason) {
    try {
      return JSON.writeValueAsString(reason.facts());
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static LinkedHashMap<String, String> facts(String json) {
    try {
      return JSON.readValue(json, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The facts of a hold cannot be read: " + json, e);
    }
  }
}
