package io.shopbooks.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.books.DocumentKind;
import io.shopbooks.books.Reason;
import io.shopbooks.books.Why;
import io.shopbooks.quickbooks.Misfit;
import io.shopbooks.shop.Snag;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people read, in both languages. */
class WordsTest {

  private static final Map<String, String> ENGLISH = read("words.properties");
  private static final Map<String, String> FRENCH = read("words_fr.properties");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[a-z]+}");

  /** Words of English that are none of French. */
  private static final Set<String> ENGLISH_WORDS =
      Set.of(
          "the", "and", "of", "is", "are", "was", "were", "not", "with", "from", "this", "that",
          "there", "your", "you", "has", "have", "had", "it", "its", "to", "by", "be", "been", "or",
          "for", "what", "which", "who", "than", "then", "order", "orders", "shop", "books", "sale",
          "sales", "refund", "refunds", "tax", "account", "held", "posted", "waiting");

  /** Said the same in both languages, or no words. */
  private static final Set<String> THE_SAME =
      Set.of("fact.by.quickbooks", "subject.and", "subject.money", "report.title", "tie.books");

  @Test
  void every_sentence_is_said_in_both_languages() {
    assertThat(ENGLISH).hasSizeGreaterThan(250);
    assertThat(FRENCH.keySet()).isEqualTo(ENGLISH.keySet());
  }

  @Test
  void both_languages_name_the_same_facts() {
    ENGLISH.forEach(
        (key, text) ->
            assertThat(placeholders(FRENCH.get(key))).as(key).isEqualTo(placeholders(text)));
  }

  @Test
  void no_sentence_is_empty_or_left_in_english() {
    assertThat(ENGLISH).allSatisfy((key, text) -> assertThat(text).as(key).isNotBlank());
    FRENCH.forEach(
        (key, text) -> {
          if (!THE_SAME.contains(key) && text.matches(".*\\p{L}{2}.*")) {
            assertThat(text).as(key).isNotEqualTo(ENGLISH.get(key));
          }
          assertThat(words(text)).as(key + ": " + text).doesNotContainAnyElementsOf(ENGLISH_WORDS);
        });
  }

  @Test
  void french_has_no_plain_space_where_a_line_must_not_break() {
    assertThat(FRENCH.keySet())
        .allSatisfy(
            key -> {
              var said = Words.in(Locale.FRENCH).sayExactly(key, Map.of());
              assertThat(said).as(key).doesNotContainPattern(" [:;!?»%]").doesNotContain("« ");
            });
    assertThat(Words.in(Locale.FRENCH).say("report.in-file", Map.of("file", "acme.yaml")))
        .isEqualTo("Dans acme.yaml\u00a0:");
  }

  @ParameterizedTest
  @EnumSource(Why.class)
  void every_reason_has_a_title_an_explanation_and_a_remedy(Why why) {
    for (var suffix : List.of(".title", ".explanation", ".remedy")) {
      assertThat(ENGLISH).containsKey("why." + why.word() + suffix);
    }
  }

  @Test
  void everything_a_check_may_find_has_words_and_a_remedy() {
    var words =
        Stream.concat(
            Stream.of(Misfit.values()).map(Misfit::word), Stream.of(Snag.values()).map(Snag::word));
    assertThat(words)
        .hasSizeGreaterThan(50)
        .allSatisfy(
            word ->
                assertThat(ENGLISH)
                    .containsKeys("finding." + word + ".what", "finding." + word + ".remedy"));
  }

  @Test
  void every_document_state_verdict_and_part_of_a_difference_has_words() {
    for (var locale : List.of(Locale.ENGLISH, Locale.FRENCH)) {
      var words = Words.in(locale);
      for (var kind : DocumentKind.values()) {
        assertThat(words.kind(kind.word())).isNotBlank();
      }
      for (var by : Explained.values()) {
        assertThat(words.explained(by)).isNotBlank();
      }
      assertThat(List.of("order", "refund"))
          .allSatisfy(k -> assertThat(words.kind(k)).isNotBlank());
      assertThat(
              List.of(
                  "received",
                  "waiting",
                  "left-out",
                  "booked",
                  "held",
                  "planned",
                  "sending",
                  "doubtful",
                  "posted"))
          .allSatisfy(state -> assertThat(words.state(state)).isNotBlank());
      assertThat(
              List.of(
                  "status-not-chosen",
                  "not-paid-yet",
                  "paid-in-part",
                  "never-paid",
                  "before-start-date",
                  "status-never-sale",
                  "nothing-ordered",
                  "ignored",
                  "deleted"))
          .allSatisfy(because -> assertThat(words.because(because)).isNotBlank());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "shop-unreachable",
        "shop-refused",
        "not-signed-in",
        "company-resting",
        "company-stopped",
        "interrupted"
      })
  void every_trouble_of_a_run_has_a_title_an_explanation_and_a_command(String trouble) {
    var words = Words.in(Locale.FRENCH);

    assertThat(words.troubleTitle(trouble)).isNotEqualTo(words.troubleTitle("whatever"));
    assertThat(words.troubleExplanation(trouble)).isNotBlank();
    assertThat(words.troubleRemedy(trouble, "acme").command())
        .isEqualTo(
            trouble.equals("not-signed-in") ? "shopbooks connect acme" : "shopbooks sync acme");
  }

  @Test
  void a_trouble_nobody_gave_words_to_is_told_in_general_words() {
    assertThat(Words.in(Locale.ENGLISH).troubleTitle("null-pointer-exception"))
        .isEqualTo("The sync stopped early");
  }

  @Test
  void readers_of_any_other_language_get_english_whatever_this_machine_speaks() {
    var before = Locale.getDefault();
    Locale.setDefault(Locale.FRANCE);
    try {
      assertThat(new Phrases(Locale.US).say("report.shop", Map.of())).isEqualTo("Shop");
      assertThat(Words.in(Locale.GERMAN).say("report.shop")).isEqualTo("Shop");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void a_reason_whose_facts_are_missing_is_told_all_the_same() {
    for (var why : Why.values()) {
      assertThat(Words.in(Locale.FRENCH).explanation(Reason.of(why))).isNotBlank();
    }
  }

  private static Set<String> placeholders(String text) {
    return new TreeSet<>(PLACEHOLDER.matcher(text).results().map(MatchResult::group).toList());
  }

  /** Without names of settings and commands, which are never translated. */
  private static List<String> words(String text) {
    var prose =
        PLACEHOLDER
            .matcher(text)
            .replaceAll("")
            // Keys and values of a connection file.
            .replaceAll("`[^`]*`|\\b[a-z]+:(?= )", "")
            .replaceAll("[a-z]+\\.[a-z.-]+|held (ignore|retry)|Shopbooks|QuickBooks", "");
    return Arrays.stream(prose.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))
        .filter(word -> !word.isEmpty())
        .toList();
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
