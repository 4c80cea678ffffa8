package io.shopbooks.connections;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The connections, as the files in {@code mappings/connections} say them now: a changed file is
 * read again by itself. A file with something wrong in it switches off its own connection only.
 */
@Component("connections")
public class Connections {

  /** Secrets in the store change without their files, and some editors leave no other trace. */
  private static final Duration FRESH = Duration.ofSeconds(30);

  private static final Logger log = LoggerFactory.getLogger(Connections.class);

  private final ConnectionFiles files;
  private final ConnectionReader reader;
  private final Clock clock;
  private Seen seen = new Seen(Instant.EPOCH, new TreeMap<>(), List.of(), List.of());

  /**
   * @param mappings the folder that holds the folder {@code connections}
   * @param demo whether the demo runs, which has a connection of its own
   */
  Connections(
      @Value("${shopbooks.mappings:./mappings}") String mappings,
      @Value("${shopbooks.demo.enabled:false}") boolean demo,
      ConnectionReader reader,
      Clock clock) {
    this.files = new ConnectionFiles(Path.of(mappings), demo);
    this.reader = reader;
    this.clock = clock;
  }

  private record Seen(
      Instant at,
      SortedMap<Path, ConnectionFiles.Stamp> stamps,
      List<ReadFile> read,
      List<Finding> others) {

    Stream<Finding> findings() {
      return Stream.concat(
          others.stream(), read.stream().flatMap(file -> file.findings().stream()));
    }
  }

  /** Those that can be used, by name. */
  public List<Connection> all() {
    return look().read().stream().flatMap(file -> file.connection().stream()).toList();
  }

  /** What is wrong, by file; a file that is not here is right. */
  public Map<Path, List<Finding>> findings() {
    return look()
        .findings()
        .collect(Collectors.groupingBy(Finding::file, TreeMap::new, Collectors.toList()));
  }

  /**
   * The connection of this name.
   *
   * @throws UnknownConnection if it has no file
   * @throws BrokenConnection if something is wrong with its file
   */
  public Connection named(String name) {
    var now = look();
    var file =
        now.read().stream()
            .filter(read -> read.name().equals(name))
            .findFirst()
            .orElseThrow(() -> unknown(name));
    return file.connection().orElseThrow(() -> new BrokenConnection(name, file.findings()));
  }

  /** What to say about a name that has no file. */
  UnknownConnection unknown(String name) {
    var known = look().read().stream().map(ReadFile::name).toList();
    return UnknownConnection.named(name, files.folder(), known);
  }

  /** Has the files read again by the next who asks, even if they look the same. */
  synchronized void readAgain() {
    seen = new Seen(Instant.EPOCH, seen.stamps(), seen.read(), seen.others());
  }

  private synchronized Seen look() {
    try {
      var stamps = files.list();
      var now = clock.instant();
      if (!stamps.equals(seen.stamps()) || !now.isBefore(seen.at().plus(FRESH))) {
        show(read(stamps, now));
      }
    } catch (IOException e) {
      show(new Seen(clock.instant(), new TreeMap<>(), List.of(), List.of(files.unreadable(e))));
    }
    return seen;
  }

  /** Each finding is logged once, when it is new. */
  private void show(Seen now) {
    var known = seen.findings().toList();
    now.findings()
        .filter(finding -> !known.contains(finding))
        .forEach(finding -> log.warn("{}", finding));
    seen = now;
  }

  private Seen read(SortedMap<Path, ConnectionFiles.Stamp> stamps, Instant now) {
    var misnamed = ConnectionFiles.misnamed(List.copyOf(stamps.keySet()));
    var readable = new ArrayList<>(stamps.keySet());
    misnamed.forEach(finding -> readable.remove(finding.file()));
    var read = Twins.without(readable.stream().map(reader::read).toList());
    return new Seen(now, stamps, read, misnamed);
  }
}
