package io.shopbooks.connections;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The condition on an order's total: {@code >= 500}, {@code < 50}, or both: {@code >= 50 < 500}.
 *
 * @param from the least total that fits
 * @param below the least total above it that fits no more
 */
record TotalRange(Optional<BigDecimal> from, Optional<BigDecimal> below) {

  private static final String AMOUNT = "\\s*([0-9]+(?:\\.[0-9]+)?)\\s*";
  private static final Pattern RANGE =
      Pattern.compile("\\s*(?:>=" + AMOUNT + ")?(?:<" + AMOUNT + ")?");

  /** The range, if the text is one. */
  static Optional<TotalRange> of(String text) {
    var range = RANGE.matcher(text);
    return range.matches() && !text.isBlank()
        ? Optional.of(new TotalRange(amount(range.group(1)), amount(range.group(2))))
        : Optional.empty();
  }

  /** Whether some total fits. */
  boolean hasTotals() {
    return below.map(end -> end.compareTo(from.orElse(BigDecimal.ZERO)) > 0).orElse(true);
  }

  private static Optional<BigDecimal> amount(String text) {
    return Optional.ofNullable(text).map(BigDecimal::new);
  }
}
