package io.shopbooks.stock;

import io.shopbooks.connections.Connection;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people ask about the stock of a connection. Reads. */
@Component
public class StockLists {

  private static final int FINGERPRINT = 12;

  private final JdbcClient db;

  StockLists(JdbcClient db) {
    this.db = db;
  }

  /**
   * One quantity that was written, or tried.
   *
   * @param before absent where the shop did not tell
   * @param state "sending", "written", "refused" or "unanswered"
   */
  public record Change(
      String product,
      String name,
      Optional<BigDecimal> before,
      BigDecimal after,
      Instant at,
      String state,
      String said) {}

  /** How many stand how. */
  public StockStanding standing(Connection connection) {
    return of(
            connection,
            """
            select count(*) filter (where state = 'same') as same,
                count(*) filter (where state in ('read', 'write', 'writing')) as to_write,
                count(*) filter (where state = 'confirm') as to_confirm,
                count(*) filter (where state = 'left') as left_alone,
                exists (select 1 from stock_course where shop = :shop and begun_at is not null)
                  as begun
            from stock_level where connection = :connection
            """)
        .param("shop", connection.shopId().value())
        .query(
            (row, n) ->
                new StockStanding(
                    row.getInt("same"),
                    row.getInt("to_write"),
                    row.getInt("to_confirm"),
                    row.getInt("left_alone"),
                    row.getBoolean("begun")))
        .single();
  }

  /** Everything that is not the same on both sides, by what becomes of it. */
  public List<StockDifference> differences(Connection connection) {
    return of(
            connection,
            """
            select * from stock_level
            where connection = :connection and state in ('write', 'confirm', 'left')
            order by state, because, product
            """)
        .query(StockLists::difference)
        .list();
  }

  private static StockDifference difference(ResultSet row, int n) throws SQLException {
    var level = StockRows.level(row, n);
    return new StockDifference(
        level.product(),
        level.sells().values().stream()
            .filter(sku -> !sku.isEmpty())
            .distinct()
            .collect(Collectors.joining(", ")),
        level.name(),
        level.quantity(),
        Optional.ofNullable(row.getBigDecimal("wanted")),
        row.getString("state"),
        Optional.of(row.getString("because")).filter(why -> !why.isEmpty()).map(StockWhy::of),
        StockRows.texts(row.getString("facts")));
  }

  /**
   * What a person agrees to: it changes as soon as either side of anything that waits changes. A
   * sale takes from both sides alike, so that both are as they were before all sales.
   *
   * @return empty where nothing waits
   */
  public Optional<String> fingerprint(Connection connection) {
    var waiting =
        of(
                connection,
                """
                select product, quantity + taken, wanted + taken, because from stock_level
                where connection = :connection and state = 'confirm' order by product
                """)
            .query(
                (row, n) ->
                    String.join(
                        "|",
                        row.getString(1),
                        plain(row.getBigDecimal(2)),
                        plain(row.getBigDecimal(3)),
                        row.getString(4)))
            .list();
    return waiting.isEmpty()
        ? Optional.empty()
        : Optional.of(hash(connection.shopId() + "\n" + String.join("\n", waiting)));
  }

  private static String hash(String text) {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, FINGERPRINT);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java knows SHA-256", impossible);
    }
  }

  private static String plain(BigDecimal quantity) {
    return quantity == null ? "" : quantity.stripTrailingZeros().toPlainString();
  }

  /** The newest quantities that were written, the newest first. */
  public List<Change> changes(Connection connection, int most) {
    return of(
            connection,
            """
            select * from stock_change where connection = :connection order by id desc limit :most
            """)
        .param("most", most)
        .query(
            (row, n) ->
                new Change(
                    row.getString("product"),
                    row.getString("name"),
                    Optional.ofNullable(row.getBigDecimal("before")),
                    row.getBigDecimal("after"),
                    row.getTimestamp("decided_at").toInstant(),
                    row.getString("state"),
                    row.getString("said")))
        .list();
  }

  /** How many quantities were written since. */
  public int written(Connection connection, Instant since) {
    return of(
            connection,
            """
            select count(*) from stock_change
            where connection = :connection and state = 'written' and decided_at >= :since
            """)
        .param("since", Timestamp.from(since))
        .query(Integer.class)
        .single();
  }

  private JdbcClient.StatementSpec of(Connection connection, String sql) {
    return db.sql(sql).param("connection", connection.name());
  }
}
