package io.shopbooks.data;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** The embedded database's files: made whole or not at all, of one major version. */
final class Cluster {

  private static final Logger log = LoggerFactory.getLogger(Cluster.class);
  private static final String UNFINISHED = "postgres.unfinished";

  /** Owns the database and everything in it. */
  static final String USER = "shopbooks";

  private final DataFolder folder;
  private final Programs programs;

  Cluster(DataFolder folder, Programs programs) {
    this.folder = folder;
    this.programs = programs;
  }

  private Path directory() {
    return folder.postgres();
  }

  /**
   * Makes the files if there are none.
   *
   * @return whether they are new
   * @throws CannotStart if there are some that this release cannot use
   */
  boolean makeIfAbsent() {
    try {
      var version = directory().resolve("PG_VERSION");
      if (Files.exists(version)) {
        check(Files.readString(version).strip());
        return false;
      }
      if (Files.exists(directory()) && !isEmpty(directory())) {
        throw new CannotStart(
            directory() + " holds files, but no whole PostgreSQL database that this user can read.",
            "Run Shopbooks as the user who owns it, bring the folder back from your backup, or move"
                + " it away to begin with an empty database.");
      }
      make();
      return true;
    } catch (IOException e) {
      throw new CannotStart(
          directory() + " cannot be used: " + e, "Run Shopbooks as the user who owns it.", e);
    }
  }

  private static boolean isEmpty(Path directory) throws IOException {
    try (var files = Files.list(directory)) {
      return files.findAny().isEmpty();
    }
  }

  private void check(String version) {
    if (!version.equals(Programs.MAJOR)) {
      throw new CannotStart(
          "The database in %s was made by PostgreSQL %s; this release brings PostgreSQL %s, which"
                  .formatted(directory(), version, Programs.MAJOR)
              + " cannot read its files. Nothing was changed.",
          """
          Either go on with the release of Shopbooks that made it, or carry the data over with \
          PostgreSQL's client programs, version %4$s or later:
            1. While that release runs `serve`: pg_dump --host=127.0.0.1 --port=<4th line of \
          %1$s/postmaster.pid> --username=%2$s --file=shopbooks.sql %2$s
               (the password is in %3$s)
            2. Stop it and move %1$s away.
            3. While this release runs `serve`: psql --host=127.0.0.1 --port=<as above> \
          --username=%2$s --single-transaction --command="drop schema public cascade" \
          --command="create schema public" --file=shopbooks.sql %2$s
            4. Start this release again."""
              .formatted(directory(), USER, folder.password(), Programs.MAJOR));
    }
  }

  // Under a name of its own each time: an initdb whose Shopbooks was killed may still be writing.
  private void make() throws IOException {
    deleteUnfinished();
    var unfinished = Files.createTempDirectory(folder.path(), UNFINISHED);
    log.debug("Running initdb in {}", unfinished);
    var made =
        programs.run(
            unfinished,
            "initdb",
            List.of(
                "--pgdata=" + unfinished,
                "--username=" + USER,
                "--pwfile=" + folder.password(),
                "--auth=scram-sha-256",
                "--data-checksums",
                "--encoding=UTF8",
                // The same order of texts on every system, so that the folder can move.
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8"));
    if (!made.isGood()) {
      throw new CannotStart(
          "PostgreSQL cannot make a database in " + folder.path() + ". It says: " + made.words(),
          "Remove the cause and start again, or set SPRING_DATASOURCE_URL to a PostgreSQL server"
              + " of your own.");
    }
    log.debug("Moving the new database to {}", directory());
    Files.move(unfinished, directory(), ATOMIC_MOVE);
  }

  private void deleteUnfinished() throws IOException {
    try (var left = Files.newDirectoryStream(folder.path(), UNFINISHED + "*")) {
      for (var directory : left) {
        FileSystemUtils.deleteRecursively(directory.toFile());
      }
    }
  }
}
