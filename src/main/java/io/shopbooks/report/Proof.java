package io.shopbooks.report;

import io.shopbooks.ledger.Leftovers.LeftOut;
import io.shopbooks.ledger.Leftovers.OpenCredit;
import java.util.List;

/**
 * A report with all that proves it, as it is mailed and shown.
 *
 * @param openCredits all there are now
 * @param leftOut what people left out in the span
 * @param stockWaiting quantities that go to the shop only when a person agrees; none where the shop
 *     does not follow QuickBooks' stock
 */
public record Proof(
    RunReport report,
    TieOut tieOut,
    List<OpenCredit> openCredits,
    List<LeftOut> leftOut,
    int stockWaiting) {

  public Proof {
    openCredits = List.copyOf(openCredits);
    leftOut = List.copyOf(leftOut);
  }

  /** One line of JSON for machines: the report's own fields, and all that proves it. */
  public String toJson() {
    return ReportJson.of(this);
  }

  /** Whether somebody has to do something, if only to see why a cut is not closed. */
  public boolean needsPerson() {
    return report.needsPerson() || !isClosed();
  }

  /** Whether every cent of difference has a name, in the whole and in every cut. */
  public boolean isClosed() {
    return report.differences().isEmpty() && tieOut.isClosed();
  }
}
