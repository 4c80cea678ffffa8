package io.shopbooks.quickbooks;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * One try to sign in on Intuit's page.
 *
 * @param person who began it
 * @param until it ends then unless the browser came back before
 * @param taken when the browser came back; absent before
 * @param realm which company it came back with; empty before
 * @param company its name; empty if it is not known
 */
public record SignInAttempt(
    long id,
    String connection,
    String person,
    Instant until,
    Optional<Instant> taken,
    Outcome outcome,
    String realm,
    String company) {

  /** QuickBooks is asked for tokens and then for the company: more than both may take. */
  private static final Duration LONGEST = Duration.ofMinutes(3);

  /** What came of it. */
  public enum Outcome {
    /** The browser is at Intuit, or just came back. */
    BEGUN,
    SIGNED_IN,
    /** A person must say whether the connection changes to this company. */
    ANOTHER_COMPANY,
    /** The person said no. */
    KEPT,
    /** The connection file names another company. */
    OTHER_THAN_FILE,
    /** The person refused on Intuit's page. */
    DECLINED,
    /** QuickBooks did not accept the code. */
    REFUSED,
    /** QuickBooks does not know our app. */
    UNKNOWN_APP,
    /** QuickBooks could not be reached, or its answer was lost. */
    UNREACHABLE,
    /** What came back does not open the company it named. */
    WRONG_COMPANY,
    /** The connection has no file any more, or a broken one. */
    NO_CONNECTION;

    /** "another-company". */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Outcome of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }

  /**
   * How it stands, as message keys write it: "waits" while QuickBooks is asked; of one whose
   * process died meanwhile nothing more is heard, as where QuickBooks does not answer.
   */
  public String standing(Instant now) {
    if (outcome != Outcome.BEGUN) {
      return outcome.word();
    }
    if (taken.isPresent()) {
      return taken.get().plus(LONGEST).isAfter(now) ? "waits" : Outcome.UNREACHABLE.word();
    }
    return isOver(now) ? "expired" : "begun";
  }

  /** Whether nothing more will come of it. */
  public boolean isOver(Instant now) {
    var open = outcome == Outcome.BEGUN || outcome == Outcome.ANOTHER_COMPANY;
    return !open || !until.isAfter(now);
  }
}
