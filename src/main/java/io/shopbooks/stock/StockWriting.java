package io.shopbooks.stock;

import io.shopbooks.books.OnHand;
import io.shopbooks.connections.Connection;
import io.shopbooks.connections.Connection.Kind;
import io.shopbooks.sale.StockAnswer;
import io.shopbooks.sale.StockOrder;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which quantities go to the shop now, and what came of them. */
@Component("stockWriting")
public class StockWriting {

  private final StockRows rows;
  private final Taken taken;
  private final StockChanges changes;
  private final Clock clock;

  StockWriting(StockRows rows, Taken taken, StockChanges changes, Clock clock) {
    this.rows = rows;
    this.taken = taken;
    this.changes = changes;
    this.clock = clock;
  }

  /** Whether there is more to write. */
  public boolean isMore(Connection connection, String realm) {
    return rows.of(
            connection,
            realm,
            "select exists (select 1 from stock_level where %s and state = 'write')")
        .query(Boolean.class)
        .single();
  }

  /**
   * The next quantities to write in one request: in WooCommerce products together, variations with
   * those of the same product. They are on the wire from now on.
   */
  @Transactional
  public List<StockOrder> take(Connection connection, String realm, int most) {
    var next =
        rows.of(
                connection,
                realm,
                """
                select * from stock_level where %s and state = 'write'
                  and (:mixed or case when position('/' in product) > 0 then split_part(product, '/', 1)
                      else '' end
                    = (select case when position('/' in product) > 0
                        then split_part(product, '/', 1) else '' end
                       from stock_level where shop = :shop and realm = :realm and state = 'write'
                       order by product limit 1))
                order by product limit :most
                """)
            .param("most", most)
            .param("mixed", connection.shop().kind() == Kind.WIX)
            .query(
                (row, n) -> {
                  changes.begin(
                      connection, realm, StockRows.level(row, n), row.getBigDecimal("wanted"));
                  return new StockOrder(
                      row.getString("product"),
                      row.getBigDecimal("quantity"),
                      row.getBigDecimal("wanted"));
                })
            .list();
    next.forEach(one -> state(connection, realm, one.product(), "writing"));
    return next;
  }

  private void state(Connection connection, String realm, String product, String state) {
    rows.of(
            connection,
            realm,
            "update stock_level set state = :state where %s and product = :product")
        .param("product", product)
        .param("state", state)
        .update();
  }

  /** Keeps what came of quantities that were sent. */
  @Transactional
  public void written(
      Connection connection, String realm, List<StockAnswer> answers, List<OnHand> items) {
    var matching = new Matching(connection.choices().products(), items);
    var all = taken.byProduct(connection, realm);
    for (var answer : answers) {
      changes.end(connection, realm, answer);
      switch (answer.outcome()) {
        case WRITTEN -> done(connection, realm, answer, matching, all);
        case MOVED -> moved(connection, realm, answer);
        case REFUSED -> refused(connection, realm, answer);
      }
    }
  }

  private void refused(Connection connection, String realm, StockAnswer answer) {
    rows.of(
            connection,
            realm,
            """
            update stock_level set state = 'left', because = :because, facts = :facts
            where %s and product = :product
            """)
        .param("product", answer.product())
        .param("because", StockWhy.REFUSED.word())
        .param("facts", StockRows.text(Map.of("said", answer.said())))
        .update();
  }

  /** The next run decides about what the shop has by now. */
  private void moved(Connection connection, String realm, StockAnswer answer) {
    rows.of(
            connection,
            realm,
            """
            update stock_level
            set state = 'read', because = '', facts = '{}', quantity = :quantity, read_at = :now
            where %s and product = :product
            """)
        .param("product", answer.product())
        .param("quantity", answer.quantity().orElseThrow())
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  private void done(
      Connection connection,
      String realm,
      StockAnswer answer,
      Matching matching,
      Map<String, BigDecimal> all) {
    var level =
        rows.of(connection, realm, "select * from stock_level where %s and product = :product")
            .param("product", answer.product())
            .query(StockRows::level)
            .single();
    var items = matching.of(level).items().stream().map(item -> item.item().id()).sorted().toList();
    rows.of(
            connection,
            realm,
            """
            update stock_level
            set state = 'same', because = '', facts = '{}', quantity = :quantity,
                agreed = wanted + :taken, items = :items, read_at = :now, written_at = :now
            where %s and product = :product
            """)
        .param("product", answer.product())
        .param("quantity", answer.quantity().orElseThrow())
        .param("taken", Stock.sum(level, all))
        .param("items", String.join(",", items))
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }
}
