package io.shopbooks.report;

import java.util.Set;
import java.util.regex.Pattern;

/** Texts as YAML writes them. */
final class Yaml {

  private Yaml() {}

  private static final Pattern PLAIN = Pattern.compile("[a-z][a-z0-9_]*(-[a-z0-9_]+)*");

  /** What YAML would take for something else than a word; gateways can be called so. */
  private static final Set<String> NO_WORDS =
      Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");

  static String key(String key) {
    return PLAIN.matcher(key).matches() && !NO_WORDS.contains(key) ? key : quoted(key);
  }

  static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
