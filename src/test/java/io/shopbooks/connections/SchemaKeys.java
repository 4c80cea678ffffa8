package io.shopbooks.connections;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Every key of the schema of connection files, as docs/choices.md lists them. */
final class SchemaKeys {

  private static final JsonNode SCHEMA = new ConnectionSchema().json();
  private static final List<String> KINDS = List.of("woocommerce", "wix");

  /**
   * @param path {@code payments.methods.*.account}, {@code sales.document[].when.total}
   * @param schema what the schema says about it
   */
  record Key(String path, JsonNode schema) {

    List<String> words() {
      var resolved = resolve(schema);
      var words = texts(resolved.path("enum"));
      return words.isEmpty() ? texts(resolve(resolved.path("then")).path("enum")) : words;
    }
  }

  private SchemaKeys() {}

  static List<Key> all() {
    var keys = new ArrayList<Key>();
    walk("", SCHEMA, keys);
    return keys;
  }

  private static void walk(String path, JsonNode part, List<Key> keys) {
    var prefix = path.isEmpty() ? "" : path + ".";
    part.path("properties")
        .fields()
        .forEachRemaining(entry -> visit(prefix + entry.getKey(), entry.getValue(), keys));
    if (part.path("additionalProperties").isObject()) {
      walk(prefix + "*", part.path("additionalProperties"), keys);
    }
    var items = Stream.of(part.at("/items"), part.at("/else/items"));
    items.filter(item -> item.has("properties")).forEach(item -> walk(path + "[]", item, keys));
  }

  private static void visit(String path, JsonNode part, List<Key> keys) {
    var isGroup = part.has("properties") || part.path("additionalProperties").isObject();
    if (!isGroup || part.has("default")) {
      keys.add(new Key(path, part));
    }
    walk(path, part, keys);
  }

  /** How the default of a key reads in docs/choices.md. */
  static String byDefault(Key key) {
    var general = byDefault(SCHEMA, key);
    if (!general.isEmpty()) {
      return general;
    }
    var perKind = new ArrayList<String>();
    for (var kind : KINDS) {
      var words = new ArrayList<String>();
      for (var part : conditional(kind)) {
        words.add(byDefault(part, key));
      }
      words.removeIf(String::isEmpty);
      words.forEach(word -> perKind.add(kind + ": " + word));
    }
    return perKind.isEmpty() ? "none" : String.join("; ", perKind);
  }

  private static String byDefault(JsonNode schema, Key key) {
    var parent = schema;
    var names = key.path().replace("[]", ".[]").split("\\.");
    for (var i = 0; i < names.length - 1; i++) {
      parent = step(parent, names[i]);
    }
    var name = names[names.length - 1];
    var part = step(parent, name);
    if (part.has("default")) {
      return "`" + text(part.get("default")) + "`";
    }
    return texts(parent.path("required")).contains(name) ? "required" : "";
  }

  private static JsonNode step(JsonNode part, String name) {
    return switch (name) {
      case "[]" -> part.path("else").path("items");
      case "*" -> part.path("additionalProperties");
      default -> part.path("properties").path(name);
    };
  }

  /** What the schema says for shops of this kind only: at its top, and under shop. */
  private static List<JsonNode> conditional(String kind) {
    var found = new ArrayList<JsonNode>();
    for (var part : SCHEMA.path("allOf")) {
      if (part.at("/if/properties/shop/properties/kind/const").asText().equals(kind)) {
        found.add(part.path("then"));
      }
    }
    for (var part : SCHEMA.at("/properties/shop/allOf")) {
      if (part.at("/if/properties/kind/const").asText().equals(kind)) {
        var wrapped = JsonNodeFactory.instance.objectNode();
        wrapped.putObject("properties").set("shop", part.path("then"));
        found.add(wrapped);
      }
    }
    return found;
  }

  private static String text(JsonNode value) {
    if (value.isTextual()) {
      return value.textValue().isEmpty() ? "\"\"" : value.textValue();
    }
    return value.isArray() ? "[" + String.join(", ", texts(value)) + "]" : value.toString();
  }

  private static JsonNode resolve(JsonNode part) {
    return part.has("$ref") ? SCHEMA.at(part.get("$ref").asText().substring(1)) : part;
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }
}
