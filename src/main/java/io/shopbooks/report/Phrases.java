package io.shopbooks.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The sentences of {@code words.properties} in one language. */
final class Phrases {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)}");
  private static final Pattern SPACE_BEFORE = Pattern.compile(" (?=[:;!?»%])");
  private static final Pattern SPACE_AFTER = Pattern.compile("(?<=«) ");
  private static final String UNKNOWN = "…";

  private final ResourceBundle bundle;
  private final boolean french;

  Phrases(Locale locale) {
    // Readers of English get English, whatever the language of this machine is.
    this.bundle =
        ResourceBundle.getBundle(
            "words", locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    this.french = locale.getLanguage().equals("fr");
  }

  boolean has(String key) {
    return bundle.containsKey(key);
  }

  /**
   * The first of key, key.2, key.3 whose facts are all known and not empty; else the last, with
   * gaps.
   *
   * @throws MissingResourceException if there is no such key
   */
  String say(String key, Map<String, String> facts) {
    var texts = Stream.of(key, key + ".2", key + ".3").filter(this::has).map(this::text).toList();
    if (texts.isEmpty()) {
      throw new MissingResourceException("No words for " + key, "words", key);
    }
    return fill(choose(texts, facts), facts);
  }

  /** The sentence of exactly this key. */
  String sayExactly(String key, Map<String, String> facts) {
    return fill(text(key), facts);
  }

  /** The form for one or for others; in French nothing counts as one. */
  String count(String key, String number, long n) {
    var one = french ? n < 2 : n == 1;
    return fill(text(key + (one ? ".one" : ".other")), Map.of("n", number));
  }

  private static String choose(List<String> texts, Map<String, String> facts) {
    return texts.stream()
        .filter(text -> isComplete(text, facts))
        .findFirst()
        .orElse(texts.get(texts.size() - 1));
  }

  private static boolean isComplete(String text, Map<String, String> facts) {
    return PLACEHOLDER
        .matcher(text)
        .results()
        .noneMatch(found -> facts.getOrDefault(found.group(1), "").isEmpty());
  }

  private static String fill(String text, Map<String, String> facts) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(facts.getOrDefault(found.group(1), UNKNOWN)));
  }

  /** In French, no line breaks before a colon or within quotation marks. */
  private String text(String key) {
    var text = bundle.getString(key);
    return french
        ? SPACE_AFTER.matcher(SPACE_BEFORE.matcher(text).replaceAll("\u00a0")).replaceAll("\u00a0")
        : text;
  }
}
