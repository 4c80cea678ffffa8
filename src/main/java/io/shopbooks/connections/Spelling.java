package io.shopbooks.connections;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** What somebody probably meant. */
final class Spelling {

  private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

  private Spelling() {}

  /** The word that is so near to the written one that it may be meant. */
  static Optional<String> closest(String written, Collection<String> words) {
    var folded = fold(written);
    return words.stream()
        .filter(word -> DISTANCE.apply(folded, fold(word)) <= farthest(folded, fold(word)))
        .min(Comparator.comparingInt(word -> DISTANCE.apply(folded, fold(word))));
  }

  /** A short word is near to too many others. */
  private static int farthest(String written, String word) {
    return Math.min(3, Math.max(written.length(), word.length()) * 2 / 5);
  }

  /** timeZone, time_zone and time-zone are one word. */
  private static String fold(String word) {
    return word.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }
}
