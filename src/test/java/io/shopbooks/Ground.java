package io.shopbooks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;

/** What a world stands on: folders and a database of its own. */
final class Ground {

  private static final EmbeddedPostgres SERVER = started();

  /** Migrated once; each world's database is a copy of it. */
  private static final String TEMPLATE = "template_of_worlds";

  private static int databases;

  private Ground() {}

  /** A folder of mappings like ours, without connections. */
  static Path mappings() {
    var folder = folder("mappings");
    try {
      Files.createDirectories(folder.resolve("connections"));
      copy("woocommerce", folder);
      copy("wix", folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folder;
  }

  private static void copy(String kind, Path folder) throws IOException {
    Files.createDirectories(folder.resolve(kind));
    try (var files = Files.list(Path.of("mappings", kind))) {
      for (var file : files.toList()) {
        Files.copy(file, folder.resolve(kind).resolve(file.getFileName()));
      }
    }
  }

  /** An empty folder. */
  static Path folder(String name) {
    try {
      return Files.createTempDirectory("shopbooks-" + name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static EmbeddedPostgres started() {
    try {
      return EmbeddedPostgres.builder().start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The address of a database without rows, on the server that all worlds share. */
  static synchronized String database() {
    if (databases == 0) {
      create(TEMPLATE);
      Flyway.configure().dataSource(SERVER.getDatabase("postgres", TEMPLATE)).load().migrate();
    }
    var name = "world" + databases++;
    create(name + " template " + TEMPLATE);
    return SERVER.getJdbcUrl("postgres", name);
  }

  private static void create(String database) {
    try (var connection = SERVER.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create database " + database);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
