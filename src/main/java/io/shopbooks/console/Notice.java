package io.shopbooks.console;

/**
 * What came of pressing a button, shown once on the page that follows.
 *
 * @param kind how it looks: good, bad or held
 * @param key of its words in {@code words_console.properties}
 * @param facts that the words name
 */
record Notice(String kind, String key, Object... facts) {

  /** The flash attribute under which the frame finds it. */
  static final String NAME = "notice";

  static Notice good(String key, Object... facts) {
    return new Notice("good", key, facts);
  }

  static Notice bad(String key, Object... facts) {
    return new Notice("bad", key, facts);
  }

  /** Done, but something waits for a person. */
  static Notice held(String key, Object... facts) {
    return new Notice("held", key, facts);
  }
}
