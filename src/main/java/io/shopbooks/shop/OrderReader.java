package io.shopbooks.shop;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopbooks.connections.Connection;
import io.shopbooks.sale.OrderKey;
import io.shopbooks.sale.RawOrder;
import io.shopbooks.sale.ShopId;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Completes the orders of one round with their refunds, and with the customer's role where a rule
 * of the connection asks for it.
 */
final class OrderReader {

  private static final int PAGE = 100;

  private final WooApi api;
  private final Clock clock;
  private final Connection connection;
  private final CustomerRoles roles;

  OrderReader(WooApi api, Clock clock, Connection connection) {
    this.api = api;
    this.clock = clock;
    this.connection = connection;
    this.roles = new CustomerRoles(api, connection);
  }

  /** Empty if the order was deleted for good meanwhile. */
  Optional<RawOrder> complete(JsonNode order) {
    return refunds(order).map(refunds -> raw(order, refunds));
  }

  // An order whose status says so may have refunds that it does not list.
  private Optional<List<JsonNode>> refunds(JsonNode order) {
    var some = !order.path("refunds").isEmpty() || order.path("status").asText().equals("refunded");
    if (!some) {
      return Optional.of(List.of());
    }
    var question =
        Question.list("orders/" + order.path("id").asText() + "/refunds")
            .with("dp", 6)
            .with("per_page", PAGE);
    var found = new TreeMap<Long, JsonNode>();
    for (var page = 1; ; page++) {
      var reply = api.find(connection, question.with("page", page));
      if (reply.isEmpty()) {
        return Optional.empty();
      }
      var before = found.size();
      reply.get().json().forEach(refund -> found.put(refund.path("id").asLong(), refund));
      if (reply.get().json().size() < PAGE || found.size() == before) {
        return Optional.of(List.copyOf(found.values()));
      }
    }
  }

  private RawOrder raw(JsonNode order, List<JsonNode> refunds) {
    var shop = ShopId.at(connection.shop().woocommerce().orElseThrow().url());
    var stored = Json.MAPPER.createObjectNode();
    stored.set("order", order);
    stored.putArray("refunds").addAll(refunds);
    roles.of(order).ifPresent(role -> stored.putObject("customer").put("role", role));
    return new RawOrder(
        new OrderKey(shop, order.path("id").asText()),
        order.path("number").asText(),
        order.path("status").asText(),
        moment(order, "date_created_gmt", "date_modified_gmt"),
        moment(order, "date_modified_gmt", "date_created_gmt"),
        order.path("currency").asText(),
        order.path("total").asText(),
        Json.write(stored),
        ContentHash.of(order, refunds));
  }

  // An order without dates is stored all the same; reading it as a sale tells what is missing.
  private Instant moment(JsonNode order, String field, String otherwise) {
    return Stream.of(field, otherwise)
        .map(name -> order.path(name).asText(""))
        .flatMap(OrderReader::moment)
        .findFirst()
        .orElseGet(clock::instant);
  }

  private static Stream<Instant> moment(String text) {
    try {
      return Stream.of(Fields.gmt(text));
    } catch (DateTimeParseException e) {
      return Stream.empty();
    }
  }
}
