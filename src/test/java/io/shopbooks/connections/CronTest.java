package io.shopbooks.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CronTest {

  private static final ZoneId MONTREAL = ZoneId.of("America/Montreal");
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

  // The clocks of Montreal go from 2:00 to 3:00 on 8 March 2026, from 2:00 to 1:00 on 1 November.

  @Test
  void every_hour_is_every_hour_also_when_one_comes_twice() {
    assertThat(moments("0 0 * * * ?", "2026-11-01T04:00:00Z", 4))
        .containsExactly(
            "2026-11-01T05:00:00Z",
            "2026-11-01T06:00:00Z",
            "2026-11-01T07:00:00Z",
            "2026-11-01T08:00:00Z");
  }

  @Test
  void every_hour_is_every_hour_also_when_one_is_left_out() {
    assertThat(moments("0 0 * * * ?", "2026-03-08T05:00:00Z", 3))
        .containsExactly("2026-03-08T06:00:00Z", "2026-03-08T07:00:00Z", "2026-03-08T08:00:00Z");
  }

  @Test
  void a_time_that_does_not_exist_that_night_is_due_when_the_clocks_have_changed() {
    assertThat(moments("0 30 2 * * ?", "2026-03-07T12:00:00Z", 2))
        .containsExactly("2026-03-08T07:00:00Z", "2026-03-09T06:30:00Z");
  }

  @Test
  void a_time_that_comes_twice_that_night_counts_once() {
    assertThat(moments("0 30 1 * * ?", "2026-10-31T12:00:00Z", 2))
        .containsExactly("2026-11-01T05:30:00Z", "2026-11-02T06:30:00Z");
  }

  @Test
  void the_first_of_a_month_is_found_behind_a_change_of_the_clocks() {
    assertThat(moments("0 0 0 1 * ?", "2026-10-15T00:00:00Z", 2))
        .containsExactly("2026-11-01T04:00:00Z", "2026-12-01T05:00:00Z");
  }

  @Test
  void what_is_years_away_is_found() {
    assertThat(moments("0 0 12 29 2 ?", "2026-01-01T00:00:00Z", 1))
        .containsExactly("2028-02-29T17:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {", 0/5 * * * ?", "0 0/5 , * * ?", "0 0/5 * * L ?", "0 30 6-18 ? , MON-FRI"})
  void a_field_that_names_no_time_is_no_schedule(String expression) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Cron(expression, MONTREAL));
  }

  @Test
  void what_never_comes_again_is_none() {
    var cron = new Cron("0 0 0 1 1 ? 2020", MONTREAL);

    assertThat(cron.next(Instant.parse("2026-01-01T00:00:00Z"))).isEmpty();
  }

  @Test
  void every_five_minutes_is_never_more_than_five_minutes_away() {
    var seed = Long.getLong("seed", System.nanoTime());
    System.out.println("seed " + seed);
    var random = new Random(seed);
    for (var zone : List.of("America/Montreal", "Europe/Paris", "Australia/Lord_Howe", "UTC")) {
      var cron = new Cron("0 0/5 * * * ?", ZoneId.of(zone));
      for (var i = 0; i < 500; i++) {
        var moment = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(31_536_000));
        var next = cron.next(moment).orElseThrow();
        assertThat(Duration.between(moment, next))
            .as(zone + " " + moment)
            .isPositive()
            .isLessThanOrEqualTo(Duration.ofMinutes(5));
      }
    }
  }

  @Test
  void once_a_day_is_once_on_every_day_of_a_year() {
    var days = FIRST.datesUntil(FIRST.plusYears(1)).toList();
    // The clocks of Santiago change at midnight.
    for (var zone : List.of("America/Montreal", "Europe/Paris", "America/Santiago")) {
      for (var time : List.of("0 0 0", "0 30 1", "0 30 2", "0 0 3", "0 30 23")) {
        assertThat(days(new Cron(time + " * * ?", ZoneId.of(zone)), ZoneId.of(zone)))
            .as(zone + " " + time)
            .isEqualTo(days);
      }
    }
  }

  private static List<LocalDate> days(Cron cron, ZoneId zone) {
    var days = new ArrayList<LocalDate>();
    var moment = FIRST.atStartOfDay(zone).toInstant().minusMillis(1);
    while (days.isEmpty() || days.get(days.size() - 1).isBefore(FIRST.plusYears(1))) {
      moment = cron.next(moment).orElseThrow();
      days.add(moment.atZone(zone).toLocalDate());
    }
    return days.subList(0, days.size() - 1);
  }

  private static List<String> moments(String expression, String after, int count) {
    var cron = new Cron(expression, MONTREAL);
    var moments = new ArrayList<String>();
    var moment = Instant.parse(after);
    for (var i = 0; i < count; i++) {
      moment = cron.next(moment).orElseThrow();
      moments.add(moment.toString());
    }
    return moments;
  }
}
