package io.shopbooks.connections;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Texts as YAML writes them on one line: plain where every reader of YAML agrees, else quoted. */
final class YamlWords {

  private static final Pattern PLAIN =
      Pattern.compile(
          "https?://[\\w.-]+(:\\d+)?(/[\\w./-]*)?"
              + "|[\\p{L}\\p{N}_]([\\p{L}\\p{N}_./&()+ -]*[\\p{L}\\p{N}_./)])?");
  private static final Pattern SECRET = Pattern.compile("\\$\\{secret:[A-Za-z0-9_.-]+}");
  private static final Pattern BREAKS_BRACES = Pattern.compile("[,\\[\\]{}]");

  /** What readers of YAML 1.1 take for something else than a word. */
  private static final Set<String> NO_WORDS = Set.of("y", "n", "yes", "no", "on", "off");

  private YamlWords() {}

  /** A text as a key or a value, in braces too; a reference to a secret stays as it is. */
  static String text(String text) {
    if (SECRET.matcher(text).matches()) {
      return text;
    }
    return PLAIN.matcher(text).matches()
            && !NO_WORDS.contains(text.toLowerCase(Locale.ROOT))
            && isText(text)
        ? text
        : quoted(text);
  }

  /** A value of one line as it can stand in braces and brackets. */
  static String inBraces(String value) {
    return isPlain(value) && BREAKS_BRACES.matcher(value).find() ? quoted(value) : value;
  }

  private static boolean isText(String text) {
    return YamlReader.compose(text).filter(node -> node.getTag().equals(Tag.STR)).isPresent();
  }

  private static boolean isPlain(String value) {
    return YamlReader.compose(value).orElse(null) instanceof ScalarNode scalar
        && scalar.getScalarStyle() == ScalarStyle.PLAIN;
  }

  private static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    text.chars()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
              } else if (Character.isISOControl(c) || c == 0x2028 || c == 0x2029 || c == 0xFEFF) {
                quoted.append(String.format("\\u%04x", c));
              } else {
                quoted.append((char) c);
              }
            });
    return quoted.append('"').toString();
  }
}
