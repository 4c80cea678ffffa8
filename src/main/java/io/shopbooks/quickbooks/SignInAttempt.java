package io.shopbooks.quickbooks;

import java.time.Instant;
import java.util.Locale;

/**
 * One try to sign in on Intuit's page.
 *
 * @param person who began it
 * @param until it ends then unless the browser came back before
 * @param taken whether the browser came back
 * @param realm which company it came back with; empty before
 * @param company its name; empty if it is not known
 */
public record SignInAttempt(
    long id,
    String connection,
    String person,
    Instant until,
    boolean taken,
    Outcome outcome,
    String realm,
    String company) {

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

  /** Whether nothing more will come of it. */
  public boolean isOver(Instant now) {
    var open = outcome == Outcome.BEGUN || outcome == Outcome.ANOTHER_COMPANY;
    return !open || !until.isAfter(now);
  }
}
