package io.shopbooks.connections;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class DueTest {

  @TempDir Path temp;
  private AFolder folder;
  private JdbcClient db;
  private Due due;

  @BeforeEach
  void aFolder() {
    folder = new AFolder(temp);
    db = ADatabase.empty();
    due = new Due(folder.connections(), db, folder.clock);
  }

  @Test
  void a_new_connection_is_due_when_its_own_schedule_says() {
    folder.with("acme.yaml", scheduled("0 0 * * * ?"));
    at("2026-11-22T12:20:00Z");
    assertThat(names()).isEmpty();

    at("2026-11-22T12:59:59Z");
    assertThat(names()).isEmpty();

    at("2026-11-22T13:00:00Z");
    assertThat(names()).containsExactly("acme");
    assertThat(names()).isEmpty();
  }

  @Test
  void each_connection_has_its_own_schedule() {
    folder
        .with("hourly.yaml", scheduled("0 0 * * * ?"))
        .with("often.yaml", scheduled("0 0/5 * * * ?").replace("shop.example", "b.example"));
    at("2026-11-22T12:01:00Z");
    names();

    at("2026-11-22T12:05:00Z");
    assertThat(names()).containsExactly("often");

    at("2026-11-22T13:00:00Z");
    assertThat(names()).containsExactly("hourly", "often");
  }

  @Test
  void what_was_missed_is_made_up_for_once() {
    folder.with("acme.yaml", scheduled("0 0 * * * ?"));
    at("2026-11-22T12:20:00Z");
    names();

    at("2026-11-25T09:47:00Z");
    assertThat(names()).containsExactly("acme");
    assertThat(names()).isEmpty();

    at("2026-11-25T10:00:00Z");
    assertThat(names()).containsExactly("acme");
  }

  @Test
  void a_schedule_of_hours_is_in_the_time_zone_of_the_connection() {
    folder.with("acme.yaml", scheduled("0 30 6 * * ?"));
    at("2026-07-01T00:00:00Z");
    names();

    assertThat(due.next(folder.connections().named("acme")))
        .contains(Instant.parse("2026-07-01T04:30:00Z"));
  }

  @Test
  void a_changed_schedule_counts_from_the_change() {
    folder.with("acme.yaml", scheduled("0 0 * * * ?"));
    at("2026-11-22T12:20:00Z");
    names();

    at("2026-11-22T13:30:00Z");
    folder.with("acme.yaml", scheduled("0 0/15 * * * ?"));
    assertThat(names()).isEmpty();

    at("2026-11-22T13:45:00Z");
    assertThat(names()).containsExactly("acme");
  }

  @Test
  void a_changed_time_zone_counts_from_the_change() {
    folder.with("acme.yaml", scheduled("0 0 6 * * ?"));
    at("2026-11-22T04:00:00Z");
    names();

    folder.with("acme.yaml", scheduled("0 0 6 * * ?").replace("Europe/Paris", "Europe/Helsinki"));
    names();

    assertThat(due.next(folder.connections().named("acme")))
        .contains(Instant.parse("2026-11-23T04:00:00Z"));
  }

  @Test
  void a_connection_that_is_off_is_never_due() {
    folder.with("acme.yaml", scheduled("off"));
    at("2026-11-22T12:20:00Z");
    names();

    at("2027-11-22T12:20:00Z");
    assertThat(names()).isEmpty();
    assertThat(due.next(folder.connections().named("acme"))).isEmpty();
  }

  @Test
  void what_passed_while_the_file_said_off_is_not_made_up_for() {
    folder.with("acme.yaml", scheduled("0 0 * * * ?"));
    at("2026-11-22T12:20:00Z");
    names();
    folder.with("acme.yaml", scheduled("off"));
    names();

    at("2026-11-23T12:20:00Z");
    folder.with("acme.yaml", scheduled("0 0 * * * ?"));
    assertThat(names()).isEmpty();
    assertThat(due.next(folder.connections().named("acme")))
        .contains(Instant.parse("2026-11-23T13:00:00Z"));
  }

  @Test
  void a_connection_people_switched_off_is_not_due_and_makes_up_for_it_once() {
    folder.with("acme.yaml", scheduled("0 0 * * * ?"));
    at("2026-11-22T12:20:00Z");
    var acme = folder.connections().named("acme");
    assertThat(due.isAutomatic(acme)).isTrue();

    due.setAutomatic(acme, false);
    at("2026-11-22T15:20:00Z");
    assertThat(names()).isEmpty();
    assertThat(due.isAutomatic(acme)).isFalse();
    assertThat(due.next(acme)).isEmpty();

    due.setAutomatic(acme, true);
    assertThat(due.next(acme)).contains(Instant.parse("2026-11-22T15:20:00Z"));
    at("2026-11-22T15:21:00Z");
    due.setAutomatic(acme, true);
    assertThat(due.next(acme)).contains(Instant.parse("2026-11-22T15:20:00Z"));
    assertThat(names()).containsExactly("acme");
    assertThat(names()).isEmpty();
  }

  @Test
  void a_changed_file_does_not_switch_on_what_people_switched_off() {
    folder.with("acme.yaml", scheduled("0 0 * * * ?"));
    due.setAutomatic(folder.connections().named("acme"), false);

    folder.with("acme.yaml", scheduled("0 0/5 * * * ?"));
    folder.clock.goOn(Duration.ofHours(1));

    assertThat(names()).isEmpty();
    assertThat(due.isAutomatic(folder.connections().named("acme"))).isFalse();
  }

  @Test
  void asking_for_the_next_moment_changes_nothing() {
    folder.with("acme.yaml", scheduled("0 0 * * * ?"));
    at("2026-11-22T12:20:00Z");

    assertThat(due.next(folder.connections().named("acme")))
        .contains(Instant.parse("2026-11-22T13:00:00Z"));
    assertThat(db.sql("select count(*) from schedule").query(Integer.class).single()).isZero();
  }

  @Test
  void a_broken_connection_is_not_due_and_makes_up_for_it_when_it_is_right() {
    folder.with("acme.yaml", scheduled("0 0 * * * ?"));
    at("2026-11-22T12:20:00Z");
    names();

    folder.with("acme.yaml", scheduled("0 0 * * * ?") + "sale: {}\n");
    at("2026-11-22T14:20:00Z");
    assertThat(names()).isEmpty();

    folder.with("acme.yaml", scheduled("0 0 * * * ?"));
    assertThat(names()).containsExactly("acme");
  }

  @Test
  void the_start_is_kept() {
    folder.with("acme.yaml", scheduled("0 0 * * * ?"));
    at("2026-11-22T12:20:00Z");
    names();
    at("2026-11-22T13:00:07Z");
    names();

    assertThat(
            db.sql("select last_started_at from schedule")
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .single())
        .isEqualTo(Instant.parse("2026-11-22T13:00:07Z"));
  }

  private List<String> names() {
    return due.due().stream().map(Connection::name).toList();
  }

  private void at(String moment) {
    folder.clock.set(Instant.parse(moment));
  }

  @Test
  void a_catalogue_has_a_schedule_of_its_own() {
    folder.with(
        "acme.yaml", scheduled("off") + "products: { create: all, schedule: \"0 0 * * * ?\" }\n");
    at("2026-11-22T12:20:00Z");
    assertThat(due.dueForProducts()).isEmpty();

    at("2026-11-22T13:00:00Z");
    assertThat(names()).isEmpty();
    assertThat(due.dueForProducts()).hasSize(1);
    assertThat(due.dueForProducts()).isEmpty();
  }

  private static String scheduled(String cron) {
    return AFolder.LEAST + "  schedule: \"" + cron + "\"\n";
  }
}
