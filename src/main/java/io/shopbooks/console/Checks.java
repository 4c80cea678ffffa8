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
   * Calls of a company by this process.
   *
   * @param reads metered ones
   * @param writes none by a check itself; others may write meanwhile
   */
  record Calls(long reads, long writes) {

    static final Calls NONE = new Calls(0, 0);

    private Calls since(Calls before) {
      return new Calls(reads - before.reads, writes - before.writes);
    }
  }

  /**
   * A check, as far as it has got.
   *
   * @param looked absent: both sides are still looked at
   * @param tried absent: no order was tried, or they still are
   * @param orders how many were tried so far
   * @param calls of QuickBooks while it ran
   * @param failure why it ended early; empty: it did not
   */
  record Checked(
      Instant began,
      boolean running,
      Optional<BothSides.Looked> looked,
      Optional<Tried> tried,
      int orders,
      Calls calls,
      String failure) {

    Checked looked(BothSides.Looked sides) {
      return new Checked(began, true, Optional.of(sides), tried, orders, calls, failure);
    }

    Checked read(int orders) {
      return new Checked(began, true, looked, tried, orders, calls, failure);
    }

    Checked ended(Optional<Tried> tried, Calls calls, String failure) {
      return new Checked(began, false, looked, tried, orders, calls, failure);
    }
  }

  /** The last check of this connection since the program started. */
  Optional<Checked> of(String connection) {
    return Optional.ofNullable(last.get(connection));
  }

  /** Begins a check, unless one is under way. */
  void begin(Connection connection) {
    var begun =
        new Checked(clock.instant(), true, Optional.empty(), Optional.empty(), 0, Calls.NONE, "");
    var now =
        last.compute(connection.name(), (name, old) -> old != null && old.running() ? old : begun);
    if (now == begun) {
      work.execute(() -> check(connection));
    }
  }

  private void check(Connection connection) {
    var name = connection.name();
    var before = calls(connection);
    try {
      var looked = sides.look(connection);
      last.computeIfPresent(name, (n, now) -> now.looked(looked));
      var tried =
          looked.isReachable()
              ? Optional.of(dryRun.over(connection, DAYS, orders -> read(name, orders)))
              : Optional.<Tried>empty();
      last.computeIfPresent(
          name, (n, now) -> now.ended(tried, calls(connection).since(before), ""));
    } catch (RuntimeException e) {
      // A page waits for it: whatever it is, it is told there.
      LOG.warn("check of {} ended early: {}", name, e.toString());
      last.computeIfPresent(
          name,
          (n, now) ->
              now.ended(
                  Optional.empty(),
                  calls(connection).since(before),
                  String.valueOf(e.getMessage())));
    }
  }

  private Calls calls(Connection connection) {
    return signIns
        .of(connection)
        .realm()
        .map(realm -> new Calls(quickbooks.reads(realm), quickbooks.writes(realm)))
        .orElse(Calls.NONE);
  }

  private void read(String name, int orders) {
    last.computeIfPresent(name, (n, now) -> now.read(orders));
  }

  @Override
  public void destroy() {
    work.shutdownNow();
  }
}
