package io.shopbooks.sale;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Money given back for an order. All amounts are positive where money goes to the buyer.
 *
 * @param amount what the buyer gets; the truth, whatever the lines say
 * @param paidBack whether the gateway was asked to pay; false when the merchant paid by other means
 * @param lines the goods it is for; often none ({@code quantity} zero where only tax is given back)
 */
public record Refund(
    String id,
    Instant created,
    Money amount,
    String reason,
    boolean paidBack,
    List<Line> lines,
    List<Charge> shipping,
    List<Charge> fees,
    List<Rate> rates) {

  public Refund {
    lines = List.copyOf(lines);
    shipping = List.copyOf(shipping);
    fees = List.copyOf(fees);
    rates = List.copyOf(rates);
  }

  /** Whether neither money nor goods come back. */
  public boolean isOfNothing() {
    return amount.isZero()
        && lines.stream().allMatch(line -> line.quantity().signum() == 0)
        && Stream.of(lines, shipping, fees)
            .flatMap(List::stream)
            .allMatch(part -> part.total().isZero() && part.tax().isZero());
  }
}
