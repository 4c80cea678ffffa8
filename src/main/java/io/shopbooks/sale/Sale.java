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
 * @param parent id of the order this one is a part of, as plugins make them for a balance or for
 *     each seller; its goods are that order's goods (`woocommerce.md`, Deposits)
 * @param payments where the shop tells of several payments, or of one of a part: all that arrived;
 *     else none, and {@code payment} is the one of the whole
 * @param refunds what was paid back since, oldest first
 * @param exchangeRate the shop's own, in units of its base currency per unit of {@code currency}
 * @param meta the order's own extra fields that hold plain text or numbers
 * @param additions what the mappings add to its documents: kind to fields, as QuickBooks' JSON
 */
public record Sale(
    OrderKey key,
    Optional<String> parent,
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
    List<PartPayment> payments,
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
    payments = List.copyOf(payments);
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

  /** Whether all of it was paid. */
  public boolean isPaid() {
    return payments.isEmpty()
        ? payment.received().isPresent()
        : !total.rounded().isMoreThan(received());
  }

  /** Whether something was paid, and not all. */
  public boolean isPaidInPart() {
    return !isPaid() && received().isPositive();
  }

  /** Whether any money arrived, or all of nothing. */
  public boolean isPaidAtAll() {
    return isPaid() || isPaidInPart();
  }

  /** What the payments come to; zero where the shop does not tell of parts. */
  public Money received() {
    return Money.sum(payments.stream().map(PartPayment::amount).toList(), currency);
  }

  /** This sale, as far as one of its payments is concerned. */
  public Sale paidBy(PartPayment part) {
    return new Sale(
        key,
        parent,
        number,
        status,
        currency,
        created,
        changed,
        buyer,
        pricesIncludeTax,
        lines,
        shipping,
        fees,
        tips,
        credits,
        coupons,
        rates,
        total,
        totalTax,
        new Payment(part.gateway(), part.title(), part.reference(), Optional.of(part.received())),
        List.of(part),
        refunds,
        exchangeRate,
        note,
        meta,
        additions);
  }
}
