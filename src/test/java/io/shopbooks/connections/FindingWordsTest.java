package io.shopbooks.connections;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is said about connection files, in both languages. */
class FindingWordsTest {

  private static final Path ROOM = Path.of("src/main/java/io/shopbooks/connections");
  private static final Path SCHEMA = Path.of("mappings/connection.schema.json");
  private static final Map<String, String> ENGLISH = read("words_findings.properties");
  private static final Map<String, String> FRENCH = read("words_findings_fr.properties");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[a-z]+}");
  private static final Pattern LITERAL = Pattern.compile("\"([a-z]+(?:-[a-z]+)+)\"");

  /** Facts that are words themselves, what the schema says, and the name of a file. */
  private static final Set<String> NO_FINDINGS = Set.of("told", "list", "fits", "demo-wix");

  /** Words of English that are none of French, nor of YAML or a connection file. */
  private static final Pattern ENGLISH_WORDS =
      Pattern.compile(
          "\\b(the|and|of|is|are|not|with|this|that|here|it|its|to|be|what|which|than|write|key"
              + "|keys|value|stands?|cannot|must|file|address|did|you|leave|keep|take)\\b",
          Pattern.CASE_INSENSITIVE);

  @Test
  void both_languages_say_the_same_with_the_same_facts() {
    assertThat(ENGLISH).hasSizeGreaterThan(120);
    assertThat(FRENCH.keySet()).isEqualTo(ENGLISH.keySet());
    ENGLISH.forEach(
        (key, text) ->
            assertThat(placeholders(FRENCH.get(key))).as(key).isEqualTo(placeholders(text)));
  }

  @Test
  void every_finding_the_room_can_make_has_a_problem_and_a_remedy() throws IOException {
    var named = new TreeSet<String>();
    try (var files = Files.list(ROOM)) {
      for (var file : files.toList()) {
        LITERAL.matcher(Files.readString(file)).results().forEach(l -> named.add(l.group(1)));
      }
    }
    named.removeAll(wordsOf(new ObjectMapper().readTree(SCHEMA.toFile())));
    var worded =
        ENGLISH.keySet().stream()
            .map(key -> key.replaceAll("\\..*", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(named).hasSizeGreaterThan(50);
    named.removeAll(NO_FINDINGS);
    worded.removeAll(NO_FINDINGS);

    assertThat(worded).isEqualTo(named);
    for (var word : named) {
      assertThat(ENGLISH).containsKey(word + ".problem");
      // Of what does not fit, the schema says the remedy.
      assertThat(ENGLISH.containsKey(word + ".remedy")).isNotEqualTo(word.startsWith("unfit-"));
    }
  }

  @Test
  void what_fits_is_said_as_the_schema_says_it_to_editors() throws IOException {
    var schema = new ObjectMapper().readTree(SCHEMA.toFile());
    var told = schema.findValuesAsText("errorMessage");
    var ours = new ArrayList<String>();
    ENGLISH.forEach(
        (key, text) -> {
          if (key.startsWith("fits.")) {
            ours.add(text);
          }
        });

    assertThat(told).hasSizeGreaterThan(10);
    assertThat(ours).containsExactlyInAnyOrderElementsOf(told);
  }

  @Test
  void no_sentence_is_left_in_english() {
    assertThat(FRENCH)
        .allSatisfy(
            (key, text) -> {
              assertThat(text).isNotBlank();
              var prose = text.replaceAll("[a-z]+[-.:][a-z.-]*|\\([^)]*\\)|\\{[^}]*}", "");
              assertThat(prose).as(key).doesNotContainPattern(ENGLISH_WORDS);
            });
  }

  @Test
  void french_has_no_plain_space_where_a_line_must_not_break() {
    assertThat(FRENCH)
        .allSatisfy(
            (key, text) ->
                assertThat(text.replaceAll("\"[^\"]*\"", ""))
                    .as(key)
                    .doesNotContainPattern(" [:;»]")
                    .doesNotContain("« ", "» ?", "'"));
  }

  @Test
  void readers_of_any_other_language_get_english_whatever_this_machine_speaks() {
    var before = Locale.getDefault();
    Locale.setDefault(Locale.FRANCE);
    try {
      var sentence = new Sentence("no-list.problem", Map.of());
      assertThat(sentence.in(Locale.GERMAN)).isEqualTo("A list must stand here.");
      assertThat(sentence).hasToString("A list must stand here.");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void several_references_are_told_in_one_sentence() {
    var outside = Map.<String, Object>of("references", Sentence.allOf(List.of("${A}", "${B}")));
    var sentence =
        new Sentence("no-date.problem", Map.of("value", new Sentence("told.outside", outside)));

    assertThat(sentence.in(Locale.ENGLISH)).isEqualTo("The value of ${A} and ${B} is not a date.");
    assertThat(sentence.in(Locale.FRENCH))
        .isEqualTo("La valeur de ${A} et ${B} n’est pas une date.");
  }

  private static Set<String> placeholders(String text) {
    return new TreeSet<>(PLACEHOLDER.matcher(text).results().map(MatchResult::group).toList());
  }

  /** Its keys, and the texts among its values. */
  private static Set<String> wordsOf(JsonNode schema) {
    var words = new HashSet<String>();
    schema.fieldNames().forEachRemaining(words::add);
    for (var part : schema) {
      if (part.isTextual()) {
        words.add(part.asText());
      }
      words.addAll(wordsOf(part));
    }
    return words;
  }

  private static Map<String, String> read(String file) {
    var properties = new Properties();
    try (Reader text = Files.newBufferedReader(Path.of("src/main/resources", file))) {
      properties.load(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var map = new TreeMap<String, String>();
    properties.forEach((key, value) -> map.put((String) key, (String) value));
    return map;
  }
}
