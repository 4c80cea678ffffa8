package io.shopbooks.data;

import io.shopbooks.data.Programs.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Starts and stops the server of a data directory, by PostgreSQL's {@code pg_ctl}. */
final class Control {

  private static final long JOURNAL_KEPT = 1_000_000;

  private static final List<String> SETTINGS =
      List.of(
          "listen_addresses=127.0.0.1",
          "unix_socket_directories=",
          "fsync=on",
          "synchronous_commit=on",
          "full_page_writes=on",
          // Its own troubles only: failed statements are the caller's, and hold people's data.
          "log_min_messages=log",
          "log_checkpoints=off");

  private final Path directory;
  private final Path journal;
  private final Programs programs;

  /**
   * @param journal takes what the server says
   */
  Control(Path directory, Path journal, Programs programs) {
    this.directory = directory;
    this.journal = journal;
    this.programs = programs;
  }

  Path journal() {
    return journal;
  }

  /** Starts the server on any free port and waits until it is ready; says why if it is not. */
  Outcome start() {
    try {
      var before = journalSize();
      var settings =
          Stream.concat(Stream.of("port=" + freePort()), SETTINGS.stream())
              .map(setting -> "-c " + setting)
              .collect(Collectors.joining(" "));
      // Its default patience of a minute is too short for the recovery after a crash.
      var started = pgCtl("start", "-l", journal.toString(), "-w", "-t", "600", "-o", settings);
      return started.isGood()
          ? started
          : new Outcome(started.status(), started.words() + "\n" + journalSince(before));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stops the server; clients that are still there lose their connections. */
  Outcome stop() {
    return pgCtl("stop", "-m", "fast", "-w");
  }

  private Outcome pgCtl(String... arguments) {
    var all = Stream.concat(Stream.of("-D", directory.toString()), Stream.of(arguments)).toList();
    return programs.run(directory, "pg_ctl", all);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }

  private long journalSize() throws IOException {
    if (Files.exists(journal) && Files.size(journal) > JOURNAL_KEPT) {
      Files.delete(journal);
    }
    return Files.exists(journal) ? Files.size(journal) : 0;
  }

  private String journalSince(long before) throws IOException {
    if (Files.notExists(journal)) {
      return "";
    }
    try (var words = Files.newInputStream(journal)) {
      words.skipNBytes(before);
      return new String(words.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }
}
