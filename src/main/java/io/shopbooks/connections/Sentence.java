package io.shopbooks.connections;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something said about a connection file, in the language of whoever reads it.
 *
 * @param word by which {@code words_findings.properties} has it; of {@code word}, {@code word.2},
 *     {@code word.3} and so on the first is said whose facts are all known
 * @param facts that it names, by name: texts, put as they are, or sentences; an empty text is not
 *     known
 */
public record Sentence(String word, Map<String, Object> facts) {

  private static final String WORDS = "words_findings";
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)}");

  public Sentence {
    facts = Map.copyOf(facts);
    for (var fact : facts.values()) {
      if (!(fact instanceof String) && !(fact instanceof Sentence)) {
        throw new IllegalArgumentException("A fact is a text or a sentence, not " + fact);
      }
    }
  }

  /** "wait, invoice or receipt"; one word alone is said alone, none not at all. */
  static Object anyOf(List<String> words) {
    return listed("list.or", words);
  }

  /** "wait, invoice and receipt". */
  static Object allOf(List<String> words) {
    return listed("list.and", words);
  }

  private static Object listed(String word, List<String> words) {
    if (words.size() < 2) {
      return String.join("", words);
    }
    var last = words.size() - 1;
    var first = String.join(", ", words.subList(0, last));
    return new Sentence(word, Map.of("first", first, "last", words.get(last)));
  }

  /**
   * As readers of this language read it: French or English.
   *
   * @throws MissingResourceException if there are no words for it
   */
  public String in(Locale locale) {
    // Readers of English get English, whatever the language of this machine is.
    var bundle =
        ResourceBundle.getBundle(
            WORDS, locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    var key = word;
    for (var n = 2; !isComplete(bundle.getString(key)) && bundle.containsKey(word + "." + n); n++) {
      key = word + "." + n;
    }
    return PLACEHOLDER
        .matcher(bundle.getString(key))
        .replaceAll(found -> Matcher.quoteReplacement(fact(found.group(1), locale)));
  }

  private boolean isComplete(String text) {
    return PLACEHOLDER
        .matcher(text)
        .results()
        .noneMatch(found -> facts.getOrDefault(found.group(1), "").equals(""));
  }

  private String fact(String name, Locale locale) {
    var fact = facts.getOrDefault(name, "…");
    return fact instanceof Sentence sentence ? sentence.in(locale) : (String) fact;
  }

  /** In English, for terminals and logs. */
  @Override
  public String toString() {
    return in(Locale.ENGLISH);
  }
}
