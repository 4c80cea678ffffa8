package io.shopbooks.bench;

import io.shopbooks.pretend.quickbooks.PretendCompany;
import java.util.Map;
import java.util.TreeMap;

/** What the company was asked for within one sync, and how many receipts it made of it. */
record Figures(Map<String, Long> counts, int receipts) {

  /** Requests of any kind a minute, as documented (`quickbooks-online.md` 5). */
  private static final double ALLOWED = 500;

  /** A company before a sync. */
  record Before(Map<String, Long> counts, int receipts) {

    static Before in(PretendCompany company) {
      return new Before(company.counters(), company.documents("SalesReceipt").size());
    }

    /** What has come since. */
    Figures until(PretendCompany company) {
      var more = new TreeMap<>(company.counters());
      counts.forEach((what, count) -> more.merge(what, -count, Long::sum));
      return new Figures(more, company.documents("SalesReceipt").size() - receipts);
    }
  }

  long of(String what) {
    return counts.getOrDefault(what, 0L);
  }

  double writesPerReceipt() {
    return (double) of("writes") / receipts;
  }

  double readsPerReceipt() {
    return (double) of("reads") / receipts;
  }

  double requestsPerReceipt() {
    return (double) of("requests") / receipts;
  }

  /** How much of the allowed rate was used in so many seconds, an item counting as a request. */
  double shareOfRate(double seconds) {
    var units = of("requests") - of("batches") + of("batch items");
    return units / (seconds / 60) / ALLOWED;
  }
}
