package io.shopbooks.stock;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shopbooks.connections.Connection;
import io.shopbooks.sale.StockLevel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The rows of one shop and company in the tables of stock. */
@Component
class StockRows {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  private final JdbcClient db;

  StockRows(JdbcClient db) {
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

  static StockLevel level(ResultSet row, int number) throws SQLException {
    return new StockLevel(
        row.getString("product"),
        row.getString("name"),
        texts(row.getString("sells")),
        row.getBoolean("counted"),
        Optional.ofNullable(row.getBigDecimal("quantity")));
  }

  static String text(Map<String, String> texts) {
    try {
      return JSON.writeValueAsString(texts);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Texts could not be written", e);
    }
  }

  static Map<String, String> texts(String json) {
    try {
      return JSON.readValue(json, TEXTS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The tables of stock hold no JSON", e);
    }
  }
}
