package io.shopbooks.ledger;

import io.shopbooks.sale.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How things stand with a connection: in counts, in money, and by its newest documents. Reads. */
@Component("standing")
public class Standing {

  /** How far orders and documents have got, as a person asks for it. */
  public enum State {
    /** Sales that are in the books. */
    IN_BOOKS,
    /** Credits and refunds that are in the books. */
    CREDITED,
    /** Orders to be planned, and sales and credits to be sent. */
    ON_THE_WAY,
    /** Documents nobody knows about: they are asked for. */
    DOUBTFUL,
    /** What needs a person. */
    HELD,
    /** Orders that are not sales yet. */
    WAITING,
    /** Orders that are no sales. */
    LEFT_OUT;

    /** As files and message keys write it: "in-books". */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** So many in this state, of one currency, and what they are worth together. */
  public record Sum(State state, int count, Money money) {}

  /**
   * A sync that ran, or is running.
   *
   * @param ended absent while it runs, or where its process died
   * @param trouble with the run as a whole, "shop-unreachable"; empty if none; "interrupted" where
   *     its process died
   * @param detail in English
   */
  public record LastRun(Instant started, Optional<Instant> ended, String trouble, String detail) {

    /** Whether somebody is at it now. */
    public boolean goesOn() {
      return ended.isEmpty() && !trouble.equals(Runs.INTERRUPTED);
    }
  }

  /**
   * One document.
   *
   * @param order number of the order, as people call it
   * @param number of the document; may be empty
   * @param date absent where it was only found in the books
   * @param state as the ledger writes it: "posted"
   * @param quickbooksId empty while it is not in the books
   */
  public record Newest(
      String order,
      String kind,
      String number,
      Optional<LocalDate> date,
      Money total,
      String state,
      String quickbooksId) {}

  /**
   * What happened since a moment, and what is left.
   *
   * @param read orders that came or changed since
   * @param posted documents that got into the books since
   */
  public record Progress(int read, int toPlan, int toSend, int posted, int doubtful, int held) {}

  private final JdbcClient db;
  private final Clock clock;

  Standing(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** The sums of a connection, by state and currency; states without anything are not there. */
  public List<Sum> sums(String connection) {
    return db.sql(
            """
            select state, currency, count(*) as count, sum(money) as money from (
              select case purpose when 'SALE' then 0 else 1 end as state, currency,
                  posted_total as money
                from document where connection = :connection and state = 'posted'
                  and purpose in ('SALE', 'CREDIT')
              union all
              select 2, currency, total from document where connection = :connection
                  and state in ('planned', 'sending') and purpose in ('SALE', 'CREDIT')
              union all
              select 2, currency, total from shop_order
                where connection = :connection and state = 'received'
              union all
              select 3, currency, total from document
                where connection = :connection and state = 'doubtful'
              union all
              select 4, currency, amount from hold
                where connection = :connection and ended_at is null
              union all
              select case state when 'waiting' then 5 else 6 end, currency, total
                from shop_order where connection = :connection
                  and state in ('waiting', 'left-out')
            ) pieces group by state, currency order by state, currency
            """)
        .param("connection", connection)
        .query(
            (row, n) ->
                new Sum(
                    State.values()[row.getInt("state")],
                    row.getInt("count"),
                    money(row.getBigDecimal("money"), row.getString("currency"))))
        .list();
  }

  /** How many need a person, in all connections. */
  public int held() {
    return db.sql("select count(*) from hold where ended_at is null").query(Integer.class).single();
  }

  /** The newest run. One without an end that nobody is at was interrupted. */
  public Optional<LastRun> lastRun(String connection) {
    // At once: between two questions it may end, or the next begin.
    return db.sql(
            """
            select started_at, ended_at, trouble_detail,
              case when ended_at is null and not exists (
                  select from lease where name = 'sync ' || :connection and held_until >= :now)
                then :interrupted else trouble end as trouble
            from run where connection = :connection order by id desc limit 1
            """)
        .param("connection", connection)
        .param("now", Timestamp.from(clock.instant()))
        .param("interrupted", Runs.INTERRUPTED)
        .query(
            (row, n) ->
                new LastRun(
                    row.getTimestamp("started_at").toInstant(),
                    Optional.ofNullable(row.getTimestamp("ended_at")).map(Timestamp::toInstant),
                    row.getString("trouble"),
                    row.getString("trouble_detail")))
        .optional();
  }

  /** The documents that were sent or found last, the newest first. */
  public List<Newest> newest(String connection, int most) {
    return db.sql(
            """
            select document.*, coalesce(shop_order.number, document.order_id) as order_number
            from document left join shop_order using (shop, realm, order_id)
            where document.connection = :connection and coalesce(posted_at, sent_at) is not null
              and document.state <> 'dropped'
            order by coalesce(posted_at, sent_at) desc, document.id desc limit :most
            """)
        .param("connection", connection)
        .param("most", most)
        .query(Standing::newest)
        .list();
  }

  /** What happened since this moment. */
  public Progress since(String connection, Instant moment) {
    return db.sql(
            """
            select
              (select count(*) from shop_order where connection = :connection
                and greatest(received_at, changed_at) >= :moment) as read,
              (select count(*) from shop_order
                where connection = :connection and state = 'received') as to_plan,
              (select count(*) from document where connection = :connection
                and state in ('planned', 'sending')) as to_send,
              (select count(*) from document where connection = :connection
                and state = 'posted' and posted_at >= :moment) as posted,
              (select count(*) from document where connection = :connection
                and state = 'doubtful') as doubtful,
              (select count(*) from hold
                where connection = :connection and ended_at is null) as held
            """)
        .param("connection", connection)
        .param("moment", Timestamp.from(moment))
        .query(
            (row, n) ->
                new Progress(
                    row.getInt("read"),
                    row.getInt("to_plan"),
                    row.getInt("to_send"),
                    row.getInt("posted"),
                    row.getInt("doubtful"),
                    row.getInt("held")))
        .single();
  }

  private static Newest newest(ResultSet row, int n) throws SQLException {
    var posted = row.getBigDecimal("posted_total");
    return new Newest(
        row.getString("order_number"),
        row.getString("kind"),
        row.getString("number"),
        Optional.ofNullable(row.getDate("dated")).map(java.sql.Date::toLocalDate),
        money(posted == null ? row.getBigDecimal("total") : posted, row.getString("currency")),
        row.getString("state"),
        row.getString("quickbooks_id"));
  }

  /** Shops may write a currency that nobody knows. */
  static Money money(BigDecimal amount, String currency) {
    try {
      return new Money(amount, Currency.getInstance(currency));
    } catch (IllegalArgumentException unknown) {
      return new Money(amount, Currency.getInstance("XXX"));
    }
  }
}
