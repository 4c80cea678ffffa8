package io.shopbooks.pretend.quickbooks;

import java.util.ArrayList;
import java.util.List;

/**
 * One property of an object, as the line in schema.json says: {@code "text 21 filter sort"}, {@code
 * "ref Customer required"}, {@code "enum NotSet|EmailSent"}, {@code "amount in:GB,AU"}.
 *
 * @param kind the first word: text, name, email, amount, price, quantity, number, flag, date, time,
 *     enum, ref, currency, shape or list
 * @param max longest text, 0 for none
 * @param of the values of an enum, the types a ref may point to, or the one shape
 */
record Property(
    String name,
    String kind,
    int max,
    List<String> of,
    boolean required,
    boolean readOnly,
    boolean filterable,
    boolean sortable,
    List<String> onlyIn,
    List<String> notIn) {

  private static final List<String> MARKS = List.of("required", "readonly", "filter", "sort");

  static Property read(String name, String rule) {
    var words = new ArrayList<>(List.of(rule.split(" ")));
    var kind = words.remove(0);
    var marks = words.stream().filter(MARKS::contains).toList();
    var onlyIn = countries(words, "in:");
    var notIn = countries(words, "not:");
    words.removeIf(word -> MARKS.contains(word) || word.matches("(in|not):.*"));
    boolean sized = words.size() == 1 && words.get(0).matches("\\d+");
    return new Property(
        name,
        kind,
        sized ? Integer.parseInt(words.get(0)) : 0,
        sized ? List.of() : List.of(String.join(" ", words).split("\\|")),
        marks.contains("required"),
        marks.contains("readonly"),
        marks.contains("filter"),
        marks.contains("sort"),
        onlyIn,
        notIn);
  }

  private static List<String> countries(List<String> words, String mark) {
    return words.stream()
        .filter(word -> word.startsWith(mark))
        .flatMap(word -> List.of(word.substring(mark.length()).split(",")).stream())
        .toList();
  }

  /** Whether companies of this country know the property at all (10, Regions). */
  boolean isKnownIn(String country) {
    return (onlyIn.isEmpty() || onlyIn.contains(country)) && !notIn.contains(country);
  }

  boolean isNumeric() {
    return List.of("amount", "price", "quantity", "number").contains(kind);
  }

  /** The shape of a "shape" or "list". */
  String shape() {
    return of.get(0);
  }
}
