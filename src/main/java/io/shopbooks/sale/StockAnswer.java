package io.shopbooks.sale;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What became of a quantity that was sent to the shop.
 *
 * @param product the shop's id, "12/34" of a variation
 * @param quantity what the shop has now; absent where nobody knows
 * @param said what the shop said when it refused, in its words; may be empty
 */
public record StockAnswer(
    String product, Outcome outcome, Optional<BigDecimal> quantity, String said) {

  /** Whether the shop took it. */
  public enum Outcome {
    /** The shop has it. */
    WRITTEN,
    /** The shop has another quantity than it was decided upon: it is to be compared again. */
    MOVED,
    /** The shop does not take it. */
    REFUSED,
    /** The shop does not count it any more. */
    NOT_COUNTED,
    /** The shop does not have it any more. */
    GONE
  }

  /** The shop has this quantity now. */
  public static StockAnswer written(String product, BigDecimal quantity) {
    return new StockAnswer(product, Outcome.WRITTEN, Optional.of(quantity), "");
  }

  /** Nothing was written, because the shop has this quantity by now. */
  public static StockAnswer moved(String product, BigDecimal quantity) {
    return new StockAnswer(product, Outcome.MOVED, Optional.of(quantity), "");
  }

  /** Nothing was written, because the shop does not count it any more. */
  public static StockAnswer notCounted(String product) {
    return new StockAnswer(product, Outcome.NOT_COUNTED, Optional.empty(), "");
  }

  /** Nothing was written, because the shop does not have it any more. */
  public static StockAnswer gone(String product) {
    return new StockAnswer(product, Outcome.GONE, Optional.empty(), "");
  }

  /**
   * The shop refused.
   *
   * @param said why, in its words; empty if it did not say
   */
  public static StockAnswer refused(String product, String said) {
    return new StockAnswer(product, Outcome.REFUSED, Optional.empty(), said);
  }
}
