package io.shopbooks.shop;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopbooks.connections.Connection;
import io.shopbooks.sale.StockAnswer;
import io.shopbooks.sale.StockOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Sets quantities in a WooCommerce shop: products a hundred in a request, variations per product
 * (`woocommerce.md` 7). Whether the shop counts at all is never changed.
 */
final class WooStockWriter {

  private static final int MOST = 100;

  private final WooApi api;
  private final Connection connection;

  WooStockWriter(WooApi api, Connection connection) {
    this.api = api;
    this.connection = connection;
  }

  List<StockAnswer> write(List<StockOrder> orders) {
    var paths = new LinkedHashMap<String, List<StockOrder>>();
    for (var order : orders) {
      var end = order.product().indexOf('/');
      var path =
          end < 0 ? "products" : "products/" + order.product().substring(0, end) + "/variations";
      paths.computeIfAbsent(path, p -> new ArrayList<>()).add(order);
    }
    var answers = new ArrayList<StockAnswer>();
    paths.forEach(
        (path, all) -> {
          for (var from = 0; from < all.size(); from += MOST) {
            answers.addAll(send(path, all.subList(from, Math.min(all.size(), from + MOST))));
          }
        });
    return answers;
  }

  private List<StockAnswer> send(String path, List<StockOrder> orders) {
    var body = Json.MAPPER.createObjectNode();
    var update = body.putArray("update");
    for (var order : orders) {
      var id = order.product().substring(order.product().indexOf('/') + 1);
      update
          .addObject()
          .put("id", Long.parseLong(id))
          .put("stock_quantity", order.quantity().longValueExact());
    }
    var reply = api.ask(connection, Question.batch(path, Json.write(body)));
    var answers = new ArrayList<StockAnswer>();
    // Each answer stands at the place of its question, also where it is an error.
    for (var i = 0; i < orders.size(); i++) {
      answers.add(answer(orders.get(i), reply.json().path("update").path(i)));
    }
    return answers;
  }

  private static StockAnswer answer(StockOrder order, JsonNode said) {
    var id = order.product().substring(order.product().indexOf('/') + 1);
    if (said.has("error") || !said.path("id").asText().equals(id)) {
      var error = said.path("error");
      var words = error.path("code").asText("no answer") + ": " + error.path("message").asText("");
      return StockAnswer.refused(order.product(), PlainText.of(words));
    }
    var quantity = said.path("stock_quantity");
    return quantity.isNumber()
        ? StockAnswer.written(order.product(), quantity.decimalValue())
        : StockAnswer.refused(order.product(), "the shop does not count it any more");
  }
}
