package io.shopbooks.sale;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One order as the shop tells it. Amounts are net of tax unless named otherwise, whatever {@code
 * pricesIncludeTax} says about how prices were entered; {@code total} and {@code totalTax} are the
 * truth, and sums of the parts may miss them by the shop's own rounding (`woocommerce.md` 0 and 5).
 *
 * @param number what people call the order; may change, so {@code key} is what it is kept under
 * @param status the shop's own word; the set is open, plugins add theirs
 * @param changed when the shop last changed it; the only date a cancellation leaves
 * @param shipping one entry per package
 * @param fees positive or negative
 * @param credits gift cards and store credit used to pay; below zero, like fees that are credits
 * @param coupons for information: lines are already net of them
 * @param rates the tax rates of the order, as they were when it was placed
 * @param refunds what was paid back since, oldest first
 * @param exchangeRate the shop's own, in units of its base currency per unit of {@code currency}
 * @param meta the order's own extra fields that hold plain text or numbers
 * @param additions what the mappings add to its documents: kind to fields, as QuickBooks' JSON
 */
public record Sale(
    OrderKey key,
    String number,
    String status,
    Currency currency,
    Instant created,
    Optional<Instant> changed,
    Buyer buyer,
    boolean pricesIncludeTax,
    List<Line> lines,
    List<Charge> shipping,
    List<Charge> fees,
    List<Charge> tips,
    List<Charge> credits,
    List<Coupon> coupons,
    List<Rate> rates,
    Money total,
    Money totalTax,
    Payment payment,
    List<Refund> refunds,
    Optional<BigDecimal> exchangeRate,
    String note,
    Map<String, String> meta,
    Map<String, String> additions) {

  public Sale {
    lines = List.copyOf(lines);
    shipping = List.copyOf(shipping);
    fees = List.copyOf(fees);
    tips = List.copyOf(tips);
    credits = List.copyOf(credits);
    coupons = List.copyOf(coupons);
    rates = List.copyOf(rates);
    refunds = List.copyOf(refunds);
    meta = Map.copyOf(meta);
    additions = Map.copyOf(additions);
  }

  /** What the parts miss to the total: the shop's own rounding. Zero for most orders. */
  public Money roundingDifference() {
    var parts =
        Stream.of(lines, shipping, fees, tips, credits)
            .flatMap(List::stream)
            .map(part -> part.total().rounded())
            .reduce(totalTax.rounded(), Money::plus);
    return total.rounded().minus(parts);
  }

  /** Whether nothing was ordered, as where somebody opened an order by hand and left it. */
  public boolean isOfNothing() {
    return total.isZero()
        && Stream.of(lines, shipping, fees, tips, credits).allMatch(List::isEmpty);
  }

  public boolean isPaid() {
    return payment.received().isPresent();
  }
}
