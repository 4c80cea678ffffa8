package io.shopbooks.data;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server of a data directory: found if it runs, else started; stopped when told. */
final class Server {

  private static final Logger log = LoggerFactory.getLogger(Server.class);

  /** How the server came to run. */
  enum Came {
    /** It ran, and others use it. */
    JOINED,
    /** It ran, left behind by a process that was killed. */
    TAKEN_OVER,
    /** It was started. */
    STARTED
  }

  /** A server that answers on this port of 127.0.0.1. */
  record Running(int port, Came came) {}

  private static final Duration PAUSE = Duration.ofMillis(200);
  // Recovery after a crash may need its time, and the server says that it is at it.
  private static final Duration RECOVERY = Duration.ofMinutes(10);
  private static final Duration REMNANT = Duration.ofSeconds(1);

  private final Path directory;
  private final String password;
  private final Control control;
  private final Duration patience;

  /**
   * @param patience how long the server may keep silent, or be held up in its start
   */
  Server(Path directory, String password, Control control, Duration patience) {
    this.directory = directory;
    this.password = password;
    this.control = control;
    this.patience = patience;
  }

  /**
   * Has the server run. Only for whoever holds {@link DataFolder#changing()}.
   *
   * @param used whether other processes use the server
   * @throws CannotStart if it does not come to run
   */
  Running run(boolean used) {
    var came = used ? Came.JOINED : Came.TAKEN_OVER;
    for (var begun = System.nanoTime(); ; pause()) {
      var named = Postmaster.of(directory);
      var answer = named.map(this::ask).orElse(Answer.STRANGE);
      if (answer == Answer.OURS) {
        return new Running(named.get().port(), came);
      }
      var waited = Duration.ofNanos(System.nanoTime() - begun);
      if (named.filter(Postmaster::isAlive).isPresent() || (used && answer == Answer.NOT_NOW)) {
        bePatient(named.get(), answer, waited, came);
      } else if (used) {
        throw outOfReach();
      } else if (start(waited)) {
        came = Came.STARTED;
      }
    }
  }

  private Answer ask(Postmaster named) {
    return Answer.at(named.port(), directory, password);
  }

  /** Stops the server. Only for whoever holds {@link DataFolder#changing()}. */
  void stop() {
    log.debug("Stopping PostgreSQL in {}", directory);
    var stopped = control.stop();
    if (!stopped.isGood()) {
      log.warn("PostgreSQL in {} did not stop: {}", directory, stopped.words());
    }
  }

  private boolean start(Duration waited) {
    log.debug("Starting PostgreSQL in {}", directory);
    Postmaster.of(directory).filter(Postmaster::isReplaced).ifPresent(Postmaster::declareDead);
    if (waited.compareTo(REMNANT) > 0) {
      Postmaster.dropEmptyFile(directory);
    }
    var started = control.start();
    if (!started.isGood() && !(mayPass(started.words()) && waited.compareTo(patience) < 0)) {
      throw new CannotStart(
          "PostgreSQL does not start in " + directory + ". It says: " + started.words(),
          "Remove the cause and start again. What it said before is in " + control.journal() + ".");
    }
    return started.isGood();
  }

  // Another start, of a process since killed, is under way; or the last processes of a killed
  // server have not ended yet; or the port was taken in between.
  private static boolean mayPass(String words) {
    return Stream.of("lock file", "PID file", "still in use", "Address already in use")
        .anyMatch(words::contains);
  }

  private void bePatient(Postmaster named, Answer answer, Duration waited, Came came) {
    if (answer == Answer.REFUSED) {
      if (came == Came.STARTED) {
        stop();
      }
      throw new CannotStart(
          "PostgreSQL in " + directory + " does not take the password kept beside it.",
          "Bring database.password back from the backup of this data folder.");
    }
    if (waited.compareTo(answer == Answer.NOT_NOW ? RECOVERY : patience) > 0) {
      throw new CannotStart(
          "PostgreSQL (process %d, port %d) works on %s but does not get ready."
              .formatted(named.pid(), named.port(), directory),
          "See %s. If it is stuck, end process %d and start again."
              .formatted(control.journal(), named.pid()));
    }
  }

  private CannotStart outOfReach() {
    return new CannotStart(
        "Another process uses the database in "
            + directory
            + ", but it cannot be reached from here.",
        "If Shopbooks runs in a container, run commands in that container. If its database has"
            + " crashed, stop that process; the next start repairs the database.");
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotStart("Interrupted while PostgreSQL started.", "Start again.", e);
    }
  }
}
