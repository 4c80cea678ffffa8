package io.shopbooks.pretend.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Many creations, changes and deletions in one call, each failing alone (`woocommerce.md` 7). */
final class Batch {

  static final String ALLOW = "POST, PUT, PATCH";
  private static final int MOST = 100;

  /** Changes one thing. */
  interface Change {
    ObjectNode apply(int id, JsonNode body);
  }

  private final Function<JsonNode, ObjectNode> create;
  private final Change update;
  private final IntFunction<ObjectNode> delete;

  Batch(Function<JsonNode, ObjectNode> create, Change update, IntFunction<ObjectNode> delete) {
    this.create = create;
    this.update = update;
    this.delete = delete;
  }

  /** Does all of it; deletions are for good. */
  Answer answer(JsonNode body, Function<ObjectNode, ObjectNode> shown) {
    var size = body.path("create").size() + body.path("update").size() + body.path("delete").size();
    if (size > MOST) {
      throw Refusal.of(
          413,
          "woocommerce_rest_request_entity_too_large",
          "Unable to accept more than 100 items for this request.");
    }
    var result = Json.object();
    for (var item : body.path("create")) {
      result.withArray("create").add(tried(0, () -> shown.apply(create.apply(item))));
    }
    for (var item : body.path("update")) {
      var id = item.path("id").asInt();
      result.withArray("update").add(tried(id, () -> shown.apply(update.apply(id, item))));
    }
    for (var item : body.path("delete")) {
      var id = item.asInt();
      result.withArray("delete").add(tried(id, () -> shown.apply(delete.apply(id))));
    }
    return Answer.json(200, result);
  }

  private static ObjectNode tried(int id, Supplier<ObjectNode> work) {
    try {
      return work.get();
    } catch (Refusal refusal) {
      return refusal.inBatch(id);
    }
  }
}
