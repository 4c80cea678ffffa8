package io.shopbooks.catalogue;

import io.shopbooks.connections.Connection;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people ask about the products of a connection. */
@Component
public class ProductLists {

  private final JdbcClient db;

  ProductLists(JdbcClient db) {
    this.db = db;
  }

  /** How many stand how. */
  public Standing standing(Connection connection) {
    return of(
            connection,
            """
            select count(*) filter (where state in ('read', 'writing')) as undecided,
                count(*) filter (where state = 'create') as to_create,
                count(*) filter (where state = 'update') as to_update,
                count(*) filter (where state = 'same') as same,
                count(*) filter (where state = 'left') as left_alone
            from product where connection = :connection
            """)
        .query(
            (row, n) ->
                new Standing(
                    row.getInt("undecided"),
                    row.getInt("to_create"),
                    row.getInt("to_update"),
                    row.getInt("same"),
                    row.getInt("left_alone")))
        .single();
  }

  /** What is to be written, in the order of the shop's ids. */
  public List<PlannedProduct> planned(Connection connection) {
    return of(
            connection,
            """
            select * from product where connection = :connection and state in ('create', 'update')
            order by state, product
            """)
        .query(
            (row, n) ->
                new PlannedProduct(
                    row.getString("product"),
                    row.getString("sku"),
                    row.getString("name"),
                    row.getString("state")))
        .list();
  }

  /** What waits for a person, by reason. */
  public List<LeftProduct> left(Connection connection) {
    return of(
            connection,
            """
            select * from product where connection = :connection and because <> ''
            order by because, sku, product
            """)
        .query(Row::left)
        .list();
  }

  /**
   * How many items were made or changed since.
   *
   * @param word "create" or "update"
   */
  public int written(Connection connection, String word, Instant since) {
    return of(
            connection,
            """
            select count(*) from product
            where connection = :connection and written = :word and written_at >= :since
            """)
        .param("word", word)
        .param("since", Timestamp.from(since))
        .query(Integer.class)
        .single();
  }

  private JdbcClient.StatementSpec of(Connection connection, String sql) {
    return db.sql(sql).param("connection", connection.name());
  }
}
