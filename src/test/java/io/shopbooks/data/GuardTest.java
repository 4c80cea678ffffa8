package io.shopbooks.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class GuardTest {

  @TempDir Path home;
  @RegisterExtension final Processes processes = new Processes();

  @Test
  void a_second_serve_is_refused_by_the_name_of_the_first_and_a_command_is_not() {
    var serve = processes.workOn(home, "serve");
    serve.says("> came STARTED");

    var second = processes.workOn(home, "demo");
    assertThat(second.says("> cannot start"))
        .contains("`serve` (process " + serve.pid() + ", since 2")
        .contains("already works on the data folder " + home + ".")
        .contains("REMEDY: Stop that process first, or let SHOPBOOKS_DATA name another folder.");
    assertThat(second.status()).isEqualTo(2);
    processes.workOn(home).says("> came JOINED");
  }

  @Test
  void the_guard_dies_with_its_process() {
    var serve = processes.workOn(home, "serve");
    serve.says("> came STARTED");
    serve.kill();

    processes.workOn(home, "demo").says("> came TAKEN_OVER");
  }

  @Test
  void within_one_process_it_is_taken_once_until_closed() {
    var folder = DataFolder.at(home);
    try (var first = Guard.take(folder, "serve")) {
      assertThatThrownBy(() -> Guard.take(folder, "serve"))
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining("process " + ProcessHandle.current().pid());
      // The refusal must not have weakened the first.
      processes.workOn(home, "demo").says("> cannot start: `serve`");
    }
    var second = Guard.take(folder, "serve");
    second.close();
    second.close();
    Guard.take(folder, "serve");
    assertThatThrownBy(() -> Guard.take(folder, "serve")).isInstanceOf(CannotStart.class);
  }
}
