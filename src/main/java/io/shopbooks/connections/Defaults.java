package io.shopbooks.connections;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Fills in what a file leaves out, as the schema's own {@code default}s say. */
final class Defaults {

  private final JsonNode schema;

  Defaults(ConnectionSchema schema) {
    this.schema = schema.json();
  }

  /** A copy of a file that the schema finds right, with every default. */
  JsonNode fill(ObjectNode file) {
    var filled = file.deepCopy();
    // First what depends on the kind of shop, in the order of the schema.
    for (var part : schema.path("allOf")) {
      var kind = part.at("/if/properties/shop/properties/kind/const");
      if (kind.equals(filled.at("/shop/kind"))) {
        fill(filled, part.path("then"));
      }
    }
    fill(filled, schema);
    return filled;
  }

  private void fill(ObjectNode file, JsonNode part) {
    part.path("properties")
        .fields()
        .forEachRemaining(property -> fill(file, property.getKey(), property.getValue()));
  }

  private void fill(ObjectNode file, String key, JsonNode part) {
    if (part.has("default") && !file.has(key)) {
      file.set(key, part.get("default").deepCopy());
    }
    // A section that must have certain keys is left out as a whole.
    if (part.has("properties") && (file.has(key) || !part.has("required"))) {
      fill(file.withObjectProperty(key), part);
    }
  }
}
