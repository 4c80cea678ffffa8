package io.shopbooks.shop;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopbooks.connections.Connection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The roles of customers in a shop ("wholesale"), which orders do not tell. Asked for only where a
 * rule of the connection wants to know, and once a round for each customer.
 */
final class CustomerRoles {

  private final WooApi api;
  private final Connection connection;
  private final boolean wanted;
  private final Map<String, Optional<String>> known = new HashMap<>();

  CustomerRoles(WooApi api, Connection connection) {
    this.api = api;
    this.connection = connection;
    this.wanted = connection.choosesByRole();
  }

  /** Empty for guests, for customers that were erased, and where nobody wants to know. */
  Optional<String> of(JsonNode order) {
    var customer = order.path("customer_id").asText("0");
    return wanted && !customer.equals("0")
        ? known.computeIfAbsent(customer, this::ask)
        : Optional.empty();
  }

  private Optional<String> ask(String customer) {
    var question = Question.one("customers/" + customer).with("_fields", "id,role");
    return api.find(connection, question)
        .map(reply -> reply.json().path("role").asText(""))
        .filter(role -> !role.isBlank());
  }
}
