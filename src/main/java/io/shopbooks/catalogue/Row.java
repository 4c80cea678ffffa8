package io.shopbooks.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shopbooks.books.Hindrance;
import io.shopbooks.books.ItemFields;
import io.shopbooks.books.Left;
import io.shopbooks.books.Shelved;
import io.shopbooks.sale.Money;
import io.shopbooks.sale.Product;
import io.shopbooks.sale.ShopProduct;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;

/** A row of the table of products, read and written. */
record Row(ShopProduct product, Optional<Shelved> settled) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  static Row of(ResultSet row, int number) throws SQLException {
    var id = row.getString("product").split("/");
    var price = row.getBigDecimal("price");
    return new Row(
        new ShopProduct(
            new Product(
                id[0], id.length > 1 ? id[1] : "", row.getString("sku"), row.getBoolean("stocked")),
            row.getString("name"),
            row.getString("type"),
            row.getString("status"),
            price == null
                ? Optional.empty()
                : Optional.of(new Money(price, Currency.getInstance(row.getString("currency")))),
            row.getBoolean("gross"),
            row.getBoolean("taxable")),
        Optional.of(
                new Shelved(
                    row.getString("item"),
                    ItemFields.of(texts(row.getString("sent"))),
                    ItemFields.of(texts(row.getString("kept")))))
            .filter(settled -> !settled.item().isEmpty()));
  }

  static LeftProduct left(ResultSet row, int number) throws SQLException {
    var why = Hindrance.of(row.getString("because"));
    return new LeftProduct(
        row.getString("product"),
        row.getString("sku"),
        row.getString("name"),
        new Left(why, texts(row.getString("facts"))));
  }

  static String text(Map<String, String> texts) {
    try {
      return JSON.writeValueAsString(texts);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Texts could not be written", e);
    }
  }

  private static Map<String, String> texts(String json) {
    try {
      return JSON.readValue(json, TEXTS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The table of products holds no JSON", e);
    }
  }
}
