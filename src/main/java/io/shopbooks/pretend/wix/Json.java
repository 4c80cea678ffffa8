package io.shopbooks.pretend.wix;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopbooks.pretend.JsonLines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** JSON with exact numbers. Fields whose names start with ~ are the site's own and never leave. */
final class Json {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
          .build();

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static ArrayNode array() {
    return MAPPER.createArrayNode();
  }

  /**
   * Reads a document.
   *
   * @throws UncheckedIOException if the bytes are no JSON
   */
  static JsonNode read(byte[] bytes) {
    try {
      return MAPPER.readTree(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads a resource of this room ("catalog.json"). */
  static JsonNode resource(String name) {
    try (var in = Json.class.getResourceAsStream("/pretend/wix/" + name)) {
      return MAPPER.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException("Resource " + name + " is no JSON", e);
    }
  }

  static byte[] bytes(JsonNode node) {
    try {
      return MAPPER.writeValueAsBytes(node);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(JsonNode node) {
    return new String(bytes(node), StandardCharsets.UTF_8);
  }

  /** A file that keeps such documents, one a line. */
  static JsonLines lines(Path file) {
    return JsonLines.in(file, MAPPER);
  }

  /** A copy without the site's own fields. */
  static ObjectNode shown(ObjectNode kept) {
    var shown = kept.deepCopy();
    clean(shown);
    return shown;
  }

  private static void clean(JsonNode node) {
    if (node instanceof ObjectNode object) {
      var own = new ArrayList<String>();
      object.fieldNames().forEachRemaining(name -> own.add(name));
      own.stream().filter(name -> name.startsWith("~")).forEach(object::remove);
    }
    node.forEach(Json::clean);
  }

  /** A number as a JavaScript program writes it: 33.5, 20, never 20.00. */
  static BigDecimal number(BigDecimal amount) {
    var stripped = amount.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /** Adds whatever stands at a path of field names; arrays on the way are walked through. */
  static List<JsonNode> at(JsonNode node, String path) {
    var found = new ArrayList<JsonNode>();
    collect(node, path.split("\\."), 0, found);
    return found;
  }

  private static void collect(JsonNode node, String[] names, int from, List<JsonNode> found) {
    if (node.isArray()) {
      node.forEach(element -> collect(element, names, from, found));
    } else if (from == names.length) {
      if (!node.isMissingNode() && !node.isNull()) {
        found.add(node);
      }
    } else {
      collect(node.path(names[from]), names, from + 1, found);
    }
  }
}
