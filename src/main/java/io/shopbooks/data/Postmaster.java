package io.shopbooks.data;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The server that a data directory's {@code postmaster.pid} names, running or not. The file is
 * PostgreSQL's own and tells everything needed to find the server, so no other address is kept.
 *
 * @param file the postmaster.pid
 * @param pid of the server's first process
 * @param port it listens on, on 127.0.0.1
 */
record Postmaster(Path file, long pid, int port) {

  private static final int PORT_LINE = 3;

  // A process id no system gives out. PostgreSQL then takes the file for a left-over, but still
  // checks the shared memory named further down in it; deleting the file would lose that check.
  private static final String NO_PROCESS = String.valueOf(Integer.MAX_VALUE);

  /** The server this data directory names; empty if it names none, or not wholly. */
  static Optional<Postmaster> of(Path directory) {
    var file = directory.resolve("postmaster.pid");
    try {
      // Byte for byte: it also names the directory, in whatever encoding that has.
      var lines = Files.readAllLines(file, ISO_8859_1);
      return lines.size() <= PORT_LINE
          ? Optional.empty()
          : Optional.of(
              new Postmaster(
                  file,
                  // Negative while initdb or a single-user server works on the directory.
                  Math.abs(Long.parseLong(lines.get(0).strip())),
                  Integer.parseInt(lines.get(PORT_LINE).strip())));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /**
   * Whether a process of this id lives that may be the server. Ids are given out again, so one that
   * is certainly another program's, or another directory's server, does not count.
   */
  boolean isAlive() {
    return process().filter(found -> !isZombie() && mayBeServer(found)).isPresent();
  }

  /** Whether its process id is there, but is not a server of this directory any more. */
  boolean isReplaced() {
    return process().isPresent() && !isAlive();
  }

  private Optional<ProcessHandle> process() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
  }

  // Killed, but never asked after by its parent: the first process of many containers. PostgreSQL
  // takes it for a living server.
  private boolean isZombie() {
    try {
      var state = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
      return state.startsWith("Z", state.lastIndexOf(')') + 2);
    } catch (IOException e) {
      return false;
    }
  }

  private boolean mayBeServer(ProcessHandle process) {
    var program = process.info().command().map(path -> Path.of(path).getFileName().toString());
    var directory = file.getParent().toString();
    return program.map(name -> name.startsWith("postgres")).orElse(true)
        && process.info().arguments().map(all -> List.of(all).contains(directory)).orElse(true);
  }

  /** Tells PostgreSQL that this server is no more. */
  void declareDead() {
    try {
      var text = Files.readString(file, ISO_8859_1);
      if (text.startsWith(pid + "\n")) {
        Files.writeString(file, NO_PROCESS + text.substring(text.indexOf('\n')), ISO_8859_1);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Drops a postmaster.pid left without content by a crash, which PostgreSQL stumbles over. */
  static void dropEmptyFile(Path directory) {
    var file = directory.resolve("postmaster.pid");
    try {
      if (Files.exists(file) && Files.size(file) == 0) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
