package io.shopbooks.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a process was doing when it was killed with SIGKILL, the next one gets to work. */
@Timeout(120)
class KilledAnywhereTest {

  @TempDir Path home;
  @RegisterExtension final Processes processes = new Processes();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Unpacking PostgreSQL",
        "Running initdb",
        "Moving the new database",
        "Starting PostgreSQL",
        "database=embedded"
      })
  void killed_while_it_made_the_database(String doing) throws IOException {
    var programs = home.resolve("programs");
    var killed = processes.workOn(data(), programs, List.of(), Map.of());
    killed.says(doing);
    killed.kill();

    var next = processes.workOn(data(), programs, List.of(), Map.of());
    assertThat(next.does("keep mug")).contains("kept [mug]");
    next.leave();
    assertThat(left(programs, "unfinished")).isEmpty();
  }

  @Test
  void killed_while_it_started_or_stopped_a_database_with_data() {
    var first = processes.workHere(data());
    first.does("keep mug");
    first.leave();

    var starting = processes.workOn(data());
    starting.says("Starting PostgreSQL");
    starting.kill();
    var stopping = processes.workOn(data());
    stopping.does("keep hat");
    stopping.ends();
    stopping.says("Stopping PostgreSQL");
    stopping.kill();

    var next = processes.workHere(data());
    assertThat(next.does("keep cup")).contains("kept [cup, hat, mug]");
  }

  @Test
  void killed_server_and_all_while_it_wrote_loses_nothing_it_had_confirmed() {
    var seed = Long.getLong("seed", System.nanoTime());
    System.out.println("KilledAnywhereTest -Dseed=" + seed);
    var random = new Random(seed);
    var kept = 0;
    for (var life = 0; life < 3; life++) {
      var program = processes.workOn(data());
      var until = kept + 1 + random.nextInt(40);
      for (; kept < until; kept++) {
        var word = "k%03d".formatted(kept);
        assertThat(program.does("keep " + word)).contains(word);
      }
      var server = Postmaster.of(data().resolve("postgres")).orElseThrow().pid();
      program.kill();
      ProcessHandle.of(server).ifPresent(ProcessHandle::destroyForcibly);
    }
    var all = processes.workHere(data()).does("keep end");
    for (var word = 0; word < kept; word++) {
      assertThat(all).contains("k%03d".formatted(word));
    }
  }

  private static List<Path> left(Path folder, String named) throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().contains(named)).toList();
    }
  }

  private Path data() {
    return home.resolve("data");
  }
}
