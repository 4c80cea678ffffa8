package io.shopbooks.data;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs for this machine, unpacked once per user and version: wholly or not at all,
 * whenever the process is killed. Nothing but unfinished copies of its own is ever deleted.
 */
final class Unpacked {

  private static final Logger log = LoggerFactory.getLogger(Unpacked.class);
  private static final String UNFINISHED = ".unfinished";

  private final Path folder;
  private Path home;

  /**
   * @param folder where to, outside of the database's files; made owner-only if it is not there
   */
  Unpacked(Path folder) {
    this.folder = folder;
  }

  Path folder() {
    return folder;
  }

  /** Where the program of this name is; unpacks all of them first if need be. */
  synchronized Path program(String name) throws IOException {
    if (home == null) {
      home = unpackOnce(archive());
    }
    return home.resolve("bin").resolve(name);
  }

  private static byte[] archive() throws IOException {
    var system = System.getProperty("os.name").split(" ")[0].replace("Mac", "Darwin");
    try (var archive =
        DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, System.getProperty("os.arch"))) {
      return archive.readAllBytes();
    } catch (IllegalStateException e) {
      throw new CannotStart(
          "No PostgreSQL is packed for " + system + " on " + System.getProperty("os.arch") + ".",
          "Set SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD"
              + " to a PostgreSQL server of your own.",
          e);
    }
  }

  private Path unpackOnce(byte[] archive) throws IOException {
    var done = folder.resolve("postgres-" + Programs.MAJOR + "-" + fingerprint(archive));
    if (Files.isDirectory(done)) {
      return done;
    }
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, OwnerOnly.folder(folder));
    }
    try (var alone = Hold.waitFor(folder.toRealPath().resolve("unpacking.lock"))) {
      if (!Files.isDirectory(done)) {
        log.debug("Unpacking PostgreSQL to {}", done);
        var unfinished = folder.resolve(done.getFileName() + UNFINISHED);
        FileSystemUtils.deleteRecursively(unfinished);
        unpack(archive, Files.createDirectory(unfinished, OwnerOnly.folder(unfinished)));
        Files.move(unfinished, done, ATOMIC_MOVE);
      }
      return done;
    }
  }

  private static void unpack(byte[] archive, Path into) throws IOException {
    try (var tar =
        new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
      for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
        var file = into.resolve(entry.getName()).normalize();
        if (entry.isDirectory()) {
          Files.createDirectories(file);
          continue;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
          Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
          Files.copy(tar, file);
          file.toFile().setExecutable((entry.getMode() & 0100) != 0);
        }
      }
    }
  }

  private static String fingerprint(byte[] archive) {
    var sum = new CRC32();
    sum.update(archive);
    return "%08x".formatted(sum.getValue());
  }
}
