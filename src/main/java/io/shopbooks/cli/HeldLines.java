package io.shopbooks.cli;

import io.shopbooks.ledger.Hold;
import java.util.ArrayList;
import java.util.List;

/** Something held, as lines of a terminal. */
final class HeldLines {

  private HeldLines() {}

  static List<String> of(Hold hold, Reasons reasons) {
    var said = reasons.of(hold);
    var lines = new ArrayList<String>();
    var about = hold.subject().equals("order") ? "" : " (" + hold.subject() + ")";
    lines.add("  " + hold.number() + about + "  " + Amounts.text(hold.money()));
    said.why().lines().forEach(line -> lines.add("      " + line));
    said.remedy().lines().forEach(line -> lines.add("      " + line));
    return lines;
  }
}
