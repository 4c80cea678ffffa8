package io.shopbooks.stock;

import io.shopbooks.books.OnHand;
import io.shopbooks.connections.Connection;
import io.shopbooks.sale.StockLevel;
import io.shopbooks.stock.Comparison.Known;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is to become of the shop's stock. */
@Component("stock")
public class Stock {

  private static final Logger LOG = LoggerFactory.getLogger(Stock.class);

  private final StockRows rows;
  private final Taken taken;
  private final Pending pending;
  private final StockLists lists;
  private final Clock clock;

  Stock(StockRows rows, Taken taken, Pending pending, StockLists lists, Clock clock) {
    this.rows = rows;
    this.taken = taken;
    this.pending = pending;
    this.lists = lists;
    this.clock = clock;
  }

  /**
   * Compares both sides. What is equal is remembered as agreed; all else is answered.
   *
   * @param items the company's active ones
   */
  @Transactional
  public List<StockDecision> differences(Connection connection, String realm, List<OnHand> items) {
    var matching = new Matching(connection.choices().products(), items);
    var open = pending.of(realm, items, matching);
    var all =
        new Comparison(connection, items, open, hasBegun(connection, realm))
            .all(known(connection, realm));
    all.stream()
        .filter(decision -> decision.word().equals(StockDecision.SAME))
        .forEach(decision -> note(connection, realm, "same", decision));
    beginWhereEqual(connection, realm, all);
    return all.stream().filter(one -> !one.word().equals(StockDecision.SAME)).toList();
  }

  private List<Known> known(Connection connection, String realm) {
    var all = taken.byProduct(connection, realm);
    var late = taken.late(connection, realm);
    return rows.of(connection, realm, "select * from stock_level where %s order by product")
        .query(
            (row, n) -> {
              var level = StockRows.level(row, n);
              return new Known(level, before(row), sum(level, all), sum(level, late));
            })
        .list();
  }

  private static Optional<Before> before(ResultSet row) throws SQLException {
    var agreed = row.getBigDecimal("agreed");
    return agreed == null
        ? Optional.empty()
        : Optional.of(new Before(List.of(row.getString("items").split(",")), agreed));
  }

  static BigDecimal sum(StockLevel level, Map<String, BigDecimal> pieces) {
    return level.sells().keySet().stream()
        .map(product -> pieces.getOrDefault(product, BigDecimal.ZERO))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private boolean hasBegun(Connection connection, String realm) {
    return rows.of(
            connection,
            realm,
            "select exists (select 1 from stock_course where %s and begun_at is not null)")
        .query(Boolean.class)
        .single();
  }

  /** Where both sides agree on everything, there is nothing a person could confirm. */
  private void beginWhereEqual(Connection connection, String realm, List<StockDecision> all) {
    var equal = all.stream().anyMatch(one -> one.word().equals(StockDecision.SAME));
    if (equal && all.stream().noneMatch(one -> one.word().equals(StockDecision.CONFIRM))) {
      begin(connection, realm);
    }
  }

  private void begin(Connection connection, String realm) {
    rows.of(
            connection,
            realm,
            "update stock_course set begun_at = coalesce(begun_at, :now) where %s")
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  /** Its quantity is to go to the shop. */
  public void plan(Connection connection, String realm, StockDecision decision) {
    note(connection, realm, "write", decision);
  }

  /** A person is to say whether its quantity goes to the shop. */
  public void ask(Connection connection, String realm, StockDecision decision) {
    note(connection, realm, "confirm", decision);
  }

  /** Nothing is written, with the reason. */
  public void leave(Connection connection, String realm, StockDecision decision) {
    note(connection, realm, "left", decision);
  }

  private void note(Connection connection, String realm, String state, StockDecision decision) {
    rows.of(
            connection,
            realm,
            """
            update stock_level
            set state = :state, because = :because, facts = :facts, wanted = :wanted,
                agreed = coalesce(:agreed, agreed),
                items = case when :agreed::numeric is null then items else :items end
            where %s and product = :product
            """)
        .param("product", decision.product())
        .param("state", state)
        .param("because", decision.why().map(StockWhy::word).orElse(""))
        .param("facts", StockRows.text(decision.facts()))
        .param("wanted", decision.wanted().orElse(null), Types.NUMERIC)
        .param("agreed", decision.agreed().orElse(null), Types.NUMERIC)
        .param("items", String.join(",", decision.items()))
        .update();
  }

  /**
   * Where the run would empty too many products, nothing of it is written before a person agrees.
   */
  @Transactional
  public void guard(Connection connection, String realm) {
    var emptied = count(connection, realm, "state = 'write' and quantity > 0 and wanted = 0");
    var filled = count(connection, realm, "state in ('same', 'write', 'confirm') and quantity > 0");
    if (Comparison.isTooMuch(connection, emptied, filled)) {
      rows.of(
              connection,
              realm,
              """
              update stock_level set state = 'confirm', because = :because, facts = :facts
              where %s and state = 'write'
              """)
          .param("because", StockWhy.ZERO_GUARD.word())
          .param(
              "facts",
              StockRows.text(
                  Map.of("emptied", Integer.toString(emptied), "all", Integer.toString(filled))))
          .update();
      LOG.warn(
          "stock held connection={} would empty {} of {} products",
          connection.name(),
          emptied,
          filled);
    }
  }

  private int count(Connection connection, String realm, String which) {
    return rows.of(connection, realm, "select count(*) from stock_level where %s and " + which)
        .query(Integer.class)
        .single();
  }

  /**
   * A person agrees to all that waits for it.
   *
   * @param fingerprint of what that person saw
   * @return false where something else waits by now, or nothing; then nothing is agreed
   */
  @Transactional
  public boolean confirm(Connection connection, String realm, String fingerprint) {
    if (!lists.fingerprint(connection).equals(Optional.of(fingerprint))) {
      return false;
    }
    begin(connection, realm);
    rows.of(
            connection,
            realm,
            "update stock_level set state = 'write', because = '' where %s and state = 'confirm'")
        .update();
    return true;
  }
}
