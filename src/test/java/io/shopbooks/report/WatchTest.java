package io.shopbooks.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.connections.Connection;
import io.shopbooks.connections.Connections;
import io.shopbooks.connections.Due;
import io.shopbooks.connections.SecretLookup;
import io.shopbooks.connections.SecretStore;
import io.shopbooks.ledger.PastRuns;
import io.shopbooks.report.Incidents.Alarm;
import io.shopbooks.report.Incidents.Kind;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs that did not happen, as two processes on one database notice them. Acme syncs hourly. */
class WatchTest {

  // No @Configuration: tests of the whole application scan this package too, and must not find it.
  @ComponentScan(
      basePackages = "io.shopbooks.connections",
      excludeFilters = @Filter(type = FilterType.REGEX, pattern = ".*Test\\$.*"))
  private static class OfConnections {}

  private static final Duration PATIENCE = Duration.ofHours(2);
  private static final Instant DUE = HandClock.START.plus(Duration.ofHours(1));

  @TempDir private static Path mappings;
  private static final HandClock CLOCK = new HandClock();
  private static EmbeddedPostgres server;
  private static JdbcClient db;
  private static AnnotationConfigApplicationContext one;
  private static AnnotationConfigApplicationContext other;

  @BeforeAll
  static void start() throws IOException {
    Files.createDirectories(mappings.resolve("connections"));
    Files.writeString(
        mappings.resolve("connections/acme.yaml"),
        """
        shop:
          kind: woocommerce
          url: https://shop.example
          consumer-key: ck_1
          consumer-secret: cs_1
        sync:
          time-zone: America/Montreal
          start-date: 2026-01-01
          schedule: "0 0 * * * ?"
        """);
    server = EmbeddedPostgres.builder().start();
    Flyway.configure().dataSource(server.getPostgresDatabase()).load().migrate();
    db = JdbcClient.create(server.getPostgresDatabase());
    one = process();
    other = process();
  }

  @AfterAll
  static void stop() throws IOException {
    one.close();
    other.close();
    server.close();
  }

  @BeforeEach
  void nothingHappenedYet() {
    CLOCK.turnBack();
    db.sql("truncate incident, schedule, run cascade").update();
    // The first look keeps when the next sync is due.
    assertThat(one.getBean(Due.class).due()).isEmpty();
  }

  @Test
  void a_run_that_was_missed_while_nothing_ran_is_found_at_the_next_start() {
    CLOCK.pass(Duration.ofDays(1));

    process().close();

    assertThat(toTell(one))
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
    CLOCK.pass(Duration.between(HandClock.START, DUE).plus(PATIENCE));
    looks(one);
    assertThat(toTell(one)).isEmpty();

    CLOCK.pass(Duration.ofSeconds(1));
    looks(one);
    assertThat(toTell(one)).hasSize(1);
  }

  @Test
  void a_run_that_was_given_to_a_process_that_died_before_it_began_is_noticed_by_the_other() {
    CLOCK.pass(Duration.ofHours(1));
    assertThat(one.getBean(Due.class).due()).hasSize(1);
    ran(CLOCK.instant());
    CLOCK.pass(Duration.ofHours(1));
    assertThat(one.getBean(Due.class).due()).hasSize(1);
    CLOCK.pass(PATIENCE.plusSeconds(1));
    assertThat(one.getBean(Due.class).due()).hasSize(1);

    looks(other);

    assertThat(toTell(other))
        .extracting(Alarm::since)
        .containsExactly(DUE.plus(Duration.ofHours(1)));
  }

  @Test
  void a_run_that_goes_on_for_long_is_not_missed() {
    CLOCK.pass(Duration.ofHours(1));
    one.getBean(Due.class).due();
    ran(CLOCK.instant());
    CLOCK.pass(Duration.ofHours(1));
    one.getBean(Due.class).due();
    CLOCK.pass(PATIENCE.plusSeconds(1));
    one.getBean(Due.class).due();
    var until = CLOCK.instant().plus(Duration.ofMinutes(1));
    db.sql("insert into lease (name, holder, held_until) values ('sync acme', 'one', :until)")
        .param("until", Timestamp.from(until))
        .update();

    looks(other);
    db.sql("delete from lease").update();

    assertThat(toTell(other)).isEmpty();
  }

  @Test
  void a_schedule_that_a_person_switched_off_misses_nothing() {
    one.getBean(Due.class).setAutomatic(acme(one), false);
    CLOCK.pass(Duration.ofDays(1));

    looks(one);

    assertThat(toTell(one)).isEmpty();
  }

  @Test
  void of_two_processes_that_notice_it_one_tells_it_once() {
    CLOCK.pass(Duration.ofDays(1));
    looks(one);
    looks(other);

    var told = toTell(one);
    assertThat(told).hasSize(1);
    assertThat(toTell(other)).isEmpty();
    one.getBean(Incidents.class).told(told.get(0));

    CLOCK.pass(Duration.ofDays(1));
    looks(other);
    looks(one);
    assertThat(toTell(other)).isEmpty();
    assertThat(toTell(one)).isEmpty();
  }

  @Test
  void a_mail_that_did_not_go_is_tried_again_later_by_whoever_looks() {
    CLOCK.pass(Duration.ofDays(1));
    looks(one);
    assertThat(toTell(one)).hasSize(1);

    CLOCK.pass(Duration.ofMinutes(10).plusSeconds(1));

    assertThat(toTell(other)).hasSize(1);
  }

  @Test
  void that_it_works_again_is_told_once() {
    CLOCK.pass(Duration.ofDays(1));
    looks(one);
    one.getBean(Incidents.class).told(toTell(one).get(0));
    var again = CLOCK.instant();
    assertThat(other.getBean(Due.class).due()).hasSize(1);
    ran(again);

    looks(other);
    looks(one);

    var over = toTell(one);
    assertThat(over).extracting(Alarm::ended).containsExactly(Optional.of(again));
    one.getBean(Incidents.class).told(over.get(0));
    CLOCK.pass(Duration.ofMinutes(30));
    looks(other);
    assertThat(toTell(other)).isEmpty();
    assertThat(toTell(one)).isEmpty();
  }

  @Test
  void one_that_was_over_before_it_was_told_is_told_once_as_over() {
    CLOCK.pass(Duration.ofDays(1));
    looks(one);
    one.getBean(Due.class).due();
    ran(CLOCK.instant());
    looks(one);

    var told = toTell(one);
    assertThat(told).singleElement().satisfies(alarm -> assertThat(alarm.ended()).isPresent());
    one.getBean(Incidents.class).told(told.get(0));

    CLOCK.pass(Duration.ofMinutes(30));
    assertThat(toTell(one)).isEmpty();
  }

  private static void looks(AnnotationConfigApplicationContext process) {
    process.getBean(Watch.class).runs(acme(process));
  }

  private static List<Alarm> toTell(AnnotationConfigApplicationContext process) {
    return process.getBean(Incidents.class).toTell("acme");
  }

  private static Connection acme(AnnotationConfigApplicationContext process) {
    return process.getBean(Connections.class).named("acme");
  }

  private static void ran(Instant at) {
    db.sql("insert into run (connection, started_at, ended_at) values ('acme', :at, :at)")
        .param("at", Timestamp.from(at))
        .update();
  }

  /** Another start of the program, with all that watching needs. */
  private static AnnotationConfigApplicationContext process() {
    var process = new AnnotationConfigApplicationContext();
    process
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("test", Map.of("shopbooks.mappings", mappings.toString())));
    process.registerBean(JdbcClient.class, () -> db);
    process.registerBean(HandClock.class, () -> CLOCK);
    process.registerBean(SecretLookup.class, () -> name -> Optional.empty());
    process.registerBean(SecretStore.class, () -> (name, text) -> {});
    process.register(OfConnections.class, Watch.class, Incidents.class, PastRuns.class);
    process.refresh();
    return process;
  }
}
