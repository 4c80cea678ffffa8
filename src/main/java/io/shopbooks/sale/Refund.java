package io.shopbooks.sale;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Money given back for an order. All amounts are positive where money goes to the buyer.
 *
 * @param amount the money the buyer gets; the truth, whatever the lines say
 * @param paidBack whether the gateway was asked to pay; false when the merchant paid by other means
 * @param payment the id of the payment it goes back to; absent where the shop does not tell it
 * @param untold the shop tells that something was given back, and not how much; the amount is zero
 * @param lines the goods it is for; often none ({@code quantity} zero where only tax is given back)
 * @param credits what went back to gift cards and store credit, below zero as in the sale; with the
 *     amount it makes what was given back
 */
public record Refund(
    String id,
    Instant created,
    Money amount,
    String reason,
    boolean paidBack,
    Optional<String> payment,
    boolean untold,
    List<Line> lines,
    List<Charge> shipping,
    List<Charge> fees,
    List<Charge> credits,
    List<Rate> rates) {

  public Refund {
    lines = List.copyOf(lines);
    shipping = List.copyOf(shipping);
    fees = List.copyOf(fees);
    credits = List.copyOf(credits);
    rates = List.copyOf(rates);
  }

  /** Whether neither money nor goods come back. */
  public boolean isOfNothing() {
    return !untold
        && amount.isZero()
        && lines.stream().allMatch(line -> line.quantity().signum() == 0)
        && Stream.of(lines, shipping, fees, credits)
            .flatMap(List::stream)
            .allMatch(part -> part.total().isZero() && part.tax().isZero());
  }

  /** What was given back in all: money, and what went to gift cards and store credit. */
  public Money worth() {
    return amount.minus(Money.sum(credits.stream().map(Charge::total).toList(), amount.currency()));
  }

  /** Whether it all went to gift cards and store credit, and no money moved. */
  public boolean isOfCredit() {
    return amount.isZero() && !credits.isEmpty();
  }
}
