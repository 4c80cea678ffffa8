package io.shopbooks.connections;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;

/**
 * The JSON Schema of connection files, {@code mappings/connection.schema.json}: the one source of
 * keys, values and defaults, for us and for editors. The build puts that file beside this class.
 */
@Component
final class ConnectionSchema {

  private static final String RESOURCE = "connection.schema.json";
  private static final Set<String> NAMELESS = Set.of("items", "additionalProperties", "else");

  private final String text;
  private final JsonNode json;
  private final JsonSchema schema;

  ConnectionSchema() {
    try (var stream = ConnectionSchema.class.getResourceAsStream(RESOURCE)) {
      text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      json = new ObjectMapper().readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    // Editors show errorMessage; to the validator it is nothing.
    var dialect =
        JsonMetaSchema.builder(JsonMetaSchema.getV202012())
            .keyword(new NonValidationKeyword("errorMessage"))
            .build();
    schema =
        JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V202012, factory -> factory.metaSchema(dialect))
            .getSchema(
                json, SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).build());
  }

  Set<ValidationMessage> validate(JsonNode file) {
    return schema.validate(file);
  }

  /** The file editors read. */
  String text() {
    return text;
  }

  JsonNode json() {
    return json;
  }

  /** The part of the schema in which the complaint's keyword stands. */
  JsonNode around(ValidationMessage complaint) {
    return json.at(place(complaint));
  }

  /** The name of that part: of a key, or of a definition that several keys share. */
  String subject(ValidationMessage complaint) {
    var name = "";
    for (var rest = place(complaint); !rest.matches(); rest = rest.tail()) {
      name = NAMELESS.contains(rest.getMatchingProperty()) ? name : rest.getMatchingProperty();
    }
    return name;
  }

  private static JsonPointer place(ValidationMessage complaint) {
    return JsonPointer.compile(complaint.getSchemaLocation().getFragment().toString()).head();
  }

  /** The sections every file needs. */
  List<String> required() {
    return StreamSupport.stream(json.path("required").spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }

  /** What the schema says about the value at this place of a file. */
  JsonNode of(JsonPointer place) {
    return below(json, place);
  }

  /** The default of a key that has one for each kind of shop; missing for an unknown kind. */
  JsonNode byDefault(JsonPointer key, String kind) {
    for (var part : json.path("allOf")) {
      if (part.at("/if/properties/shop/properties/kind/const").asText().equals(kind)) {
        return below(part.path("then"), key).path("default");
      }
    }
    return MissingNode.getInstance();
  }

  private JsonNode below(JsonNode start, JsonPointer place) {
    var part = start;
    for (var rest = place; !rest.matches(); rest = rest.tail()) {
      part = child(part, rest.getMatchingProperty());
    }
    return part;
  }

  /** Whether a value at this place must not be told. */
  boolean isSecret(JsonPointer place) {
    return of(place).path("writeOnly").booleanValue();
  }

  /** The keys a file may have at this place. */
  List<String> keys(JsonPointer place) {
    var keys = new ArrayList<String>();
    of(place).path("properties").fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  /** The section that has this key. */
  Optional<String> sectionOf(String key) {
    return keys(JsonPointer.empty()).stream()
        .filter(section -> keys(JsonPointer.empty().appendProperty(section)).contains(key))
        .findFirst();
  }

  private JsonNode child(JsonNode part, String name) {
    return views(part)
        .flatMap(
            view ->
                Stream.of(
                    view.path("properties").path(name),
                    view.path("additionalProperties"),
                    view.path("items")))
        .filter(JsonNode::isObject)
        .findFirst()
        .orElse(MissingNode.getInstance());
  }

  /** A part and what it points to. */
  private Stream<JsonNode> views(JsonNode part) {
    var target = part.path("$ref").asText("#").substring(1);
    return Stream.of(part, part.path("else"), target.isEmpty() ? part : json.at(target));
  }
}
