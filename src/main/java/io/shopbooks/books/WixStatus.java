package io.shopbooks.books;

import io.shopbooks.sale.Sale;
import java.util.Optional;
import java.util.Set;

/**
 * What the mappings of Wix call a sale that is none, or none yet: a sale of Wix has a status by
 * what became of its payment ({@code mappings/wix}).
 */
final class WixStatus {

  private static final String UNMATCHED = "unmatched";
  private static final String OVERDUE = "unmatched-late";
  private static final String ELSEWHERE = "told-elsewhere";
  private static final Set<String> WAITING = Set.of("not-paid", "payment-pending", UNMATCHED);
  private static final Set<String> NO_SALES =
      Set.of(
          "payment-declined",
          "payment-voided",
          "paid-by-membership",
          "imported",
          "left-at-checkout",
          ELSEWHERE);

  private WixStatus() {}

  /**
   * What a sale in one of these statuses becomes; empty for any other status.
   *
   * @throws Unbookable if order and payment missed each other for a day
   */
  static Optional<Verdict> verdict(Sale sale) {
    var status = sale.status();
    var reference = sale.payment().reference();
    if (status.equals(OVERDUE)) {
      throw new Unbookable(
          Reason.of(Why.PAYMENT_UNMATCHED)
              .with("number", sale.number())
              .with("total", sale.total().rounded())
              .with("reference", reference.isBlank() ? sale.number() : reference));
    }
    if (WAITING.contains(status)) {
      var because = status.equals("not-paid") ? "not-paid-yet" : status;
      return Optional.of(Verdict.not(Verdict.Kind.WAIT, because));
    }
    return Optional.of(status)
        .filter(NO_SALES::contains)
        .map(because -> Verdict.not(Verdict.Kind.NOTHING, because));
  }

  /** Whether order and payment miss each other just now. */
  static boolean isMissed(String status) {
    return status.equals(UNMATCHED) || status.equals(OVERDUE);
  }

  /**
   * Whether a sale in the books would have to leave them. A payment in the books stays there when
   * an order tells of it, too: that order is held instead.
   */
  static boolean isBeforeTheSale(String status) {
    return NO_SALES.contains(status) && !status.equals(ELSEWHERE)
        || status.equals("payment-pending")
        || status.equals("not-paid");
  }
}
