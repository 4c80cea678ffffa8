package io.shopbooks.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program as a process of its own, on an embedded database of its own. */
public final class Program {

  private static final Duration MOST = Duration.ofMinutes(15);
  private static final int KILLED = 137;

  private final Path data;
  private final Path log;
  private final List<String> settings = new ArrayList<>();

  Program(Path data, Path log) {
    this.data = data;
    this.log = log;
    with("shopbooks.data", data).with("shopbooks.schedules", "false");
  }

  /** With a setting. */
  public Program with(String name, Object value) {
    return java("-D" + name + "=" + value);
  }

  /** With an option of Java's. */
  public Program java(String option) {
    settings.add(option);
    return this;
  }

  /**
   * How a process ended.
   *
   * @param said everything it wrote
   */
  public record Ended(int status, String said) {

    /** Whether it was killed before it came to its end. */
    public boolean isKilled() {
      return status == KILLED;
    }
  }

  /** Something that a process may come to before its end. */
  interface Awaited {
    boolean came(Duration within) throws InterruptedException;
  }

  /** A running one. */
  public record Running(Process process, Path log) {

    /** Waits for its end. */
    public Ended ended() {
      try {
        if (!process.waitFor(MOST.toSeconds(), TimeUnit.SECONDS)) {
          process.destroyForcibly().waitFor();
          throw new AssertionError("It did not end in " + MOST + ":\n" + Files.readString(log));
        }
        return new Ended(process.exitValue(), Files.readString(log));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        process.destroyForcibly();
        throw new IllegalStateException(e);
      }
    }
  }

  /** Starts it with these arguments. */
  public Running start(String... arguments) {
    var command = new ArrayList<String>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(List.of("-Xmx512m", "-Djava.awt.headless=true"));
    command.addAll(settings);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Doomed.class.getName()));
    command.addAll(Arrays.asList(arguments));
    try {
      var builder = new ProcessBuilder(command).redirectErrorStream(true);
      return new Running(builder.redirectOutput(log.toFile()).start(), log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs it to its end, be it natural or its own doing. */
  Ended run(String... arguments) {
    return start(arguments).ended();
  }

  /** Runs it until something comes, and kills it at once. */
  Ended runUntil(Awaited moment, String... arguments) {
    var running = start(arguments);
    try {
      while (running.process().isAlive() && !moment.came(Duration.ofMillis(100))) {
        // It has neither come nor ended yet.
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    running.process().destroyForcibly();
    return running.ended();
  }

  /** The database server its data folder names. */
  Database database() {
    return new Database(data);
  }

  /** A database server that may have been left behind. */
  record Database(Path data) {

    /** Kills it as a power cut does. */
    void kill() {
      try {
        var file = data.resolve("postgres/postmaster.pid");
        if (Files.exists(file)) {
          var pid = Long.parseLong(Files.readAllLines(file).get(0).strip());
          ProcessHandle.of(pid)
              .filter(Database::isPostgres)
              .ifPresent(
                  server -> {
                    server.destroyForcibly();
                    server.onExit().join();
                  });
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static boolean isPostgres(ProcessHandle process) {
      return process.info().command().filter(path -> path.contains("postgres")).isPresent();
    }
  }
}
