package io.shopbooks.connections;

import java.util.List;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Broken YAML in plain words. SnakeYAML's own words are not shown: they quote the file, and with it
 * perhaps a key of the shop.
 */
final class YamlProblems {

  /** What is wrong and what to do, and whether it is found where it began or where it was seen. */
  record Explained(String problem, String remedy, boolean whereItBegan) {}

  private record Known(Pattern words, Explained explained) {}

  private static final List<Known> KNOWN =
      List.of(
          at("found character '\\\\t", "A tab stands where spaces must.", "Indent with spaces."),
          at(
              "cannot start any token",
              "A value cannot begin with this character.",
              "Put the value in quotes."),
          at(
              "mapping values are not allowed",
              "A key or a colon stands where none can.",
              "Indent the keys of one section alike, write 'key: value' with a space after the"
                  + " colon, and put a value that holds ': ' in quotes."),
          at(
              "undefined alias|scanning an (alias|anchor)",
              "A * or & begins here, which YAML takes for a reference.",
              "Put the value in quotes."),
          at("tag", "A ! begins here, which YAML takes for a type.", "Put the value in quotes."),
          from(
              "unexpected end of stream",
              "A quotation mark opens here and is never closed.",
              "Close it."),
          at(
              "expected ':'",
              "A key has no colon.",
              "Write the key, a colon, a space and the value."),
          from(
              "expected ',' or '\\]'",
              "The list that begins here is not closed.",
              "Separate its values by commas and close it with ]."),
          from(
              "expected ',' or '}'",
              "The braces that open here are not closed.",
              "Separate what is in them by commas, close them with }, and put a ${NAME} that stands in"
                  + " them in quotes."),
          at(
              "unknown escape character",
              "A backslash in double quotes is read as a sign for something else.",
              "Use single quotes."),
          at(
              "found another document",
              "A second document begins here.",
              "Write one connection per file, without --- lines."),
          at(
              "expected <block end>",
              "This does not fit what stands above it.",
              "Indent the keys of one section alike, and write nothing behind a closing quotation"
                  + " mark."));

  private static final Explained OTHER =
      new Explained(
          "This is not YAML.",
          "Look at the quotes, brackets and spaces of this line and the one above.",
          false);

  private YamlProblems() {}

  static Explained explain(MarkedYAMLException e) {
    var words = e.getContext() + " " + e.getProblem();
    return KNOWN.stream()
        .filter(known -> known.words().matcher(words).find())
        .map(Known::explained)
        .findFirst()
        .orElse(OTHER);
  }

  private static Known at(String words, String problem, String remedy) {
    return new Known(Pattern.compile(words), new Explained(problem, remedy, false));
  }

  private static Known from(String words, String problem, String remedy) {
    return new Known(Pattern.compile(words), new Explained(problem, remedy, true));
  }
}
