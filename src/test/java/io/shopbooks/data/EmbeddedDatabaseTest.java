package io.shopbooks.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class EmbeddedDatabaseTest {

  @TempDir Path home;
  @RegisterExtension final Processes processes = new Processes();

  @Test
  void what_was_kept_is_there_after_a_restart() {
    var first = processes.workOn(data());
    first.says("> came STARTED");
    first.does("keep mug");
    first.leave();

    var second = processes.workHere(data());
    assertThat(second.came()).isEqualTo("STARTED");
    assertThat(second.does("keep hat")).contains("kept [hat, mug]");
  }

  @Test
  void a_server_left_behind_is_taken_over_and_stopped_in_the_end() {
    var port = leftBehind("mug");

    var next = processes.workHere(data());
    assertThat(next.came()).isEqualTo("TAKEN_OVER");
    assertThat(next.does("keep hat")).contains("kept [hat, mug]");
    next.leave();
    assertThat(answers(port)).isFalse();
  }

  @Test
  void a_server_left_behind_eleven_minutes_ago_is_taken_over_with_its_data() throws IOException {
    leftBehind("mug");
    age(home, Duration.ofMinutes(11));

    var next = processes.workHere(data());
    assertThat(next.came()).isEqualTo("TAKEN_OVER");
    assertThat(next.does("keep hat")).contains("kept [hat, mug]");
  }

  @Test
  void a_killed_server_is_started_anew_and_recovers_what_was_committed() {
    leftBehind("mug");
    killServer();

    var next = processes.workHere(data());
    assertThat(next.came()).isEqualTo("STARTED");
    assertThat(next.does("keep hat")).contains("kept [hat, mug]");
  }

  @Test
  void a_process_that_got_the_id_of_a_killed_server_does_not_matter() throws IOException {
    leftBehind("mug");
    killServer();
    var me = ProcessHandle.current().pid();
    var file = data().resolve("postgres/postmaster.pid");
    Files.writeString(file, Files.readString(file).replaceFirst("\\d+", "" + me));

    var next = processes.workHere(data());
    assertThat(next.came()).isEqualTo("STARTED");
    assertThat(next.does("keep hat")).contains("kept [hat, mug]");
  }

  @Test
  void a_zombie_with_the_id_of_a_killed_server_does_not_matter() throws IOException {
    leftBehind("mug");
    killServer();
    var parent = new ProcessBuilder("sh", "-c", "true & echo $!; exec tail -f /dev/null").start();
    try {
      var zombie = parent.inputReader().readLine();
      var file = data().resolve("postgres/postmaster.pid");
      Files.writeString(file, Files.readString(file).replaceFirst("\\d+", zombie));

      assertThat(processes.workHere(data()).came()).isEqualTo("STARTED");
    } finally {
      parent.destroyForcibly();
    }
  }

  @Test
  void a_pid_file_without_content_does_not_matter() throws IOException {
    leftBehind("mug");
    killServer();
    Files.writeString(data().resolve("postgres/postmaster.pid"), "");

    assertThat(processes.workHere(data()).came()).isEqualTo("STARTED");
  }

  @Test
  void a_copied_folder_does_not_lead_to_the_server_it_was_copied_from() throws IOException {
    processes.workHere(data()).leave();
    var copy = home.resolve("copy");
    copy(data(), copy);
    var original = processes.workOn(data());
    original.does("keep mug");
    Files.copy(data().resolve("postgres/postmaster.pid"), copy.resolve("postgres/postmaster.pid"));

    var other = processes.workHere(copy);
    assertThat(other.came()).isEqualTo("STARTED");
    assertThat(other.does("keep hat")).contains("kept [hat]");
  }

  @Test
  void a_second_process_joins_and_leaves_without_a_trace() {
    var owner = processes.workOn(data());
    owner.says("> came STARTED");

    var command = processes.workOn(data());
    command.says("> came JOINED");
    command.does("keep mug");
    command.leave();

    assertThat(owner.does("keep hat")).contains("kept [hat, mug]");
  }

  @Test
  void the_last_one_out_stops_the_server_and_nobody_is_cut_off_before() {
    var owner = processes.workOn(data());
    var port = owner.port();
    var command = processes.workOn(data());
    command.says("> came JOINED");
    command.does("begin");
    command.does("keep mug");

    owner.leave();
    command.does("keep hat");
    assertThat(command.does("commit")).contains("kept [hat, mug]");
    command.leave();

    assertThat(answers(port)).isFalse();
    assertThat(processes.workHere(data()).came()).isEqualTo("STARTED");
  }

  @Test
  void a_command_that_outlives_a_killed_owner_stops_the_server() {
    var owner = processes.workOn(data());
    var port = owner.port();
    var command = processes.workOn(data());
    command.says("> came JOINED");

    owner.kill();
    command.does("keep mug");
    command.leave();

    assertThat(answers(port)).isFalse();
  }

  @Test
  void two_that_come_first_at_once_make_one_database() {
    var one = processes.workOn(data());
    var two = processes.workOn(data());

    assertThat(List.of(came(one), came(two))).containsExactlyInAnyOrder("STARTED", "JOINED");
    one.does("keep mug");
    assertThat(two.does("keep hat")).contains("kept [hat, mug]");
  }

  @Test
  void two_contexts_of_one_process_share_the_database() {
    processes.cleanUp(data());
    var folder = DataFolder.at(data());
    var one = EmbeddedDatabase.open(folder, Processes.PROGRAMS);
    var two = EmbeddedDatabase.open(folder, Processes.PROGRAMS);
    var port = Postmaster.of(folder.postgres()).orElseThrow().port();

    one.close();
    assertThat(answers(port)).isTrue();
    two.close();
    assertThat(answers(port)).isFalse();
  }

  @Test
  void another_major_version_is_explained_and_left_alone() throws IOException {
    processes.workHere(data()).leave();
    Files.writeString(data().resolve("postgres/PG_VERSION"), "16\n");

    var next = processes.workOn(data());
    assertThat(next.says("> cannot start"))
        .contains("made by PostgreSQL 16; this release brings PostgreSQL 17")
        .contains("pg_dump --host=127.0.0.1", "psql --host=127.0.0.1");
    assertThat(next.status()).isEqualTo(2);
    assertThat(data().resolve("postgres/PG_VERSION")).hasContent("16\n");
  }

  @Test
  void a_folder_that_holds_something_else_is_explained_and_left_alone() throws IOException {
    Files.createDirectories(data().resolve("postgres"));
    Files.writeString(data().resolve("postgres/diary.txt"), "Dear diary");

    var next = processes.workOn(data());
    next.says("> cannot start: " + data() + "/postgres holds files, but no whole PostgreSQL");
    assertThat(data().resolve("postgres/diary.txt")).hasContent("Dear diary");
  }

  @Test
  void a_password_that_does_not_fit_is_explained() throws IOException {
    leftBehind("mug");
    Files.writeString(data().resolve("database.password"), "not-this-one");

    processes.workOn(data()).says("does not take the password kept beside it");
    killServer();
    processes.workOn(data()).says("does not take the password kept beside it");
    assertThat(Postmaster.of(data().resolve("postgres"))).isEmpty();
  }

  @Test
  void a_server_in_use_that_cannot_be_reached_is_explained_and_not_started_twice() {
    assertThat(processes.workHere(data()).came()).isEqualTo("STARTED");
    killServer();

    processes.workOn(data()).says("> cannot start: Another process uses the database");
  }

  @Test
  void a_server_that_is_stuck_is_named_and_left_alone() throws Exception {
    leftBehind("mug");
    var folder = DataFolder.at(data());
    var stuck = Postmaster.of(folder.postgres()).orElseThrow();
    var control = new Control(folder.postgres(), folder.postgresLog(), Processes.programs());
    var server = new Server(folder.postgres(), "any", control, Duration.ZERO);

    signal("STOP", stuck.pid());
    try {
      assertThatThrownBy(() -> server.run(false))
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining("PostgreSQL (process " + stuck.pid() + ", port " + stuck.port());
    } finally {
      signal("CONT", stuck.pid());
    }
    assertThat(processes.workHere(data()).came()).isEqualTo("TAKEN_OVER");
  }

  @Test
  void what_stops_postgresql_from_starting_is_told_at_once_in_its_own_words() throws IOException {
    processes.workHere(data()).leave();
    Files.writeString(data().resolve("postgres/postgresql.conf"), "no_such_setting = 1\n");

    processes
        .workOn(data())
        .says("> cannot start: PostgreSQL does not start in " + data() + "/postgres. It says:");
  }

  @Test
  void the_server_inherits_no_secret_of_ours() throws IOException {
    var secret = Map.of("SHOPBOOKS_SECRET", "a-key", "PGPORT", "1", "PGDATA", "/nowhere");
    var program = processes.workOn(data(), Processes.PROGRAMS, List.of(), secret);
    program.says("> came STARTED");

    var server = Postmaster.of(data().resolve("postgres")).orElseThrow().pid();
    var environment = Path.of("/proc", "" + server, "environ");
    assertThat(Files.readString(environment)).contains("PATH=").doesNotContain("a-key", "nowhere");
  }

  /** Has a process start the server, keep a word, and be killed; the port of the server. */
  private int leftBehind(String word) {
    var killed = processes.workOn(data());
    var port = killed.port();
    killed.does("keep " + word);
    killed.kill();
    assertThat(answers(port)).isTrue();
    return port;
  }

  private static void signal(String name, long pid) throws Exception {
    var kill = new ProcessBuilder("kill", "-" + name, "" + pid).inheritIO().start();
    assertThat(kill.waitFor()).isZero();
  }

  private void killServer() {
    var pid = Postmaster.of(data().resolve("postgres")).orElseThrow().pid();
    var server = ProcessHandle.of(pid).orElseThrow();
    server.destroyForcibly();
    server.onExit().join();
  }

  private static String came(Processes.Running program) {
    return program.says("> came").split(" ")[2];
  }

  private static boolean answers(int port) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private static void age(Path folder, Duration by) throws IOException {
    var then = FileTime.from(Instant.now().minus(by));
    try (var files = Files.walk(folder)) {
      for (var file : files.toList()) {
        Files.setLastModifiedTime(file, then);
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (var file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  private Path data() {
    return home.resolve("my data");
  }
}
