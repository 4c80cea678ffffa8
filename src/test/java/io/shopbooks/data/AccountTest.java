package io.shopbooks.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL refuses to run as root; Shopbooks may be root or anybody. */
@Timeout(120)
class AccountTest {

  private static final String USER = "shopbooks-test";

  @TempDir Path home;
  @RegisterExtension final Processes processes = new Processes();

  // What Docker leaves to root in a container.
  private static final List<String> CONTAINER =
      List.of(
          "setpriv",
          "--bounding-set=-all,+chown,+dac_override,+fsetid,+fowner,+mknod,+net_raw,+setgid"
              + ",+setuid,+setfcap,+setpcap,+net_bind_service,+sys_chroot,+kill,+audit_write");

  @Test
  void an_ordinary_user_has_no_prefix_and_root_gives_up_its_rights() throws IOException {
    if (isRoot()) {
      assertThat(Account.prefix(home)).first().isIn("unshare", "setpriv");
    } else {
      assertThat(Account.prefix(home)).isEmpty();
    }
  }

  @Test
  void root_in_a_container_without_user_namespaces_works_as_nobody() throws IOException {
    assumeThat(isRoot()).as("this test needs to be root").isTrue();
    assumeThat(find("setpriv")).as("this test needs setpriv").isNotNull();
    var withoutUnshare = Map.of("PATH", pathWith("setpriv", "sh", "cat").toString());
    var data = Files.createDirectory(home.resolve("data"));

    var program = processes.workOn(data, Processes.PROGRAMS, CONTAINER, withoutUnshare);
    program.says("> came STARTED");
    program.does("keep mug");
    assertThat(Files.getOwner(data.resolve("postgres")).getName()).isEqualTo("nobody");
    program.kill();
    // With namespaces again: the files stay nobody's, and so does the server.
    var next = processes.workHere(data);
    assertThat(next.came()).isEqualTo("TAKEN_OVER");
    next.leave();
    assertThat(processes.workHere(data).does("keep hat")).contains("kept [hat, mug]");
  }

  @Test
  void files_made_by_root_in_a_namespace_go_on_where_namespaces_are_forbidden() throws IOException {
    assumeThat(isRoot()).as("this test needs to be root").isTrue();
    assumeThat(find("setpriv")).as("this test needs setpriv").isNotNull();
    var data = home.resolve("data");
    var first = processes.workHere(data);
    first.does("keep mug");
    first.leave();

    var withoutUnshare = Map.of("PATH", pathWith("setpriv", "sh", "cat").toString());
    var next = processes.workOn(data, Processes.PROGRAMS, CONTAINER, withoutUnshare);
    assertThat(next.does("keep hat")).contains("kept [hat, mug]");
  }

  @Test
  void an_ordinary_user_makes_takes_over_and_shares_with_root() throws Exception {
    assumeThat(isRoot() && find("useradd") != null && find("runuser") != null)
        .as("this test makes an ordinary user, for which it needs root, useradd and runuser")
        .isTrue();
    ends(0, "useradd", "--system", "--no-create-home", USER);
    try {
      Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxrwxrwx"));
      var front = List.of("runuser", "-u", USER, "--");
      var arguments = List.of(home.resolve("data").toString(), home.resolve("cache").toString());
      processes.cleanUp(home.resolve("data"));

      var first =
          processes.run(front, readableClassPath(), Map.of(), DatabaseProgram.class, arguments);
      first.says("> came STARTED");
      first.does("keep mug");
      assertThat(Files.getOwner(home.resolve("data/postgres")).getName()).isEqualTo(USER);
      first.kill();
      var next =
          processes.run(front, readableClassPath(), Map.of(), DatabaseProgram.class, arguments);
      next.says("> came TAKEN_OVER");
      var root = processes.workHere(home.resolve("data"));
      assertThat(root.came()).isEqualTo("JOINED");
      next.leave();
      assertThat(root.does("keep hat")).contains("kept [hat, mug]");
      root.leave();
      var last =
          processes.run(front, readableClassPath(), Map.of(), DatabaseProgram.class, arguments);
      last.says("> came STARTED");
      last.leave();
    } finally {
      ends(0, "userdel", USER);
    }
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private static Path find(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst()
        .orElse(null);
  }

  private Path pathWith(String... programs) throws IOException {
    var folder = Files.createDirectory(home.resolve("bin"));
    for (var program : programs) {
      Files.copy(find(program), folder.resolve(program));
    }
    return folder;
  }

  /** The class path, copied to where everybody may read it. */
  private String readableClassPath() throws IOException {
    var folder = home.resolve("classpath");
    Files.createDirectories(folder);
    var copies = new ArrayList<String>();
    for (var part : System.getProperty("java.class.path").split(File.pathSeparator)) {
      var name = Path.of(part).getFileName().toString();
      if (name.matches(".*(windows|darwin|alpine|camel).*")) {
        continue;
      }
      var copy = folder.resolve(copies.size() + name);
      copies.add(copy.toString());
      copy(Path.of(part), copy);
    }
    return String.join(File.pathSeparator, copies);
  }

  private static void copy(Path from, Path to) throws IOException {
    if (Files.notExists(from)) {
      return;
    }
    try (var files = Files.walk(from)) {
      for (var file : files.toList()) {
        var copy = to.resolve(from.relativize(file).toString());
        if (Files.notExists(copy)) {
          Files.copy(file, copy);
        }
      }
    }
  }

  private static void ends(int status, String... command) throws Exception {
    var process = new ProcessBuilder(command).inheritIO().start();
    assertThat(process.waitFor()).as(String.join(" ", command)).isEqualTo(status);
  }
}
