package io.shopbooks.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.report.Incidents.Alarm;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is out of order is told once, whichever process noticed it. Acme syncs hourly. */
class IncidentsTest {

  @TempDir private static Path mappings;
  private static TwoProcesses both;

  @BeforeAll
  static void start() {
    both = new TwoProcesses(mappings);
  }

  @AfterAll
  static void stop() {
    both.close();
  }

  @BeforeEach
  void nothingHappenedYet() {
    both.begin();
  }

  @Test
  void of_two_processes_that_notice_it_one_tells_it_once() {
    both.clock.pass(Duration.ofDays(1));
    both.one.looks();
    both.other.looks();

    var told = both.one.toTell();
    assertThat(told).hasSize(1);
    assertThat(both.other.toTell()).isEmpty();
    both.one.told(told.get(0));

    both.clock.pass(Duration.ofDays(1));
    both.other.looks();
    both.one.looks();
    assertThat(both.other.toTell()).isEmpty();
    assertThat(both.one.toTell()).isEmpty();
  }

  @Test
  void a_mail_that_did_not_go_is_tried_again_later_by_whoever_looks() {
    both.clock.pass(Duration.ofDays(1));
    both.one.looks();
    assertThat(both.one.toTell()).hasSize(1);

    both.clock.pass(Duration.ofMinutes(10).plusSeconds(1));

    assertThat(both.other.toTell()).hasSize(1);
  }

  @Test
  void that_it_works_again_is_told_once() {
    both.clock.pass(Duration.ofDays(1));
    both.one.looks();
    both.one.told(both.one.toTell().get(0));
    var again = both.clock.instant();
    assertThat(both.other.takesDue()).isOne();
    both.ran(again);

    both.other.looks();
    both.one.looks();

    var over = both.one.toTell();
    assertThat(over).extracting(Alarm::ended).containsExactly(Optional.of(again));
    both.one.told(over.get(0));
    both.clock.pass(Duration.ofMinutes(30));
    both.other.looks();
    assertThat(both.other.toTell()).isEmpty();
    assertThat(both.one.toTell()).isEmpty();
  }

  @Test
  void one_that_was_over_before_it_was_told_is_told_once_as_over() {
    both.clock.pass(Duration.ofDays(1));
    both.one.looks();
    both.one.takesDue();
    both.ran(both.clock.instant());
    both.one.looks();

    var told = both.one.toTell();
    assertThat(told).singleElement().satisfies(alarm -> assertThat(alarm.ended()).isPresent());
    both.one.told(told.get(0));

    both.clock.pass(Duration.ofMinutes(30));
    assertThat(both.one.toTell()).isEmpty();
  }
}
