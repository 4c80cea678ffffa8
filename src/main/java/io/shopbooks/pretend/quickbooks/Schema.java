package io.shopbooks.pretend.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the objects of QuickBooks look like (`quickbooks-online.md` 6 and 7), from schema.json. */
final class Schema {

  private static final JsonNode FILE = Json.resource("schema.json");
  private static final Map<String, Map<String, Property>> SHAPES = new LinkedHashMap<>();
  private static final Map<String, Entity> ENTITIES = new LinkedHashMap<>();
  private static final Map<String, Entity> RESOURCES = new LinkedHashMap<>();

  static {
    FILE.path("shapes").properties().forEach(e -> SHAPES.put(e.getKey(), read(e.getValue())));
    FILE.path("entities").properties().forEach(e -> add(entity(e.getKey(), e.getValue())));
  }

  private Schema() {}

  private static void add(Entity entity) {
    ENTITIES.put(entity.name(), entity);
    if (!entity.isHidden()) {
      RESOURCES.put(entity.resource(), entity);
    }
  }

  private static Entity entity(String name, JsonNode node) {
    var properties = new LinkedHashMap<String, Property>();
    node.path("parts")
        .forEach(part -> properties.putAll(read(Json.at(FILE, "parts." + part.asText()))));
    properties.putAll(read(node.path("properties")));
    var can = List.of(node.path("can").asText().split(" "));
    return new Entity(name, node.path("kind").asText(), can, properties);
  }

  private static Map<String, Property> read(JsonNode node) {
    var properties = new LinkedHashMap<String, Property>();
    node.properties()
        .forEach(e -> properties.put(e.getKey(), Property.read(e.getKey(), e.getValue().asText())));
    return properties;
  }

  /** The properties of a nested shape: "Address", "SalesLine". */
  static Map<String, Property> shape(String name) {
    return SHAPES.get(name);
  }

  /** By its exact name: "SalesReceipt". Hidden ones too. */
  static Optional<Entity> named(String name) {
    return Optional.ofNullable(ENTITIES.get(name));
  }

  /** By its exact place in a path: "salesreceipt". */
  static Optional<Entity> at(String resource) {
    return Optional.ofNullable(RESOURCES.get(resource));
  }

  static boolean isTransaction(String type) {
    return ENTITIES.get(type).isTransaction();
  }

  /** All that the API knows. */
  static List<Entity> all() {
    return List.copyOf(RESOURCES.values());
  }
}
