package io.shopbooks.shop;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopbooks.connections.Connection;
import io.shopbooks.sale.StockAnswer;
import io.shopbooks.sale.StockLevel;
import io.shopbooks.sale.StockOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Sets quantities in a WooCommerce shop: products a hundred in a request, variations per product
 * (`woocommerce.md` 7). Whether the shop counts at all is never changed. A batch cannot name what
 * it is written over: what was read some minutes ago is read again just before.
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
    var answers = new ArrayList<StockAnswer>();
    var there = there(path, orders.stream().filter(StockOrder::stale).toList());
    for (var order : orders) {
      if (order.stale()) {
        Overwriting.settled(order, Optional.ofNullable(there.get(id(order))))
            .ifPresent(answers::add);
      }
    }
    var settled = answers.stream().map(StockAnswer::product).collect(Collectors.toSet());
    var open = orders.stream().filter(order -> !settled.contains(order.product())).toList();
    if (!open.isEmpty()) {
      answers.addAll(update(path, open));
    }
    return answers;
  }

  /** What the shop has of some now, by its id. */
  private Map<String, StockLevel> there(String path, List<StockOrder> orders) {
    var there = new HashMap<String, StockLevel>();
    if (!orders.isEmpty()) {
      var ids = orders.stream().map(WooStockWriter::id).collect(Collectors.joining(","));
      api.ask(
              connection,
              Question.list(path)
                  .with("include", ids)
                  .with("per_page", MOST)
                  .with("_fields", WooStock.FIELDS))
          .json()
          .forEach(
              json -> {
                var level = WooStock.alone(json);
                there.put(level.product(), level);
              });
    }
    return there;
  }

  private static String id(StockOrder order) {
    return order.product().substring(order.product().indexOf('/') + 1);
  }

  private List<StockAnswer> update(String path, List<StockOrder> orders) {
    var body = Json.MAPPER.createObjectNode();
    var update = body.putArray("update");
    for (var order : orders) {
      update
          .addObject()
          .put("id", Long.parseLong(id(order)))
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
    if (said.has("error") || !said.path("id").asText().equals(id(order))) {
      var error = said.path("error");
      var words = error.path("code").asText("") + ": " + error.path("message").asText("");
      return StockAnswer.refused(order.product(), error.isMissingNode() ? "" : PlainText.of(words));
    }
    var quantity = said.path("stock_quantity");
    return quantity.isNumber()
        ? StockAnswer.written(order.product(), quantity.decimalValue())
        : StockAnswer.notCounted(order.product());
  }
}
