package io.shopbooks.pretend.woocommerce;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopbooks.pretend.JsonLines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** JSON with exact numbers, written the way PHP writes it: ASCII only, slashes escaped. */
final class Json {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
          .build();

  private static final ObjectWriter PHP =
      MAPPER
          .writer()
          .with(new SlashEscapes())
          .with(JsonWriteFeature.ESCAPE_NON_ASCII)
          .without(JsonWriteFeature.WRITE_HEX_UPPER_CASE);

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

  static ObjectNode readObject(byte[] bytes) {
    return (ObjectNode) read(bytes);
  }

  /** Reads a resource of this room ("us/orders.json"). */
  static JsonNode resource(String name) {
    var path = "/pretend/woocommerce/" + name;
    try (var in = Json.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalArgumentException("There is no resource " + path);
      }
      return MAPPER.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException("Resource " + path + " is no JSON", e);
    }
  }

  /** As it goes over the wire. */
  static byte[] php(JsonNode node) {
    return written(PHP, node);
  }

  /** As it is kept: compact UTF-8. */
  static byte[] compact(JsonNode node) {
    return written(MAPPER.writer(), node);
  }

  /** A file that keeps such documents, one a line. */
  static JsonLines lines(Path file) {
    return JsonLines.in(file, MAPPER);
  }

  private static byte[] written(ObjectWriter writer, JsonNode node) {
    try {
      return writer.writeValueAsBytes(node);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** PHP writes a slash as \/ (`woocommerce.md` 9.2). */
  private static final class SlashEscapes extends CharacterEscapes {

    private static final long serialVersionUID = 1L;
    private static final SerializedString SLASH = new SerializedString("\\/");
    private final int[] ascii = standardAsciiEscapesForJSON();

    SlashEscapes() {
      ascii['/'] = CharacterEscapes.ESCAPE_CUSTOM;
    }

    @Override
    public int[] getEscapeCodesForAscii() {
      return ascii;
    }

    @Override
    public SerializableString getEscapeSequence(int character) {
      return character == '/' ? SLASH : null;
    }
  }
}
