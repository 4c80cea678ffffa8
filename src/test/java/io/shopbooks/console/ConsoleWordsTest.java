package io.shopbooks.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the pages say is there in both languages, and nothing is there that no page says. */
class ConsoleWordsTest {

  private static final Path TEMPLATES = Path.of("src/main/resources/templates");
  private static final Pattern KEY = Pattern.compile("(?:#\\{\\|?|msgOrNull\\(')([a-z.-]+)");
  private static final Path CONTROLLERS = Path.of("src/main/java/io/shopbooks/console");
  private static final Pattern NOTICE =
      Pattern.compile("Notice\\s*\\.\\s*(?:good|bad|held)\\(\\s*\"([a-z.-]+)\"");
  private static final Pattern HAPPENED =
      Pattern.compile("history\\s*\\.add\\([^;\"]*\"([a-z-]+)\"");
  private static final Pattern PLACES = Pattern.compile("\\{\\d}");

  private final Properties english = read("words_console.properties");
  private final Properties french = read("words_console_fr.properties");

  private static Properties read(String file) {
    var words = new Properties();
    try (var in = ConsoleWordsTest.class.getClassLoader().getResourceAsStream(file)) {
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return words;
  }

  @Test
  void both_languages_say_the_same_things_with_the_same_facts() {
    assertThat(english).isNotEmpty();
    assertThat(french.stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
    assertThat(english.stringPropertyNames())
        .allSatisfy(
            key ->
                assertThat(places(french.getProperty(key)))
                    .as(key)
                    .isEqualTo(places(english.getProperty(key))));
  }

  private static TreeSet<String> places(String text) {
    return PLACES
        .matcher(text)
        .results()
        .map(found -> found.group())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void no_apostrophe_is_lost() {
    // Java's message format takes a straight one for a quote.
    assertThat(french.values()).noneMatch(text -> text.toString().contains("'"));
    assertThat(english.values()).noneMatch(text -> text.toString().contains("'"));
  }

  @Test
  void what_happened_to_an_order_has_words() throws IOException {
    var happened = new TreeSet<String>();
    try (var files = Files.list(Path.of("src/main/java/io/shopbooks/ledger"))) {
      for (var file : files.toList()) {
        HAPPENED.matcher(Files.readString(file)).results().forEach(e -> happened.add(e.group(1)));
      }
    }

    assertThat(happened)
        .contains("planned", "not-taken-back")
        .allMatch(event -> english.containsKey("history." + event));
  }

  @Test
  void the_pages_say_all_of_them_and_no_others() throws IOException {
    var said = new TreeSet<String>();
    try (var files = Files.walk(TEMPLATES)) {
      for (var file : files.filter(f -> f.toString().endsWith(".html")).toList()) {
        KEY.matcher(Files.readString(file)).results().forEach(key -> said.add(key.group(1)));
      }
    }
    try (var files = Files.walk(CONTROLLERS)) {
      for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        NOTICE.matcher(Files.readString(file)).results().forEach(key -> said.add(key.group(1)));
      }
    }

    assertThat(english.stringPropertyNames())
        .allMatch(key -> said.contains(key) || said.contains(key.replaceAll("[^.]+$", "")));
    assertThat(said)
        .allMatch(
            key ->
                key.endsWith(".")
                    ? english.stringPropertyNames().stream().anyMatch(k -> k.startsWith(key))
                    : english.containsKey(key));
  }
}
