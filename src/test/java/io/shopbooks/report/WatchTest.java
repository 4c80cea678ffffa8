package io.shopbooks.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.report.Incidents.Alarm;
import io.shopbooks.report.Incidents.Kind;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that did not happen, as two processes on one database notice them. Acme syncs hourly. */
class WatchTest {

  private static final Duration PATIENCE = Duration.ofHours(2);
  private static final Instant DUE = HandClock.START.plus(Duration.ofHours(1));

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
  void a_run_that_was_missed_while_nothing_ran_is_found_at_the_next_start() {
    both.clock.pass(Duration.ofDays(1));

    both.another().close();

    assertThat(both.one.toTell())
        .singleElement()
        .satisfies(
            alarm -> {
              assertThat(alarm.kind()).isEqualTo(Kind.MISSED_RUN);
              assertThat(alarm.connection()).isEqualTo("acme");
              assertThat(alarm.since()).isEqualTo(DUE);
              assertThat(alarm.ended()).isEmpty();
            });
  }

  @Test
  void a_run_is_waited_for_as_long_as_two_more_would_take() {
    both.clock.pass(Duration.between(HandClock.START, DUE).plus(PATIENCE));
    both.one.looks();
    assertThat(both.one.toTell()).isEmpty();

    both.clock.pass(Duration.ofSeconds(1));
    both.one.looks();
    assertThat(both.one.toTell()).hasSize(1);
  }

  @Test
  void a_run_that_was_given_to_a_process_that_died_before_it_began_is_noticed_by_the_other() {
    both.clock.pass(Duration.ofHours(1));
    assertThat(both.one.takesDue()).isOne();
    both.ran(both.clock.instant());
    both.clock.pass(Duration.ofHours(1));
    assertThat(both.one.takesDue()).isOne();
    both.clock.pass(PATIENCE.plusSeconds(1));
    assertThat(both.one.takesDue()).isOne();

    both.other.looks();

    assertThat(both.other.toTell())
        .extracting(Alarm::since)
        .containsExactly(DUE.plus(Duration.ofHours(1)));
  }

  @Test
  void the_very_first_run_is_missed_too_when_who_took_it_died_before_it_began() {
    both.clock.pass(Duration.ofHours(1));
    assertThat(both.one.takesDue()).isOne();
    both.clock.pass(PATIENCE);
    both.other.looks();
    assertThat(both.other.toTell()).isEmpty();

    both.clock.pass(Duration.ofSeconds(1));
    both.other.looks();

    assertThat(both.other.toTell()).extracting(Alarm::since).containsExactly(DUE);
  }

  @Test
  void the_very_first_run_that_nobody_began_is_found_at_the_next_start() {
    both.clock.pass(Duration.ofHours(1));
    assertThat(both.one.takesDue()).isOne();
    both.clock.pass(PATIENCE.plusSeconds(1));

    both.another().close();

    assertThat(both.one.toTell()).extracting(Alarm::since).containsExactly(DUE);
  }

  @Test
  void a_first_run_that_is_taken_every_hour_and_never_begins_is_missed_since_the_first_time() {
    for (var hour = 1; hour <= 4; hour++) {
      both.clock.pass(Duration.ofHours(1));
      assertThat(both.one.takesDue()).isOne();
    }

    both.other.looks();

    assertThat(both.other.toTell()).extracting(Alarm::since).containsExactly(DUE);
  }

  @Test
  void a_first_run_that_began_at_last_ends_the_alarm() {
    both.clock.pass(Duration.ofDays(1));
    assertThat(both.one.takesDue()).isOne();
    both.other.looks();
    assertThat(both.other.toTell()).hasSize(1);

    both.ran(both.clock.instant());
    both.other.looks();
    both.clock.pass(Duration.ofMinutes(11));

    assertThat(both.one.toTell())
        .singleElement()
        .satisfies(alarm -> assertThat(alarm.ended()).isPresent());
  }

  @Test
  void a_run_that_goes_on_for_long_is_not_missed() {
    both.clock.pass(Duration.ofHours(1));
    both.one.takesDue();
    both.ran(both.clock.instant());
    both.clock.pass(Duration.ofHours(1));
    both.one.takesDue();
    both.clock.pass(PATIENCE.plusSeconds(1));
    both.one.takesDue();
    var until = both.clock.instant().plus(Duration.ofMinutes(1));
    both.db
        .sql("insert into lease (name, holder, held_until) values ('sync acme', 'one', :until)")
        .param("until", Timestamp.from(until))
        .update();

    both.other.looks();
    both.db.sql("delete from lease").update();

    assertThat(both.other.toTell()).isEmpty();
  }

  @Test
  void a_schedule_that_a_person_switched_off_misses_nothing() {
    both.one.setAutomatic(false);
    both.clock.pass(Duration.ofDays(1));

    both.one.looks();

    assertThat(both.one.toTell()).isEmpty();
  }

  @Test
  void what_passed_while_it_was_off_is_not_missed_when_it_is_switched_on_again() {
    both.one.setAutomatic(false);
    both.clock.pass(Duration.ofDays(3));
    both.one.setAutomatic(true);

    both.one.looks();

    assertThat(both.one.toTell()).isEmpty();
    both.clock.pass(PATIENCE.plusSeconds(1));
    both.one.looks();
    assertThat(both.one.toTell()).hasSize(1);
  }

  @Test
  void a_schedule_that_was_changed_misses_nothing_of_the_time_before() {
    both.clock.pass(Duration.ofHours(1));
    assertThat(both.one.takesDue()).isOne();
    both.ran(both.clock.instant());
    both.schedule("0 0 9 ? * MON");
    assertThat(both.one.takesDue()).isZero();
    both.clock.pass(Duration.ofDays(5));
    both.schedule("0 0/5 * * * ?");
    assertThat(both.one.takesDue()).isZero();
    both.clock.pass(Duration.ofMinutes(5));
    assertThat(both.one.takesDue()).isOne();

    both.one.looks();

    assertThat(both.one.toTell()).isEmpty();
  }
}
