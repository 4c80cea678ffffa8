package io.shopbooks.stock;

import io.shopbooks.connections.Connection;
import io.shopbooks.sale.StockAnswer;
import io.shopbooks.sale.StockLevel;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Writes down each quantity that goes to a shop, with what was there before. */
@Component
class StockChanges {

  private static final Logger LOG = LoggerFactory.getLogger(StockChanges.class);

  private final StockRows rows;
  private final Clock clock;

  StockChanges(StockRows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  /** It is on the wire from now on; an earlier one of the same product was never answered. */
  void begin(Connection connection, String realm, StockLevel level, BigDecimal after) {
    rows.of(
            connection,
            realm,
            """
            update stock_change set state = 'unanswered'
            where %s and product = :product and state = 'sending'
            """)
        .param("product", level.product())
        .update();
    rows.of(
            connection,
            realm,
            """
            insert into stock_change (shop, realm, connection, product, name, before, after,
                decided_at, state)
            values (:shop, :realm, :connection, :product, :name, :before, :after, :now, 'sending')
            """)
        .param("connection", connection.name())
        .param("product", level.product())
        .param("name", level.name())
        .param("before", level.quantity().orElse(null), Types.NUMERIC)
        .param("after", after)
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  void end(Connection connection, String realm, StockAnswer answer) {
    rows.of(
            connection,
            realm,
            """
            update stock_change set state = :state, said = :said
            where %s and product = :product and state = 'sending'
            """)
        .param("product", answer.product())
        .param("state", word(answer))
        .param("said", answer.said())
        .update();
    LOG.info(
        "stock {} product={}/{} quantity={} {}",
        word(answer),
        connection.shopId(),
        answer.product(),
        answer.quantity().map(BigDecimal::toPlainString).orElse("none"),
        answer.said());
  }

  private static String word(StockAnswer answer) {
    return answer.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
