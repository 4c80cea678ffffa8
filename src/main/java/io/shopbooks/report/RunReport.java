package io.shopbooks.report;

import io.shopbooks.ledger.Hold;
import io.shopbooks.ledger.ProductTask;
import io.shopbooks.ledger.Span;
import io.shopbooks.sale.Money;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What happened in a connection within a span of time, and whether shop and books agree on it.
 *
 * @param trouble what went wrong with the run as a whole
 * @param held everything that needs a person now, the oldest first
 * @param documents those that got into the books in the span, and those that are still open
 * @param byHand refunds the connection leaves to the bookkeeper
 * @param differences sales and refunds that are not equal on both sides, and nothing tells why
 * @param totals one per currency, by its code
 * @param products that stand in the books under the default item, until a person maps them
 */
public record RunReport(
    String connection,
    Span span,
    Optional<Trouble> trouble,
    Counts counts,
    List<Hold> held,
    List<Entry> documents,
    List<ByHand> byHand,
    List<Difference> differences,
    List<Totals> totals,
    List<ProductTask> products) {

  /** Troubles that the next run may be without, whether a person acts or not. */
  private static final Set<String> PASSING =
      Set.of("shop-unreachable", "company-resting", "interrupted");

  public RunReport {
    held = List.copyOf(held);
    documents = List.copyOf(documents);
    byHand = List.copyOf(byHand);
    differences = List.copyOf(differences);
    totals = List.copyOf(totals);
    products = List.copyOf(products);
  }

  /**
   * @param word a message key: "shop-unreachable"
   * @param detail in English, for those who look closer
   */
  public record Trouble(String word, String detail) {}

  /**
   * @param received orders that came or changed
   * @param posted orders of which something got into the books
   * @param updated orders of which only something was written or compared again
   * @param refunded refunds that got into the books
   * @param found documents of ours that were found in the books
   * @param doubtful documents nobody knows about
   * @param waiting orders of which something is still to be planned or sent
   * @param skipped orders that are no sales, or not yet, by the reason
   */
  public record Counts(
      int received,
      int posted,
      int updated,
      int refunded,
      int found,
      int doubtful,
      int waiting,
      SortedMap<String, Integer> skipped) {

    public Counts {
      skipped = Collections.unmodifiableSortedMap(new TreeMap<>(skipped));
    }

    /** Skipped orders, whatever the reason. */
    public int skippedInAll() {
      return skipped.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  /**
   * A document; or an order or refund that is held and has none.
   *
   * @param order its number
   * @param kind of the document; "order" or "refund" where there is none
   * @param number may be empty
   * @param dated its day in the books; absent where there is no document, or its day is not known
   * @param total QuickBooks' own where it is in the books
   * @param quickbooksId empty while it is not in the books
   * @param reason why it is held; else empty
   */
  public record Entry(
      String order,
      String kind,
      String number,
      Optional<LocalDate> dated,
      Money total,
      String state,
      String quickbooksId,
      String reason) {}

  /**
   * A refund of an order that a person is to enter.
   *
   * @param note "gift-card" where it went to one, "untold" where the shop does not tell the amount;
   *     else empty
   */
  public record ByHand(String order, Money amount, String note) {}

  /** A sale, or a refund below zero, that differs by what is left unexplained. */
  public record Difference(
      String order, boolean refund, Money shop, Money books, Money unexplained) {}

  /** Whether somebody has to do something. */
  public boolean needsPerson() {
    return !held.isEmpty()
        || !differences.isEmpty()
        || trouble.filter(t -> !PASSING.contains(t.word())).isPresent();
  }

  /** How much money waits for a person, per currency. */
  public List<Money> atStake() {
    var sums = new TreeMap<String, Money>();
    Stakes.of(held).forEach(m -> sums.merge(m.currency().getCurrencyCode(), m, Money::plus));
    return List.copyOf(sums.values());
  }

  /** The totals in this currency; absent if the span concerns no money in it. */
  public Optional<Totals> totals(Currency currency) {
    return totals.stream().filter(t -> t.currency().equals(currency)).findFirst();
  }

  /** One line of JSON for machines (DESIGN 6): amounts as text with the currency's decimals. */
  public String toJson() {
    return ReportJson.of(this);
  }
}
