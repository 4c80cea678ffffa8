package io.shopbooks.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.text.Normalizer;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Texts that QuickBooks refused, made plainer or shorter (2040 and 2050). */
final class Characters {

  /** Half of the longest memo, and short enough for any line. */
  private static final int SHORT = 500;

  private Characters() {}

  static ObjectNode fit(ObjectNode json, Set<String> repairs) {
    if (repairs.contains(Repair.PLAIN_CHARACTERS.word())) {
      change(json, Characters::plain);
    }
    if (repairs.contains(Repair.SHORTEN.word())) {
      change(json, Characters::shorter);
    }
    return json;
  }

  private static void change(JsonNode node, UnaryOperator<String> how) {
    if (node instanceof ObjectNode object) {
      object
          .properties()
          .forEach(
              entry -> {
                if (entry.getValue().isTextual()) {
                  entry.setValue(new TextNode(how.apply(entry.getValue().asText())));
                } else {
                  change(entry.getValue(), how);
                }
              });
    } else if (node instanceof ArrayNode array) {
      array.forEach(element -> change(element, how));
    }
  }

  /** Latin letters without what Latin-1 does not have; typographic marks as typed ones. */
  static String plain(String text) {
    var typed =
        text.replaceAll("[‘’‚′]", "'")
            .replaceAll("[“”„″]", "\"")
            .replaceAll("[‐‑‒–—―]", "-")
            .replace("…", "...")
            .replace("€", "EUR");
    var out = new StringBuilder();
    typed
        .codePoints()
        .forEach(
            c -> {
              if (c <= 0xff) {
                out.appendCodePoint(c);
              } else {
                var base = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD);
                var latin = base.codePoints().filter(b -> b <= 0xff).toArray();
                out.append(latin.length == 0 ? "?" : new String(latin, 0, latin.length));
              }
            });
    return out.toString();
  }

  /** Keeps the last line: our marker stands there. */
  private static String shorter(String text) {
    if (text.length() <= SHORT) {
      return text;
    }
    var lastLine = text.substring(text.lastIndexOf('\n') + 1);
    return lastLine.length() == text.length() || lastLine.length() >= SHORT
        ? text.substring(0, SHORT)
        : text.substring(0, SHORT - lastLine.length() - 1) + "\n" + lastLine;
  }
}
