package io.shopbooks.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** What is heard on a port where the embedded database may be. */
enum Answer {
  /** Our database, ready for work. */
  OURS,
  /** A PostgreSQL that starts, stops or is full. */
  NOT_NOW,
  /** A PostgreSQL that does not take our password. */
  REFUSED,
  /** Nothing, or something else. */
  STRANGE;

  /** The database that the tables are in. */
  static final String DATABASE = Cluster.USER;

  /**
   * Where the database of this name is. It is on this machine, so nothing is encrypted; but no
   * password goes in the clear to whatever may have taken the port.
   */
  static String url(int port, String database) {
    return "jdbc:postgresql://127.0.0.1:"
        + port
        + "/"
        + database
        + "?sslmode=disable&gssEncMode=disable&requireAuth=scram-sha-256";
  }

  /** Asks at this port for the server of this data directory, and has it ready for work. */
  static Answer at(int port, Path directory, String password) {
    var login = new Properties();
    login.put("user", Cluster.USER);
    login.put("password", password);
    login.put("connectTimeout", "5");
    login.put("socketTimeout", "5");
    try (var connection = DriverManager.getConnection(url(port, "postgres"), login)) {
      if (!isOf(directory, connection)) {
        return STRANGE;
      }
      makeDatabaseIfAbsent(connection);
      return OURS;
    } catch (SQLException e) {
      return because(e.getSQLState() == null ? "" : e.getSQLState());
    }
  }

  // A copied data folder names the port of the server it was copied from, password and all.
  private static boolean isOf(Path directory, Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("select current_setting('data_directory')")) {
      row.next();
      return Files.isSameFile(Path.of(row.getString(1)), directory);
    } catch (IOException e) {
      return false;
    }
  }

  private static void makeDatabaseIfAbsent(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row =
            statement.executeQuery("select from pg_database where datname = '" + DATABASE + "'")) {
      if (!row.next()) {
        statement.execute("create database " + DATABASE);
      }
    }
  }

  private static Answer because(String state) {
    return switch (state) {
      case "57P03", "53300" -> NOT_NOW;
      case "28P01", "28000" -> REFUSED;
      default -> STRANGE;
    };
  }
}
