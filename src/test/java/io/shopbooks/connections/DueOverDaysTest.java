package io.shopbooks.connections;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes due over days, and for several processes at once. */
class DueOverDaysTest {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

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
  void a_daily_connection_is_due_once_on_each_day_over_both_changes_of_the_clocks() {
    // Paris changes on 29 March and 25 October 2026, between 2:00 and 3:00.
    folder.with("acme.yaml", scheduled("0 30 2 * * ?"));

    assertThat(daysOf("2026-03-26T12:00:00Z", Duration.ofDays(6)))
        .containsExactly("03-27", "03-28", "03-29", "03-30", "03-31", "04-01");
    assertThat(daysOf("2026-10-22T12:00:00Z", Duration.ofDays(6)))
        .containsExactly("10-23", "10-24", "10-25", "10-26", "10-27", "10-28");
  }

  @Test
  void an_hourly_connection_is_due_in_every_hour_over_both_changes_of_the_clocks() {
    folder.with("acme.yaml", scheduled("0 0 * * * ?"));

    assertThat(daysOf("2026-03-28T12:00:00Z", Duration.ofHours(48))).hasSize(48);
    assertThat(daysOf("2026-10-24T12:00:00Z", Duration.ofHours(48))).hasSize(48);
  }

  @Test
  void of_several_processes_one_gets_each_moment() throws Exception {
    for (var i = 0; i < 5; i++) {
      folder.with(
          "shop-" + i + ".yaml",
          scheduled("0 0/5 * * * ?").replace("shop.example", "shop-" + i + ".example"));
    }
    at("2026-11-22T12:01:00Z");
    names();
    var claimers = 4;
    var start = new CyclicBarrier(claimers);
    var pool = Executors.newFixedThreadPool(claimers);
    try {
      for (var round = 1; round <= 20; round++) {
        at("2026-11-22T12:01:00Z");
        folder.clock.goOn(Duration.ofMinutes(5L * round));
        var claimed = new ArrayList<String>();
        var tasks = new ArrayList<Callable<List<String>>>();
        for (var claimer = 0; claimer < claimers; claimer++) {
          var process = new Due(folder.connections(), db, folder.clock);
          tasks.add(
              () -> {
                start.await();
                return process.due().stream().map(Connection::name).toList();
              });
        }
        for (var claim : pool.invokeAll(tasks)) {
          claimed.addAll(claim.get());
        }
        assertThat(claimed)
            .as("round " + round)
            .containsExactlyInAnyOrder("shop-0", "shop-1", "shop-2", "shop-3", "shop-4");
      }
    } finally {
      pool.shutdownNow();
    }
  }

  /** The days, in Paris, on which it was due, asked every ten minutes. */
  private List<String> daysOf(String from, Duration time) {
    at(from);
    names();
    var days = new ArrayList<String>();
    for (var step = 0; step < time.toMinutes() / 10; step++) {
      folder.clock.goOn(Duration.ofMinutes(10));
      if (!names().isEmpty()) {
        var day = folder.clock.instant().atZone(PARIS).toLocalDate();
        days.add(day.toString().substring(5));
      }
    }
    return days;
  }

  private List<String> names() {
    return due.due().stream().map(Connection::name).toList();
  }

  private void at(String moment) {
    folder.clock.set(Instant.parse(moment));
  }

  private static String scheduled(String cron) {
    return AFolder.LEAST + "  schedule: \"" + cron + "\"\n";
  }
}
