package io.shopbooks.connections;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a file says, as JSON, with the place of each part. */
final class Tree {

  private final ObjectNode json = JsonNodeFactory.instance.objectNode();
  private final Map<JsonPointer, Place> places = new HashMap<>();

  /**
   * Where a part stands.
   *
   * @param line counted from 1
   * @param references what of its value came from outside: {@code ${NAME}}
   * @param filled false if such a value was not there
   */
  record Place(int line, List<String> references, boolean filled) {

    static Place at(int line) {
      return new Place(line, List.of(), true);
    }
  }

  ObjectNode json() {
    return json;
  }

  JsonNode at(JsonPointer pointer) {
    return json.at(pointer);
  }

  void place(JsonPointer pointer, Place place) {
    places.put(pointer, place);
  }

  boolean isFilled(JsonPointer pointer) {
    return !places.containsKey(pointer) || places.get(pointer).filled();
  }

  boolean isFromOutside(JsonPointer pointer) {
    return places.containsKey(pointer) && !places.get(pointer).references().isEmpty();
  }

  /** The text there, if there is one and it can be judged. */
  Optional<String> text(JsonPointer pointer) {
    return Optional.of(at(pointer))
        .filter(node -> node.isTextual() && !node.textValue().isEmpty() && isFilled(pointer))
        .map(JsonNode::textValue);
  }

  /** Of the part itself, else of what it would stand in. */
  int line(JsonPointer pointer) {
    for (var part = pointer; part != null; part = part.head()) {
      if (places.containsKey(part)) {
        return places.get(part).line();
      }
    }
    return 1;
  }

  /** As people write it: {@code sales.document[0].when.total}. */
  String key(JsonPointer pointer) {
    var key = new StringBuilder();
    JsonNode parent = json;
    for (var rest = pointer; !rest.matches(); rest = rest.tail()) {
      if (parent.isArray()) {
        key.append('[').append(rest.getMatchingIndex()).append(']');
      } else {
        key.append(key.isEmpty() ? "" : ".").append(Quoted.key(rest.getMatchingProperty()));
      }
      parent = parent.at("/" + escaped(rest.getMatchingProperty()));
    }
    return key.toString();
  }

  /** The value as a sentence begins with it; of a value from outside only where it came from. */
  Sentence quoted(JsonPointer pointer) {
    return isFromOutside(pointer)
        ? new Sentence(
            "told.outside", Map.of("references", Sentence.allOf(places.get(pointer).references())))
        : Quoted.text(at(pointer).asText());
  }

  private static String escaped(String property) {
    return property.replace("~", "~0").replace("/", "~1");
  }
}
