package io.shopbooks.connections;

import java.util.Map;

/**
 * What a message may repeat of a file. People paste keys in wrong places, so that nothing is
 * repeated that looks like one.
 */
final class Quoted {

  static final Sentence HIDDEN = new Sentence("told", Map.of());

  private static final int LONGEST = 36;

  private Quoted() {}

  /** The text in quotes as a sentence begins with it, or "This" if it may be a secret. */
  static Sentence text(String text) {
    return new Sentence("told", Map.of("text", orNothing(text)));
  }

  /** The text, or nothing if it may be a secret. */
  static String orNothing(String text) {
    return mayBeTold(text) ? text : "";
  }

  /** The text as part of a key path. */
  static String key(String text) {
    return mayBeTold(text) ? text : "…";
  }

  private static boolean mayBeTold(String text) {
    return text.length() <= LONGEST
        && text.chars().noneMatch(Character::isISOControl)
        && !text.matches("(?i).*(c[ks]_|IST\\.|[0-9a-z]{20}).*");
  }
}
