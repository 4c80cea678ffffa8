package io.shopbooks.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * A plan that is applied, the runs that did it taken back, and all of it brought again. Sixty
 * orders take six minutes, most of it at the limit of 500 requests a minute: whatever is taken back
 * is looked at, read again and deleted.
 */
final class TakenBack {

  static final String NAME = "applied, taken back, again";

  private static final Pattern APPLY = Pattern.compile("shopbooks apply (\\S+)");
  private static final Pattern RUN = Pattern.compile("(?m)^\\s+(\\d+)\\s+acme\\s");

  private final Stage stage;
  private final Random random;
  private final List<String> trouble = new ArrayList<>();
  private int kills;

  TakenBack(Stage stage, Random random) {
    this.stage = stage;
    this.random = random;
  }

  /**
   * Is killed while it plans, while it applies, twice while it deletes, and while it brings all
   * again; each time the next command goes on.
   *
   * @return how often the program was killed
   */
  int appliedTakenBackAndBroughtAgain() {
    dies(Moment.whilePlanning(random), "plan", "acme");
    var plan = stage.impatient().run("plan", "acme");
    nothingIsThere("after planning");
    var apply = APPLY.matcher(plan.said());
    if (!apply.find()) {
      throw new IllegalStateException(plan.said());
    }
    dies(Moment.outcomesHalfWritten(random), "apply", apply.group(1));
    stage.syncs();
    var runs = RUN.matcher(stage.impatient().run("undo").said()).results().map(r -> r.group(1));
    var newestFirst = runs.toList();
    for (var run : newestFirst) {
      dies(Moment.beforeDeleting(random), "undo", run, "--yes");
      dies(Moment.deletionNotWritten(random), "sync", "acme");
      stage.syncs();
    }
    nothingIsThere("after all runs were taken back: " + newestFirst);
    for (int i = newestFirst.size() - 1; i >= 0; i--) {
      dies(Moment.outcomesHalfWritten(random), "redo", newestFirst.get(i));
    }
    return kills;
  }

  /** What should not have been in the books when it was looked at. */
  List<String> trouble() {
    return trouble;
  }

  private void dies(Moment moment, String... command) {
    kills += stage.runsUntil(moment, command).isKilled() ? 1 : 0;
  }

  private void nothingIsThere(String when) {
    var documents = stage.company().documents();
    if (!documents.isEmpty()) {
      trouble.add(when + ": " + documents);
    }
  }
}
