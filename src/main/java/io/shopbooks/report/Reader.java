package io.shopbooks.report;

import io.shopbooks.connections.Connection;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Those who hear of a connection.
 *
 * @param name of the connection
 * @param to their addresses; may be empty
 * @param zone in which they read days and hours
 * @param connection absent while its file is wrong; the rest is then what it said last
 */
public record Reader(
    String name, List<String> to, Locale language, ZoneId zone, Optional<Connection> connection) {

  public Reader {
    to = List.copyOf(to);
  }

  static Reader of(Connection connection) {
    var report = connection.report();
    return new Reader(
        connection.name(),
        report.to(),
        report.language(),
        connection.zone(),
        Optional.of(connection));
  }
}
