package io.shopbooks.crash;

import io.shopbooks.pretend.quickbooks.Fault;
import io.shopbooks.pretend.quickbooks.FaultShape;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * A request that was kept, had to wait for the company's limits, went out at last, and was still
 * running when the program was killed. It counts from when it went, not from when it was kept. An
 * expense, because no number keeps the company from taking it twice.
 */
final class HeldUp {

  static final String NAME = "held up, then on the wire";

  private static final Duration LONGEST = Duration.ofSeconds(40);
  private static final Duration PAUSE = Duration.ofSeconds(45);

  private final Stage stage;

  HeldUp(Stage stage) {
    this.stage = stage;
  }

  /**
   * Kills it, and starts it again while the request still runs.
   *
   * @return how often the program was killed
   */
  int killedAndRestarted() {
    var late = new CountDownLatch(1);
    stage.quickbooks().order(expense(Fault.throttled(FaultShape.BUSINESS)));
    var struck = stage.quickbooks().order(expense(Fault.slow(late)));
    var killed = program().runUntil(struck::awaitStrike, "sync", "acme").isKilled();
    Executor atLast =
        CompletableFuture.delayedExecutor(LONGEST.minusSeconds(5).toSeconds(), TimeUnit.SECONDS);
    var taken = CompletableFuture.runAsync(late::countDown, atLast);
    program().run("sync", "acme");
    taken.join();
    return killed ? 1 : 0;
  }

  private static Fault expense(Fault fault) {
    return fault.on("POST", "").entity("Purchase");
  }

  private Program program() {
    return stage
        .impatient()
        .with("shopbooks.ledger.longest-request", LONGEST)
        .with("quickbooks.throttle-pause", PAUSE);
  }
}
