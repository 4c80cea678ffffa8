package io.shopbooks.connections;

import io.shopbooks.connections.EditRefused.Why;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One change of a connection file.
 *
 * @param path of keys: {@code [taxes, rates, GST + QST]}
 * @param value what the key shall say, as YAML writes it on one line; absent: the key goes, and
 *     with it the sections it leaves empty
 */
public record FileEdit(List<String> path, Optional<String> value) {

  public FileEdit {
    path = List.copyOf(path);
    if (path.isEmpty()
        || value.filter(v -> v.isBlank() || !v.lines().toList().equals(List.of(v))).isPresent()) {
      throw new IllegalArgumentException("An edit needs a key, and its value is one line");
    }
  }

  /**
   * The key shall say this, which is YAML: {@code { account: Undeposited Funds }}.
   *
   * @throws EditRefused if it is nothing, or has several lines
   */
  public static FileEdit yaml(List<String> path, String value) {
    if (value.isBlank() || value.strip().lines().count() > 1) {
      throw new EditRefused(Why.NO_VALUE);
    }
    return new FileEdit(path, Optional.of(value.strip()));
  }

  /** The key shall say this text, whatever it looks like to YAML. */
  public static FileEdit text(List<String> path, String text) {
    return new FileEdit(path, Optional.of(YamlWords.text(text)));
  }

  /** The key shall say this list of texts. */
  public static FileEdit texts(List<String> path, Collection<String> texts) {
    var list = texts.stream().map(YamlWords::text).collect(Collectors.joining(", ", "[", "]"));
    return new FileEdit(path, Optional.of(list));
  }

  /** The key shall not be there. */
  public static FileEdit without(List<String> path) {
    return new FileEdit(path, Optional.empty());
  }

  /** As settings are named: {@code taxes.rates.GST + QST}. */
  public String key() {
    return String.join(".", path);
  }
}
