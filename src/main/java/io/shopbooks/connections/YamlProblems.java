package io.shopbooks.connections;

import java.util.List;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Broken YAML in plain words. SnakeYAML's own words are not shown: they quote the file, and with it
 * perhaps a key of the shop.
 */
final class YamlProblems {

  /** By what its sentences are found, and whether it stands where it began or where it was seen. */
  record Explained(String word, boolean whereItBegan) {}

  private record Known(Pattern words, Explained explained) {}

  private static final List<Known> KNOWN =
      List.of(
          at("found character '\\\\t", "yaml-tab"),
          at("cannot start any token", "yaml-first-character"),
          at("mapping values are not allowed", "yaml-colon"),
          at("undefined alias|scanning an (alias|anchor)", "yaml-alias"),
          at("tag", "yaml-type"),
          from("unexpected end of stream", "yaml-quote-open"),
          at("expected ':'", "yaml-key-without-colon"),
          from("expected ',' or '\\]'", "yaml-list-open"),
          from("expected ',' or '}'", "yaml-braces-open"),
          at("unknown escape character", "yaml-backslash"),
          at("found another document", "yaml-second-document"),
          at("expected <block end>", "yaml-misfit"));

  private static final Explained OTHER = new Explained("yaml-none", false);

  private YamlProblems() {}

  static Explained explain(MarkedYAMLException e) {
    var words = e.getContext() + " " + e.getProblem();
    return KNOWN.stream()
        .filter(known -> known.words().matcher(words).find())
        .map(Known::explained)
        .findFirst()
        .orElse(OTHER);
  }

  private static Known at(String words, String word) {
    return new Known(Pattern.compile(words), new Explained(word, false));
  }

  private static Known from(String words, String word) {
    return new Known(Pattern.compile(words), new Explained(word, true));
  }
}
