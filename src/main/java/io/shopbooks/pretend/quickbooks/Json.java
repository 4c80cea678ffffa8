package io.shopbooks.pretend.quickbooks;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** JSON as it stands on the wire: ids are text, amounts are numbers and never floating point. */
final class Json {

  private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
          .nodeFactory(NODES)
          .build();

  private Json() {}

  /** Reads one JSON object; anything else is an error of the sender. */
  static ObjectNode object(String text) throws JsonProcessingException {
    if (MAPPER.readTree(text) instanceof ObjectNode object) {
      return object;
    }
    throw new JsonProcessingException("A JSON object is expected") {};
  }

  /** Reads a file that comes with the program. */
  static ObjectNode resource(String name) {
    try (InputStream in = Json.class.getResourceAsStream("/pretend/quickbooks/" + name)) {
      return (ObjectNode) MAPPER.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException("Resource " + name + " cannot be read", e);
    }
  }

  static ObjectNode object() {
    return NODES.objectNode();
  }

  static ArrayNode array() {
    return NODES.arrayNode();
  }

  static String line(JsonNode node) {
    try {
      return MAPPER.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] bytes(JsonNode node) {
    try {
      return MAPPER.writeValueAsBytes(node);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String pretty(JsonNode node) {
    return node.toPrettyString();
  }

  /** The node at a dotted path ("CustomerRef.value"); a missing node where there is none. */
  static JsonNode at(JsonNode node, String path) {
    var found = node;
    int from = 0;
    for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', from)) {
      found = found.path(path.substring(from, dot));
      from = dot + 1;
    }
    return found.path(path.substring(from));
  }

  static boolean has(JsonNode node, String path) {
    var found = at(node, path);
    return !found.isMissingNode() && !found.isNull();
  }

  /** The text at a path; "" where there is none. */
  static String text(JsonNode node, String path) {
    return has(node, path) ? at(node, path).asText() : "";
  }

  static boolean flag(JsonNode node, String path) {
    return at(node, path).asBoolean(false);
  }

  /** The number at a path; zero where there is none. */
  static BigDecimal number(JsonNode node, String path) {
    return has(node, path) ? at(node, path).decimalValue() : BigDecimal.ZERO;
  }

  /** A number as QuickBooks writes it: no trailing zeroes, no exponent. */
  static JsonNode number(BigDecimal value) {
    var plain = value.stripTrailingZeros();
    return NODES.numberNode(plain.scale() < 0 ? plain.setScale(0) : plain);
  }

  static ObjectNode reference(String value, String name) {
    return object().put("value", value).put("name", name);
  }

  /** The members of an array at a path, as a list; empty where there is none. */
  static List<JsonNode> list(JsonNode node, String path) {
    return stream(node, path).toList();
  }

  static Stream<JsonNode> stream(JsonNode node, String path) {
    return StreamSupport.stream(at(node, path).spliterator(), false);
  }
}
