package io.shopbooks.connections;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The files of the folder of connections: {@code <name>.yaml}, the name in lower-case letters,
 * digits and dashes. Hidden files and other endings are left alone. {@code demo.yaml} and {@code
 * demo-wix.yaml} are the demo's: it reads those only, and nobody else reads them.
 */
final class ConnectionFiles {

  private static final String ENDING = ".yaml";
  private static final Set<String> DEMO = Set.of("demo", "demo-wix");
  private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

  private final Path folder;
  private final boolean demo;

  ConnectionFiles(Path mappings, boolean demo) {
    this.folder = mappings.resolve("connections").normalize();
    this.demo = demo;
  }

  Path folder() {
    return folder;
  }

  /** Whether a connection can be called so. */
  static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  /** The file of this connection, whether it is there or not; nothing if none can be called so. */
  Optional<Path> of(String name) {
    return Optional.of(name)
        .filter(text -> isName(text) && DEMO.contains(text) == demo)
        .map(text -> folder.resolve(text + ENDING));
  }

  static String name(Path file) {
    var name = file.getFileName().toString();
    return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
  }

  /**
   * What tells that a file changed.
   *
   * @param key of the file system: editors write a new file and give it the old name
   */
  record Stamp(long size, FileTime changedAt, Optional<Object> key) {

    static Stamp of(BasicFileAttributes file) {
      return new Stamp(file.size(), file.lastModifiedTime(), Optional.ofNullable(file.fileKey()));
    }
  }

  /**
   * The files that are or want to be connections, in the order of their names.
   *
   * @throws IOException if the folder cannot be read
   */
  SortedMap<Path, Stamp> list() throws IOException {
    var files = new TreeMap<Path, Stamp>();
    try (var all = Files.newDirectoryStream(folder, ConnectionFiles::mayBeConnection)) {
      for (var file : all) {
        if (!Files.isDirectory(file) && DEMO.contains(name(file)) == demo) {
          stamp(file).ifPresent(stamp -> files.put(file, stamp));
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return files;
  }

  /** Of a link that leads nowhere, its own: it is a connection that cannot be read. */
  private static Optional<Stamp> stamp(Path file) {
    try {
      return Optional.of(Stamp.of(Files.readAttributes(file, BasicFileAttributes.class)));
    } catch (IOException e) {
      return Files.isSymbolicLink(file)
          ? Optional.of(new Stamp(0, FileTime.fromMillis(0), Optional.empty()))
          : Optional.empty();
    }
  }

  /** What is wrong with the names of these files; a file that is named here is not read. */
  static List<Finding> misnamed(List<Path> files) {
    var findings = new ArrayList<Finding>();
    for (var file : files) {
      var name = name(file);
      if (!file.toString().endsWith(ENDING)) {
        findings.add(Finding.about(file, "file-ending", Map.of()));
      } else if (!isName(name)) {
        findings.add(misnamed(file, name, files));
      }
    }
    return findings;
  }

  private static Finding misnamed(Path file, String name, List<Path> files) {
    var lower = name.toLowerCase(Locale.ROOT);
    return files.stream().map(ConnectionFiles::name).anyMatch(other -> other.equals(lower))
        ? Finding.about(file, "file-capitals", Map.of("other", lower + ENDING))
        : Finding.about(file, "file-name", Map.of());
  }

  /** Why the folder cannot be read. */
  Finding unreadable(IOException e) {
    var gone = e instanceof NoSuchFileException || e instanceof NotDirectoryException;
    return Finding.about(folder, gone ? "folder-missing" : "folder-unreadable", Map.of());
  }

  private static boolean mayBeConnection(Path file) {
    var name = file.getFileName().toString();
    return name.matches("(?i)[^.].*\\.ya?ml");
  }
}
