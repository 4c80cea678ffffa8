package io.shopbooks.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;

/** A ledger whose disk dies, and which is restored as it was an hour earlier. */
final class Backup {

  static final String NAME = "ledger of an hour ago";

  private final Stage stage;
  private final Path folder;
  private final Random random;

  Backup(Stage stage, Path folder, Random random) {
    this.stage = stage;
    this.folder = folder;
    this.random = random;
  }

  /**
   * Sells and syncs, copies the ledger, sells and syncs for an hour, is killed while it posts,
   * loses the disk, and goes on selling with the copy.
   *
   * @return how often the program was killed
   */
  int lostAndRestored(int orders) {
    stage.sellsAndRefunds(orders / 3, random.nextLong());
    stage.syncs();
    copy(stage.data(), folder.resolve("backup"));
    stage.passes(Duration.ofMinutes(20));
    stage.sellsAndRefunds(orders / 3, random.nextLong());
    stage.syncs();
    stage.passes(Duration.ofMinutes(40));
    stage.sellsAndRefunds(orders / 3, random.nextLong());
    var killed = stage.runsUntil(Moment.outcomesHalfWritten(random), "sync", "acme").isKilled();
    stage.program().database().kill();
    run("rm", "-rf", stage.data().toString());
    copy(folder.resolve("backup"), stage.data());
    stage.sellsAndRefunds(3, random.nextLong());
    return killed ? 1 : 0;
  }

  /** With owners and rights, on which PostgreSQL insists. */
  private static void copy(Path from, Path to) {
    run("cp", "-a", from.toString(), to.toString());
  }

  private static void run(String... command) {
    try {
      var status = new ProcessBuilder(command).inheritIO().start().waitFor();
      if (status != 0) {
        throw new IllegalStateException(String.join(" ", command) + " ended with " + status);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
