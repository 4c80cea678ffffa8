package io.shopbooks.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** PostgreSQL's own programs, run one at a time and waited for. */
final class Programs {

  /** The major version of the programs this release brings. */
  static final String MAJOR = "17";

  // The server must not inherit the keys and passwords that Shopbooks is configured with, nor the
  // PG... variables that redirect its programs.
  private static final Set<String> INHERITED =
      Set.of("PATH", "LD_LIBRARY_PATH", "SYSTEMROOT", "TEMP", "TMP");

  /** How a program ended, and what it said. */
  record Outcome(int status, String words) {
    boolean isGood() {
      return status == 0;
    }
  }

  private final Unpacked unpacked;

  Programs(Unpacked unpacked) {
    this.unpacked = unpacked;
  }

  /**
   * Runs a program on a data directory and waits for its end.
   *
   * @param name "initdb", "pg_ctl" or "postgres"
   * @throws CannotStart if it cannot be run at all
   */
  Outcome run(Path directory, String name, List<String> arguments) {
    try {
      var command = new ArrayList<>(Account.prefix(directory));
      command.add(unpacked.program(name).toString());
      command.addAll(arguments);
      return run(command);
    } catch (IOException e) {
      throw new CannotStart(
          "PostgreSQL's program " + name + " cannot be run: " + e,
          "Run Shopbooks as an ordinary user. Its programs are in "
              + unpacked.folder()
              + ", which must allow execution and is made anew when deleted; SHOPBOOKS_CACHE names"
              + " another place.",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotStart("Interrupted while " + name + " ran.", "Start again.", e);
    }
  }

  private static Outcome run(List<String> command) throws IOException, InterruptedException {
    // A file, not a pipe: the server outlives pg_ctl and would keep a pipe open for ever.
    var words = Files.createTempFile("shopbooks", ".out");
    try {
      var builder = new ProcessBuilder(command);
      var environment = builder.environment();
      environment.keySet().removeIf(name -> !INHERITED.contains(name.toUpperCase(Locale.ROOT)));
      environment.put("LC_ALL", "C");
      environment.put("TZ", "UTC");
      var process = builder.redirectErrorStream(true).redirectOutput(words.toFile()).start();
      return new Outcome(process.waitFor(), Files.readString(words).strip());
    } finally {
      Files.deleteIfExists(words);
    }
  }
}
