package io.shopbooks.data;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * The account PostgreSQL's programs run under. They refuse root, so root gives them a user
 * namespace in which it is nobody ({@code unshare}, files stay root's); where namespaces are
 * forbidden, as in most containers, they run as the user nobody and the database's files are
 * nobody's.
 */
final class Account {

  private static final String ROOT = "root";
  private static final String NOBODY = "nobody";

  private Account() {}

  /** What to put before a program that works on this data directory. */
  static List<String> prefix(Path directory) throws IOException {
    if (!ROOT.equals(System.getProperty("user.name"))) {
      return List.of();
    }
    if (!ROOT.equals(Files.getOwner(directory).getName())) {
      return as(directory);
    }
    if (LinuxUtils.isUnshareAvailable()) {
      return List.of("unshare", "-U");
    }
    giveTo(NOBODY, directory);
    return as(directory);
  }

  // The one capability lets the program pass through root's own folders, as in the namespace; the
  // bit lets it count where a program asks beforehand whether it may.
  private static List<String> as(Path directory) throws IOException {
    return List.of(
        "setpriv",
        "--reuid=" + Files.getAttribute(directory, "unix:uid"),
        "--regid=" + Files.getAttribute(directory, "unix:gid"),
        "--clear-groups",
        "--securebits=+no_setuid_fixup",
        "--inh-caps=-all,+dac_override",
        "--ambient-caps=-all,+dac_override");
  }

  private static void giveTo(String user, Path directory) throws IOException {
    var owner =
        directory.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user);
    // The folder itself last: killed in between, this begins again.
    try (var files = Files.walk(directory)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.setOwner(file, owner);
      }
    }
  }
}
