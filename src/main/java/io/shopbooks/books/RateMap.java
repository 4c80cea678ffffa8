package io.shopbooks.books;

import io.shopbooks.sale.Rate;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds the QuickBooks tax code that the connection gives for the rates of a line. A key names a
 * rate by label, id or percentage, or several joined by " + "; "*" stands for any.
 */
public final class RateMap {

  private RateMap() {}

  /**
   * The code for these rates together: of the key that names them all, else the one all agree on.
   */
  static Optional<String> find(Map<String, String> map, List<Rate> rates) {
    for (var entry : map.entrySet()) {
      if (!entry.getKey().equals("*") && namesAll(entry.getKey(), rates)) {
        return Optional.of(entry.getValue());
      }
    }
    var codes = new HashSet<Optional<String>>();
    rates.forEach(rate -> codes.add(single(map, rate)));
    return codes.size() == 1 ? codes.iterator().next() : Optional.empty();
  }

  /** Whether the connection gives a code to this rate, by itself or together with others. */
  public static boolean covers(Map<String, String> map, Rate rate) {
    return single(map, rate).isPresent()
        || map.keySet().stream()
            .flatMap(key -> Arrays.stream(key.split("\\s\\+\\s")))
            .anyMatch(name -> names(name.strip(), rate));
  }

  /** The rates as people know them: "GST + QST". */
  static String words(List<Rate> rates) {
    return rates.stream().map(Rate::label).collect(Collectors.joining(" + "));
  }

  private static Optional<String> single(Map<String, String> map, Rate rate) {
    return map.entrySet().stream()
        .filter(entry -> names(entry.getKey(), rate))
        .map(Map.Entry::getValue)
        .findFirst()
        .or(() -> Optional.ofNullable(map.get("*")));
  }

  private static boolean namesAll(String key, List<Rate> rates) {
    var names = Arrays.stream(key.split("\\s\\+\\s")).map(String::strip).toList();
    return names.size() == rates.size()
        && rates.stream().allMatch(rate -> names.stream().anyMatch(name -> names(name, rate)));
  }

  private static boolean names(String key, Rate rate) {
    return key.equalsIgnoreCase(rate.label()) || key.equals(rate.id()) || isPercent(key, rate);
  }

  private static boolean isPercent(String key, Rate rate) {
    var number = key.replaceAll("\\s*%$", "");
    return number.matches("\\d+(\\.\\d+)?")
        && new BigDecimal(number).compareTo(rate.percent()) == 0;
  }
}
