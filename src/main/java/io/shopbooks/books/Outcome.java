package io.shopbooks.books;

import io.shopbooks.sale.Money;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * What came of sending a document, or of asking about it. Routes branch on {@link #word()}.
 *
 * @param document the ledger's id of it
 * @param posted of {@link Kind#POSTED}: what QuickBooks made of it
 * @param reason of {@link Kind#HELD}
 * @param repair of {@link Kind#REPAIR}: what to do differently
 * @param delay of {@link Kind#LATER}: when to send it again; of {@link Kind#DOUBTFUL}: when to ask,
 *     absent where the request may still be running
 * @param said what QuickBooks said, for the record; empty if nothing
 */
public record Outcome(
    long document,
    Kind kind,
    Optional<Posted> posted,
    Optional<Reason> reason,
    Optional<String> repair,
    Optional<Duration> delay,
    String said) {

  /** What to do next. */
  public enum Kind {
    /** It is in the books. */
    POSTED,
    /** It is surely not in the books; send it again, mended. */
    REPAIR,
    /** It is surely not in the books; send it again later. */
    LATER,
    /** It is surely not in the books; a person must decide. */
    HELD,
    /** Nobody knows; ask before anything else. */
    DOUBTFUL
  }

  /**
   * @param total QuickBooks' own
   * @param number as it stands in the books
   * @param stored the document as QuickBooks keeps it, as JSON: what a person changes later shows
   *     against it
   */
  public record Posted(
      String quickbooksId, String syncToken, Money total, String number, String stored) {}

  /** "posted", "repair", "later", "held" or "doubtful". */
  public String word() {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  public static Outcome posted(long document, Posted posted) {
    return new Outcome(
        document,
        Kind.POSTED,
        Optional.of(posted),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "");
  }

  public static Outcome repair(long document, String repair, String said) {
    return new Outcome(
        document,
        Kind.REPAIR,
        Optional.empty(),
        Optional.empty(),
        Optional.of(repair),
        Optional.empty(),
        said);
  }

  public static Outcome later(long document, Duration delay, String said) {
    return unposted(document, Kind.LATER, Optional.empty(), Optional.of(delay), said);
  }

  public static Outcome held(long document, Reason reason, String said) {
    return unposted(document, Kind.HELD, Optional.of(reason), Optional.empty(), said);
  }

  /** No answer came, and the request may still be running. */
  public static Outcome unanswered(long document, String said) {
    return unposted(document, Kind.DOUBTFUL, Optional.empty(), Optional.empty(), said);
  }

  /** An answer came, and leaves open whether the document is in the books. */
  public static Outcome unclear(long document, String said) {
    return unposted(document, Kind.DOUBTFUL, Optional.empty(), Optional.of(Duration.ZERO), said);
  }

  private static Outcome unposted(
      long document, Kind kind, Optional<Reason> reason, Optional<Duration> delay, String said) {
    return new Outcome(document, kind, Optional.empty(), reason, Optional.empty(), delay, said);
  }
}
