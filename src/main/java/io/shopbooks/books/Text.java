package io.shopbooks.books;

/** Texts made to fit QuickBooks' fields. */
final class Text {

  private Text() {}

  /** At most so many characters; QuickBooks counts them as Java does. */
  static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    // A half of an emoji is no character.
    return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
  }

  /** One line: tabs, line breaks and runs of spaces become one space. */
  static String oneLine(String text) {
    return text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
  }
}
