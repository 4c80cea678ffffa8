package io.shopbooks.connections;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/**
 * The values of one section of a file that was found right and has its defaults. Sets and maps keep
 * the order of the file.
 */
record Values(JsonNode section) {

  Values under(String key) {
    return new Values(section.path(key));
  }

  boolean has(String key) {
    return section.has(key);
  }

  String text(String key) {
    return section.path(key).asText();
  }

  /** Absent and empty are the same. */
  Optional<String> optional(String key) {
    return Optional.of(text(key)).filter(text -> !text.isBlank());
  }

  boolean flag(String key) {
    return section.path(key).booleanValue();
  }

  /** The value of an enum whose names are the file's words: when-paid is WHEN_PAID. */
  <E extends Enum<E>> E choice(Class<E> type, String key) {
    return word(type, text(key));
  }

  static <E extends Enum<E>> E word(Class<E> type, String word) {
    return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  List<String> list(String key) {
    return List.copyOf(set(key));
  }

  /** One value or a list of them. */
  Set<String> set(String key) {
    var value = section.path(key);
    var words = new LinkedHashSet<String>();
    if (value.isTextual()) {
      words.add(value.textValue());
    }
    StreamSupport.stream(value.spliterator(), false).map(JsonNode::asText).forEach(words::add);
    return Collections.unmodifiableSet(words);
  }

  Map<String, String> texts(String key) {
    return map(key, JsonNode::asText);
  }

  <V> Map<String, V> map(String key, Function<JsonNode, V> value) {
    var map = new LinkedHashMap<String, V>();
    section
        .path(key)
        .fields()
        .forEachRemaining(entry -> map.put(entry.getKey(), value.apply(entry.getValue())));
    return Collections.unmodifiableMap(map);
  }
}
