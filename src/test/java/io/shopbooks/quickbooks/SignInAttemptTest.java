package io.shopbooks.quickbooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.quickbooks.SignInAttempt.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignInAttemptTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private static SignInAttempt attempt(Optional<Instant> taken, Outcome outcome) {
    var until = NOW.plus(Duration.ofMinutes(30));
    return new SignInAttempt(1, "acme", "ann", until, taken, outcome, "", "");
  }

  @Test
  void one_whose_process_died_while_quickbooks_was_asked_waits_for_minutes_only() {
    var taken = attempt(Optional.of(NOW), Outcome.BEGUN);

    assertThat(taken.standing(NOW.plusSeconds(60))).isEqualTo("waits");
    assertThat(taken.standing(NOW.plusSeconds(180))).isEqualTo("unreachable");
  }

  @Test
  void one_that_nobody_came_back_from_expires() {
    var begun = attempt(Optional.empty(), Outcome.BEGUN);

    assertThat(begun.standing(NOW.plusSeconds(180))).isEqualTo("begun");
    assertThat(begun.standing(NOW.plusSeconds(1800))).isEqualTo("expired");
    assertThat(attempt(Optional.of(NOW), Outcome.SIGNED_IN).standing(NOW.plusSeconds(1800)))
        .isEqualTo("signed-in");
  }
}
