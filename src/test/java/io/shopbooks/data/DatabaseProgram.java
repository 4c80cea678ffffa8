package io.shopbooks.data;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import org.slf4j.LoggerFactory;

/**
 * A program that works on a data folder until its input ends: "DATA_FOLDER PROGRAMS_FOLDER
 * [serve]". It does what each line of its input says and answers with a line that begins with "> ".
 */
public final class DatabaseProgram {

  private DatabaseProgram() {}

  public static void main(String[] args) throws IOException, SQLException {
    tell("process " + ProcessHandle.current().pid());
    ((Logger) LoggerFactory.getLogger("io.shopbooks")).setLevel(Level.DEBUG);
    try {
      var folder = DataFolder.at(Path.of(args[0]));
      try (var guard = args.length > 2 ? Guard.take(folder, args[2]) : null;
          var database = EmbeddedDatabase.open(folder, Path.of(args[1]));
          var connection = connect(database)) {
        tell("came " + database.came() + " " + database.getJdbcUrl());
        obey(connection);
      }
    } catch (CannotStart e) {
      tell("cannot start: " + e.getMessage() + " REMEDY: " + e.remedy().replace("\n", " "));
      System.exit(e.getExitCode());
    }
    tell("left");
  }

  private static void obey(Connection connection) throws IOException, SQLException {
    var lines = new BufferedReader(new InputStreamReader(System.in));
    for (String line; (line = lines.readLine()) != null; ) {
      tell(does(line, connection));
    }
  }

  /** Connects to the database, and has a table there. */
  static Connection connect(EmbeddedDatabase database) throws SQLException {
    var connection =
        DriverManager.getConnection(
            database.getJdbcUrl(), database.getUsername(), database.getPassword());
    try (var statement = connection.createStatement()) {
      statement.execute("create table if not exists kept (word text)");
    }
    return connection;
  }

  /** Does "begin", "commit" or "keep WORD"; tells which words are kept. */
  static String does(String line, Connection connection) throws SQLException {
    var words = line.split(" ");
    try (var statement = connection.createStatement()) {
      switch (words[0]) {
        case "begin" -> connection.setAutoCommit(false);
        case "commit" -> connection.commit();
        case "keep" -> statement.execute("insert into kept values ('" + words[1] + "')");
        default -> throw new IllegalArgumentException(line);
      }
      var kept = new ArrayList<String>();
      var rows = statement.executeQuery("select word from kept order by word");
      while (rows.next()) {
        kept.add(rows.getString(1));
      }
      return "did " + line + ", kept " + kept;
    }
  }

  private static void tell(String line) {
    System.out.println("> " + line);
  }
}
