package io.shopbooks.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Runs after all other tests (pom.xml): none of them made anything log or print a secret. */
class NoSecretInAnyLog {

  @Test
  void no_log_and_no_terminal_of_the_whole_suite_told_a_secret() {
    assertThat(Leaks.lines()).isGreaterThan(1_000);
    assertThat(Leaks.all()).isEmpty();
  }
}
