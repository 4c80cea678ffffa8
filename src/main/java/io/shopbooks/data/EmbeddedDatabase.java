package io.shopbooks.data;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/**
 * The PostgreSQL of a data folder, for every process that works on the folder. Whoever comes first
 * starts it, the others join it, and whoever leaves last stops it: so it outlives the process that
 * started it for as long as another still works. One that a killed process left behind is used by
 * the next, and stopped by it in the end.
 */
final class EmbeddedDatabase implements JdbcConnectionDetails, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);

  // Within one process a data folder has one of these, however many contexts use it.
  private static final Map<Path, EmbeddedDatabase> OPEN = new HashMap<>();

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final DataFolder folder;
  private final String password;
  private final Server server;
  private final Server.Running running;
  private final Hold use;
  private int users = 1;

  /**
   * The database of this folder, ready for work.
   *
   * @param programs where PostgreSQL's programs are unpacked
   * @throws CannotStart if there is something for a person to do first
   */
  static EmbeddedDatabase open(DataFolder folder, Path programs) {
    synchronized (OPEN) {
      var open = OPEN.get(folder.path());
      if (open == null) {
        OPEN.put(folder.path(), open = new EmbeddedDatabase(folder, new Unpacked(programs)));
      } else {
        open.users++;
      }
      return open;
    }
  }

  private EmbeddedDatabase(DataFolder folder, Unpacked unpacked) {
    var begun = System.nanoTime();
    var programs = new Programs(unpacked);
    this.folder = folder;
    this.password = folder.randomText(folder.password());
    this.server =
        new Server(
            folder.postgres(),
            password,
            new Control(folder.postgres(), folder.postgresLog(), programs),
            PATIENCE);
    try (var alone = Hold.waitFor(folder.changing())) {
      var isNew = new Cluster(folder, programs).makeIfAbsent();
      this.running = server.run(isUsed(folder));
      this.use = Hold.tryTogether(folder.using()).orElseThrow();
      log.info(
          "database=embedded folder={} address=127.0.0.1:{} state={} ms={}",
          folder.path(),
          running.port(),
          isNew ? "new" : running.came().name().toLowerCase(Locale.ROOT).replace('_', '-'),
          Duration.ofNanos(System.nanoTime() - begun).toMillis());
    }
  }

  private static boolean isUsed(DataFolder folder) {
    var alone = Hold.tryAlone(folder.using());
    alone.ifPresent(Hold::close);
    return alone.isEmpty();
  }

  @Override
  public String getJdbcUrl() {
    return Answer.url(running.port(), Answer.DATABASE);
  }

  @Override
  public String getUsername() {
    return Cluster.USER;
  }

  @Override
  public String getPassword() {
    return password;
  }

  /** How the server came to run. */
  Server.Came came() {
    return running.came();
  }

  /** Leaves the database, and stops it unless another process still works with it. */
  @Override
  public void close() {
    synchronized (OPEN) {
      if (--users > 0) {
        return;
      }
      OPEN.remove(folder.path());
      try (var alone = Hold.waitFor(folder.changing())) {
        use.close();
        if (isUsed(folder)) {
          log.debug("PostgreSQL in {} goes on for another process", folder.path());
        } else {
          server.stop();
        }
      }
    }
  }
}
