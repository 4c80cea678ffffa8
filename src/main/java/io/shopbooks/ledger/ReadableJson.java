package io.shopbooks.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;

/** JSON for people: what fits on a line stands on one line, the rest is indented. */
final class ReadableJson {

  private static final int WIDTH = 160;
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
          .build();

  private final StringBuilder text = new StringBuilder();

  private ReadableJson() {}

  /** Numbers keep the zeroes they have. */
  static JsonNode read(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The ledger keeps what is no JSON: " + text, e);
    }
  }

  /** Ends with a line end. */
  static String write(JsonNode json) {
    var writer = new ReadableJson();
    writer.write(json, 0, "");
    return writer.text.append('\n').toString();
  }

  /**
   * @param before what stands before it on its line
   */
  private void write(JsonNode node, int indent, String before) {
    text.append(before);
    var line = onOneLine(node);
    var fits = indent + before.length() + line.length() <= WIDTH && !holdsContainers(node);
    if (!node.isContainerNode() || node.isEmpty() || indent > 0 && fits) {
      text.append(line);
      return;
    }
    text.append(node.isObject() ? "{" : "[");
    var children = children(node);
    for (var i = 0; i < children.size(); i++) {
      text.append(i == 0 ? "\n" : ",\n").append(" ".repeat(indent + 2));
      write(children.get(i).value(), indent + 2, children.get(i).name());
    }
    text.append('\n').append(" ".repeat(indent)).append(node.isObject() ? "}" : "]");
  }

  private record Child(String name, JsonNode value) {}

  private static List<Child> children(JsonNode node) {
    var children = new ArrayList<Child>();
    if (node.isObject()) {
      node.properties()
          .forEach(entry -> children.add(new Child(name(entry.getKey()), entry.getValue())));
    } else {
      node.forEach(value -> children.add(new Child("", value)));
    }
    return children;
  }

  private static String onOneLine(JsonNode node) {
    if (!node.isContainerNode() || node.isEmpty()) {
      return node.toString();
    }
    var parts = new ArrayList<String>();
    children(node).forEach(child -> parts.add(child.name() + onOneLine(child.value())));
    var inner = String.join(", ", parts);
    return node.isObject() ? "{ " + inner + " }" : "[ " + inner + " ]";
  }

  private static boolean holdsContainers(JsonNode node) {
    for (var child : node) {
      if (child.isContainerNode() && !child.isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private static String name(String key) {
    return TextNode.valueOf(key) + ": ";
  }
}
