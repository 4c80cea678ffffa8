package io.shopbooks.console;

import io.shopbooks.connections.Connection;
import io.shopbooks.quickbooks.QuickBooks;
import io.shopbooks.quickbooks.SignInStates;
import io.shopbooks.setup.BothSides;
import io.shopbooks.setup.DryRun;
import io.shopbooks.setup.Tried;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** Checks connections beside the pages, one after the other, and keeps what came of it last. */
@Component
@ConditionalOnWebApplication
class Checks implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(Checks.class);
  private static final int DAYS = 90;

  private final BothSides sides;
  private final DryRun dryRun;
  private final SignInStates signIns;
  private final QuickBooks quickbooks;
  private final Clock clock;
  private final Map<String, Checked> last = new ConcurrentHashMap<>();
  private final ExecutorService work =
      Executors.newSingleThreadExecutor(
          task -> {
            var thread = new Thread(task, "check");
            thread.setDaemon(true);
            return thread;
          });

  Checks(BothSides sides, DryRun dryRun, SignInStates signIns, QuickBooks quickbooks, Clock clock) {
    this.sides = sides;
    this.dryRun = dryRun;
    this.signIns = signIns;
    this.quickbooks = quickbooks;
    this.clock = clock;
  }

  /**
   * A check, as far as it has got.
   *
   * @param looked absent: both sides are still looked at
   * @param tried absent: no order was tried, or they still are
   * @param orders how many were tried so far
   * @param reads metered ones of QuickBooks
   * @param failure why it ended early; empty: it did not
   */
  record Checked(
      Instant began,
      boolean running,
      Optional<BothSides.Looked> looked,
      Optional<Tried> tried,
      int orders,
      long reads,
      String failure) {

    Checked looked(BothSides.Looked sides) {
      return new Checked(began, true, Optional.of(sides), tried, orders, reads, failure);
    }

    Checked read(int orders) {
      return new Checked(began, true, looked, tried, orders, reads, failure);
    }

    Checked ended(Optional<Tried> tried, long reads, String failure) {
      return new Checked(began, false, looked, tried, orders, reads, failure);
    }
  }

  /** The last check of this connection since the program started. */
  Optional<Checked> of(String connection) {
    return Optional.ofNullable(last.get(connection));
  }

  /** Begins a check, unless one is under way. */
  void begin(Connection connection) {
    var begun = new Checked(clock.instant(), true, Optional.empty(), Optional.empty(), 0, 0, "");
    var now =
        last.compute(connection.name(), (name, old) -> old != null && old.running() ? old : begun);
    if (now == begun) {
      work.execute(() -> check(connection));
    }
  }

  private void check(Connection connection) {
    var name = connection.name();
    var before = reads(connection);
    try {
      var looked = sides.look(connection);
      last.computeIfPresent(name, (n, now) -> now.looked(looked));
      var tried =
          looked.isReachable()
              ? Optional.of(dryRun.over(connection, DAYS, orders -> read(name, orders)))
              : Optional.<Tried>empty();
      last.computeIfPresent(name, (n, now) -> now.ended(tried, reads(connection) - before, ""));
    } catch (RuntimeException e) {
      // A page waits for it: whatever it is, it is told there.
      LOG.warn("check of {} ended early: {}", name, e.toString());
      last.computeIfPresent(
          name,
          (n, now) ->
              now.ended(
                  Optional.empty(), reads(connection) - before, String.valueOf(e.getMessage())));
    }
  }

  private long reads(Connection connection) {
    return signIns.of(connection).realm().map(quickbooks::reads).orElse(0L);
  }

  private void read(String name, int orders) {
    last.computeIfPresent(name, (n, now) -> now.read(orders));
  }

  @Override
  public void destroy() {
    work.shutdownNow();
  }
}
