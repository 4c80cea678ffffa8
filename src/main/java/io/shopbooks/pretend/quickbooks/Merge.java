package io.shopbooks.pretend.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What shall stand after a write, before anything is worked out (2.3). */
final class Merge {

  private static final List<String> CONTROLS = List.of("sparse", "SyncToken", "domain", "MetaData");

  private Merge() {}

  static ObjectNode of(Write write, Stored before) {
    var after = Json.object();
    if (before != null && write.operation() == Operation.SPARSE) {
      after = before.copy();
    } else if (before != null) {
      keepReadOnly(write.entity(), before.json(), after);
    }
    for (var field : write.sent().properties()) {
      var property = write.entity().properties().get(field.getKey());
      boolean writable = property != null && !property.readOnly();
      if (writable && !CONTROLS.contains(field.getKey()) && !field.getValue().isNull()) {
        after.set(field.getKey(), field.getValue().deepCopy());
      }
    }
    return after;
  }

  /** A full update clears what may be written and is not sent; the rest stays. */
  private static void keepReadOnly(Entity entity, JsonNode before, ObjectNode after) {
    for (var field : before.properties()) {
      var property = entity.properties().get(field.getKey());
      if (property == null || property.readOnly()) {
        after.set(field.getKey(), field.getValue().deepCopy());
      }
    }
  }
}
