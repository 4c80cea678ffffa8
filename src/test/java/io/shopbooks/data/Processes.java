package io.shopbooks.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Starts Java processes that work on data folders, and leaves neither them nor a server behind. */
final class Processes implements AfterEachCallback {

  /** PostgreSQL's programs, unpacked once for all tests. */
  static final Path PROGRAMS = Path.of("target", "postgres-programs").toAbsolutePath();

  private final List<Running> started = new ArrayList<>();
  private final List<Here> opened = new ArrayList<>();
  private final Set<Path> folders = new TreeSet<>();

  /** Has a process work on the data folder, as {@link DatabaseProgram} does. */
  Running workOn(Path folder, String... more) {
    return workOn(folder, PROGRAMS, List.of(), Map.of(), more);
  }

  /** The same with the programs elsewhere, a command in front, and variables of its environment. */
  Running workOn(
      Path folder,
      Path programs,
      List<String> front,
      Map<String, String> environment,
      String... more) {
    folders.add(folder);
    var arguments = new ArrayList<>(List.of(folder.toString(), programs.toString()));
    arguments.addAll(List.of(more));
    return run(
        front,
        System.getProperty("java.class.path"),
        environment,
        DatabaseProgram.class,
        arguments);
  }

  /** Works on the data folder in this process, which is quicker. */
  Here workHere(Path folder) {
    folders.add(folder);
    try {
      var database = EmbeddedDatabase.open(DataFolder.at(folder), PROGRAMS);
      var here = new Here(database, DatabaseProgram.connect(database));
      opened.add(here);
      return here;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** Runs the main method of a class. */
  Running run(
      List<String> front,
      String classPath,
      Map<String, String> environment,
      Class<?> main,
      List<String> arguments) {
    var command = new ArrayList<>(front);
    command.addAll(List.of(ProcessHandle.current().info().command().orElse("java"), "-cp"));
    // Short lives: the second compiler would cost more than it gains.
    command.addAll(List.of(classPath, "-XX:TieredStopAtLevel=1", main.getName()));
    command.addAll(arguments);
    try {
      var builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().putAll(environment);
      var running = new Running(builder.start());
      started.add(running);
      return running;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stops the server of this folder at the end, though it was not told here to work on it. */
  void cleanUp(Path folder) {
    folders.add(folder);
  }

  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    List.copyOf(opened).forEach(Here::leave);
    started.forEach(Running::kill);
    for (var folder : folders) {
      var directory = folder.resolve("postgres");
      if (Postmaster.of(directory).filter(Postmaster::isAlive).isPresent()) {
        var control = new Control(directory, folder.resolve("end"), programs());
        assertThat(control.stop().words()).contains("server stopped");
      }
    }
  }

  static Programs programs() {
    return new Programs(new Unpacked(PROGRAMS));
  }

  /** This process, at work on a data folder. */
  final class Here {

    private final EmbeddedDatabase database;
    private final Connection connection;

    private Here(EmbeddedDatabase database, Connection connection) {
      this.database = database;
      this.connection = connection;
    }

    String came() {
      return database.came().toString();
    }

    String does(String what) {
      try {
        return DatabaseProgram.does(what, connection);
      } catch (SQLException e) {
        throw new AssertionError(e);
      }
    }

    void leave() {
      opened.remove(this);
      try (database) {
        connection.close();
      } catch (SQLException e) {
        throw new AssertionError(e);
      }
    }
  }

  /** A process that runs. */
  static final class Running {

    private final Process process;
    private final BufferedReader output;
    private final PrintStream input;
    private final StringBuilder said = new StringBuilder();
    private long pid;

    private Running(Process process) {
      this.process = process;
      this.output = process.inputReader();
      this.input = new PrintStream(process.getOutputStream(), true);
      this.pid = process.pid();
    }

    /** Waits until it says a line with this in it, and returns the line. */
    String says(String words) {
      try {
        for (String line; (line = output.readLine()) != null; ) {
          said.append(line).append('\n');
          if (line.startsWith("> process ")) {
            pid = Long.parseLong(line.substring("> process ".length()));
          }
          if (line.contains(words)) {
            return line;
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      throw new AssertionError("It ended without '" + words + "'. It said:\n" + said);
    }

    /** The port its database is on, once it says so. */
    int port() {
      return Integer.parseInt(says("> came").replaceAll(".*:(\\d+)/.*", "$1"));
    }

    long pid() {
      return pid;
    }

    /** Tells it to do something, and waits until it has; returns its answer. */
    String does(String what) {
      input.println(what);
      return says("> did " + what);
    }

    /** Kills it as kill -9 does. */
    void kill() {
      ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      process.onExit().join();
    }

    /** Tells it to end. */
    void ends() {
      input.close();
    }

    /** Tells it to end, and waits until it has. */
    void leave() {
      ends();
      says("> left");
      assertThat(process.onExit().join().exitValue()).isZero();
    }

    /** Waits for its end; the exit status. */
    int status() {
      return process.onExit().join().exitValue();
    }

    /** Everything it said, once it has ended. */
    String everything() {
      try {
        for (String line; (line = output.readLine()) != null; ) {
          said.append(line).append('\n');
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return said.toString();
    }
  }
}
