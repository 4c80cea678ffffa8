package io.shopbooks;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Numbers in texts for people, as plain numbers: "$1,234.50" and "1 234,50 $" are one. */
public final class Figures {

  private static final Pattern ANY = Pattern.compile("\\d[\\d\\u00a0\\u202f,.]*\\d|\\d");
  private static final Pattern AMOUNT =
      Pattern.compile("\\d[\\d\\u00a0\\u202f,.]*[.,]\\d{2}(?!\\d)");

  private Figures() {}

  /** All of them, in their order. */
  public static List<String> in(String text) {
    return found(ANY, text);
  }

  /** Those with two decimals, in their order. */
  public static List<String> amounts(String text) {
    return found(AMOUNT, text);
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .map(figure -> figure.replaceAll("[\\u00a0\\u202f]", ""))
        .map(figure -> figure.replaceAll("[,.](?=\\d{3})", "").replace(',', '.'))
        .toList();
  }
}
