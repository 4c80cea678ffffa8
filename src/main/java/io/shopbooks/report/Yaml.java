package io.shopbooks.report;

/** Texts as YAML writes them. */
final class Yaml {

  private Yaml() {}

  /** Settings as they are, everything else in quotes: a gateway may be called "on" or "1". */
  static String key(String key) {
    return key.matches("[a-z]{3,}(-[a-z]+)*|by") ? key : quoted(key);
  }

  static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
