package io.shopbooks.connections;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.Tag;

/** What a connection file says, key by key, as it says it: {@code ${NAME}} is not filled in. */
public final class Said {

  /** Where the value of a key that must not be told comes from. */
  public enum Kept {
    /** The file has no such key. */
    NOWHERE,
    /** It stands in the file itself, for everybody who may read it. */
    FILE,
    /** From the environment. */
    ENVIRONMENT,
    /** From the encrypted store. */
    STORE
  }

  private final Map<String, Object> values;

  Said(Map<String, Object> values) {
    this.values = values;
  }

  /** The text of this key, a list with commas; empty if there is none. Never ask for secrets. */
  public String text(List<String> path) {
    return find(path)
        .map(
            value ->
                value instanceof List<?> list
                    ? list.stream().map(Said::scalar).collect(Collectors.joining(", "))
                    : scalar(value))
        .orElse("");
  }

  /** Whether the key says something else than one text or a list of texts. */
  public boolean isSection(List<String> path) {
    return find(path)
        .filter(
            value ->
                value instanceof Map
                    || value instanceof List<?> list
                        && list.stream().anyMatch(item -> !(item instanceof String)))
        .isPresent();
  }

  /** Where the secret of this key is kept. */
  public Kept kept(List<String> path) {
    var text = text(path);
    if (text.isEmpty()) {
      return Kept.NOWHERE;
    }
    if (text.startsWith("${secret:")) {
      return Kept.STORE;
    }
    return text.startsWith("${") ? Kept.ENVIRONMENT : Kept.FILE;
  }

  private Optional<Object> find(List<String> path) {
    Object at = values;
    for (var key : path) {
      at = at instanceof Map<?, ?> section ? section.get(key) : null;
    }
    return Optional.ofNullable(at);
  }

  /** Behind its type. */
  static String scalar(Object value) {
    return value instanceof String text && text.startsWith("tag:") && !isNull(text)
        ? text.substring(text.indexOf(' ') + 1)
        : "";
  }

  private static boolean isNull(String text) {
    return text.startsWith(Tag.NULL.getValue() + " ");
  }
}
