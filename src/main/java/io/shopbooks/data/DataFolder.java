package io.shopbooks.data;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.SYNC;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The folder in which this installation keeps what must survive a restart; to back it up, copy it
 * while nothing runs. Nobody but its owner can open what is made in it.
 */
public final class DataFolder {

  private final Path path;

  private DataFolder(Path path) {
    this.path = path;
  }

  /**
   * The data folder at this path, made if it is not there.
   *
   * @throws CannotStart if it cannot be made or used
   */
  public static DataFolder at(Path path) {
    try {
      if (!Files.isDirectory(path)) {
        Files.createDirectories(path, OwnerOnly.folder(path));
      }
      return new DataFolder(path.toRealPath());
    } catch (IOException e) {
      throw unusable(path, e);
    }
  }

  /** Its absolute path, links resolved. */
  public Path path() {
    return path;
  }

  /**
   * A folder of this name in it, made owner-only if it is not there.
   *
   * @throws CannotStart if it cannot be made
   */
  public Path folder(String name) {
    return at(path.resolve(name)).path();
  }

  /** The embedded database's own files: PostgreSQL's data directory. */
  Path postgres() {
    return path.resolve("postgres");
  }

  /** What the embedded database has to say. */
  Path postgresLog() {
    return path.resolve("postgres.log");
  }

  /** The embedded database's password. */
  Path password() {
    return path.resolve("database.password");
  }

  /** The key of the secrets, where none is configured. */
  Path key() {
    return path.resolve("secret.key");
  }

  /** Held alone by whoever starts or stops the embedded database, or makes one of the texts. */
  Path changing() {
    return path.resolve("changing.lock");
  }

  /** Held together by all processes that use the embedded database. */
  Path using() {
    return path.resolve("using.lock");
  }

  /** Held alone by the one {@code serve} or {@code demo}. */
  Path serving() {
    return path.resolve("serving.lock");
  }

  /** Who holds {@link #serving()}, in words. */
  Path whoServes() {
    return path.resolve("serving.txt");
  }

  /**
   * The text in this file of the folder. If the file is not there it is made, of 256 random bits:
   * whole or not at all, and by one process only.
   *
   * @throws CannotStart if it can be neither read nor made
   */
  String randomText(Path file) {
    try (var alone = Hold.waitFor(changing())) {
      if (Files.notExists(file)) {
        var random = new byte[32];
        new SecureRandom().nextBytes(random);
        write(file, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw unusable(file, e);
    }
  }

  /** Replaces the file by one with this text, owner-only, whole or not at all. */
  void write(Path file, String text) throws IOException {
    var whole = Files.createTempFile(path, file.getFileName().toString(), ".new");
    Files.writeString(whole, text + "\n", WRITE, SYNC);
    Files.move(whole, file, ATOMIC_MOVE);
  }

  private static CannotStart unusable(Path path, IOException e) {
    return new CannotStart(
        path + " cannot be used: " + e,
        "Let it belong to the user who runs Shopbooks, or name another folder in SHOPBOOKS_DATA.",
        e);
  }
}
