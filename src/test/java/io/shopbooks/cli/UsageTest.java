package io.shopbooks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "serve",
        "demo",
        "sync",
        "check",
        "connect",
        "status",
        "products",
        "unmatched",
        "held list",
        "held retry",
        "held ignore",
        "held",
        "test"
      })
  void every_command_has_help_that_starts_nothing(String command) {
    var help = Typed.alone((command + " --help").split(" "));

    assertThat(help.status()).isZero();
    assertThat(help.out()).startsWith("Usage: shopbooks " + command);
    assertThat(help.err()).isEmpty();
  }

  @Test
  void the_program_lists_its_commands() {
    assertThat(Typed.alone("--help").out())
        .contains("serve", "demo", "sync", "check", "connect", "status", "held", "test");
    assertThat(Typed.alone("--version").out()).startsWith("shopbooks ");
  }

  @Test
  void what_is_typed_wrong_ends_with_2_and_says_where_help_is() {
    for (var wrong :
        List.of(
            "synch acme",
            "sync",
            "sync acme --sinse 2026-01-01",
            "sync acme --since yesterday",
            "sync acme --since 2026-02-01 --until 2026-01-01",
            "held",
            "held retry acme",
            "held retry acme --order 1 --all",
            "held ignore acme --order 1",
            "connect",
            "test no-such-example")) {
      var typed = Typed.alone(wrong.split(" "));

      assertThat(typed.status()).as(wrong).isEqualTo(2);
      assertThat(typed.out()).as(wrong).isEmpty();
      assertThat(typed.err()).as(wrong).contains("--help` tells how it is used.");
    }
  }

  @Test
  void a_mistyped_command_is_guessed() {
    assertThat(Typed.alone("synch", "acme").err()).contains("Did you mean").contains("sync");
  }

  @Test
  void without_a_command_it_serves() {
    var served = new java.util.ArrayList<Boolean>();
    var application =
        new Application() {
          @Override
          public int work(boolean demo, Work work) {
            throw new AssertionError();
          }

          @Override
          public int serve(boolean demo) {
            served.add(demo);
            return 0;
          }
        };

    assertThat(Typed.with(application).status()).isZero();
    assertThat(Typed.with(application, "serve").status()).isZero();
    assertThat(Typed.with(application, "demo").status()).isZero();
    assertThat(served).containsExactly(false, false, true);
  }
}
