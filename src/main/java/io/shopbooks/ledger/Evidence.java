package io.shopbooks.ledger;

import io.shopbooks.books.Document;
import io.shopbooks.connections.Connection;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What stands behind the stories of orders: the shop's own words, the documents as they were
 * planned, and what QuickBooks answered. Handed out one by one, because all at once may be more
 * than fits into memory. Reads only.
 */
@Component("evidence")
public class Evidence {

  private static final int AT_ONCE = 200;

  private final JdbcClient db;

  Evidence(DataSource database) {
    var template = new JdbcTemplate(database);
    template.setFetchSize(AT_ONCE);
    this.db = JdbcClient.create(template);
  }

  /**
   * What the shop said of an order last.
   *
   * @param json as it was received
   */
  public record Word(String order, String json) {}

  /**
   * A document with its proof.
   *
   * @param id as {@link DocumentStory#id} has it
   * @param plan absent where it was only found in the books
   * @param dated the day it was planned for, or found under
   * @param seen the day a person gave it in QuickBooks, where that became known
   * @param stored QuickBooks' own JSON of it after the last write; absent where nothing was sent
   */
  public record Paper(
      long id,
      Optional<Document> plan,
      Optional<LocalDate> dated,
      Optional<LocalDate> seen,
      Optional<String> stored) {}

  /** What the shop said about the orders a span concerns, as {@link Stories#of} chooses them. */
  // Within a transaction, rows come a few at a time; else the driver reads them all.
  @Transactional(readOnly = true, propagation = Propagation.MANDATORY)
  public void words(Connection connection, Span span, Consumer<Word> each) {
    read(
        connection,
        span,
        "select o.order_id, o.raw from concerned join shop_order o using (shop, realm, order_id)",
        row -> each.accept(new Word(row.getString("order_id"), row.getString("raw"))));
  }

  /** The documents of these orders. */
  @Transactional(readOnly = true, propagation = Propagation.MANDATORY)
  public void papers(Connection connection, Span span, Consumer<Paper> each) {
    read(
        connection,
        span,
        """
        select d.id, d.plan, d.dated, d.seen_date, d.stored
        from concerned join document d using (shop, realm, order_id) where d.state <> 'dropped'
        """,
        row ->
            each.accept(
                new Paper(
                    row.getLong("id"),
                    DocumentJson.find(row.getString("plan")),
                    Optional.ofNullable(row.getObject("dated", LocalDate.class)),
                    Optional.ofNullable(row.getObject("seen_date", LocalDate.class)),
                    Optional.ofNullable(row.getString("stored")))));
  }

  private void read(Connection connection, Span span, String select, RowCallbackHandler each) {
    db.sql(StoryRows.CONCERNED + select)
        .param("connection", connection.name())
        .param("shop", connection.shopId().value())
        .param("since", Timestamp.from(span.since()))
        .param("until", Timestamp.from(span.until()))
        .query(each);
  }
}
