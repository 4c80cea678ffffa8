package io.shopbooks.shop;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.shopbooks.connections.Connection;

/** An order as it was stored, and which one it is. */
final class StoredOrder {

  private final Connection connection;
  private final JsonNode json;

  /**
   * Parses it.
   *
   * @throws Unreadable if it is none
   */
  StoredOrder(Connection connection, String text) {
    this.connection = connection;
    this.json = parsed(text);
    if (!json.path("order").isObject()) {
      throw damaged("holds no order");
    }
  }

  /** What the mapping of its shop makes of it. */
  JsonNode mapped(Mappings mappings) {
    var kind = connection.shop().kind();
    if (kind == Connection.Kind.WOOCOMMERCE) {
      return mappings.sale(kind, json, name());
    }
    var input = WixInput.of(json, connection.shop().wix().orElseThrow().appLabels());
    return SaleSums.completed(mappings.sale(kind, input, name()), name());
  }

  String name() {
    var id = json.path("order").path("id").asText("?");
    return connection.shopId() + "/" + json.path("id").asText(id);
  }

  private JsonNode parsed(String text) {
    try {
      return Json.read(text);
    } catch (JsonProcessingException e) {
      throw damaged("is no JSON");
    }
  }

  private Unreadable damaged(String how) {
    return new Unreadable(
        connection.shopId() + "/?", "what is stored", how, "Read the order from the shop again.");
  }
}
