package io.shopbooks.cli;

import io.shopbooks.connections.Connection;
import io.shopbooks.ledger.Standing;
import io.shopbooks.ledger.TakingBack;
import io.shopbooks.ledger.Work;
import io.shopbooks.quickbooks.SignInStates;
import io.shopbooks.quickbooks.TakeBacks;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Shows on stderr how far something has got, while it runs. */
@Component
class ProgressLine {

  private static final Duration ON_A_TERMINAL = Duration.ofMillis(500);
  private static final Duration ELSEWHERE = Duration.ofSeconds(5);

  /** Waiting that is over before anybody reads of it. */
  private static final Duration NO_WAIT = Duration.ofSeconds(2);

  private final Standing standing;
  private final Work work;
  private final TakingBack takingBack;
  private final TakeBacks takeBacks;
  private final SignInStates signIns;

  ProgressLine(
      Standing standing,
      Work work,
      TakingBack takingBack,
      TakeBacks takeBacks,
      SignInStates signIns) {
    this.standing = standing;
    this.work = work;
    this.takingBack = takingBack;
    this.takeBacks = takeBacks;
    this.signIns = signIns;
  }

  /** What is shown until it is closed. */
  interface Shown extends AutoCloseable {
    @Override
    void close();
  }

  /** Begins to show a sync. */
  Shown show(Connection connection, Instant since, Output output) {
    return show(() -> text(connection, since), output);
  }

  /** Begins to show: one line rewritten in place on a terminal, else a line now and then. */
  static Shown show(Supplier<String> text, Output output) {
    var terminal = System.console() != null;
    var every = terminal ? ON_A_TERMINAL : ELSEWHERE;
    var clock =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              var thread = new Thread(task, "progress");
              thread.setDaemon(true);
              return thread;
            });
    clock.scheduleWithFixedDelay(
        () -> print(text.get(), terminal, output),
        every.toMillis(),
        every.toMillis(),
        TimeUnit.MILLISECONDS);
    return () -> {
      clock.shutdownNow();
      if (terminal) {
        output.err().print("\r\u001b[K");
        output.err().flush();
      }
    };
  }

  private static void print(String text, boolean terminal, Output output) {
    output.err().print(terminal ? "\r" + text + "\u001b[K" : text + System.lineSeparator());
    output.err().flush();
  }

  /** Begins to show how a run is taken back. */
  Shown showUndoing(Connection connection, long run, Output output) {
    return show(() -> undoing(connection, run), output);
  }

  /** "acme: 120 of 1000 documents looked at", then "acme: 30 documents deleted, 970 to go". */
  String undoing(Connection connection, long run) {
    var looking = signIns.of(connection).realm().flatMap(takeBacks::looking);
    var progress = takingBack.progress(run);
    return connection.name()
        + ": "
        + looking
            .map(now -> "%d of %d documents looked at".formatted(now.done(), now.all()))
            .orElseGet(
                () ->
                    "%d documents deleted, %d to go"
                        .formatted(progress.deleted(), progress.left()));
  }

  /** "acme: 54 read, 3 to plan, 12 to send, 39 in the books, 2 held; next step in 45 s". */
  String text(Connection connection, Instant since) {
    var now = standing.since(connection.name(), since);
    var text =
        "%s: %d read, %d to plan, %d to send, %d in the books, %d held"
            .formatted(
                connection.name(),
                now.read(),
                now.toPlan(),
                now.toSend(),
                now.posted(),
                now.held());
    var asked = now.doubtful() > 0 ? ", " + now.doubtful() + " to be asked about" : "";
    return text + asked + wait(connection);
  }

  private String wait(Connection connection) {
    var realm = signIns.of(connection).realm();
    var wait = realm.map(r -> Duration.ofMillis(work.millisToNext(connection, r)));
    return wait.filter(time -> time.compareTo(NO_WAIT) > 0)
        .map(time -> "; next step in " + time.toSeconds() + " s")
        .orElse("");
  }
}
