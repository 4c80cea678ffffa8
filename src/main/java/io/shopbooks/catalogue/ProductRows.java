package io.shopbooks.catalogue;

import io.shopbooks.connections.Connection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The rows of one shop and company in the table of products. */
@Component
class ProductRows {

  private final JdbcClient db;

  ProductRows(JdbcClient db) {
    this.db = db;
  }

  /**
   * A statement about them.
   *
   * @param sql with %s where the condition stands
   */
  StatementSpec of(Connection connection, String realm, String sql) {
    return db.sql(sql.formatted("shop = :shop and realm = :realm"))
        .param("shop", connection.shopId().value())
        .param("realm", realm);
  }

  /** A statement about one of them. */
  StatementSpec of(Connection connection, String realm, String product, String sql) {
    return of(connection, realm, sql.formatted("%s and product = :product"))
        .param("product", product);
  }
}
