package io.shopbooks.report;

import io.shopbooks.connections.Connection;
import io.shopbooks.connections.Connections;
import io.shopbooks.connections.Due;
import io.shopbooks.connections.SecretLookup;
import io.shopbooks.connections.SecretStore;
import io.shopbooks.ledger.PastRuns;
import io.shopbooks.report.Incidents.Alarm;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two starts of the program on one database, as far as they watch. Acme syncs hourly. */
final class TwoProcesses implements AutoCloseable {

  private static final String HOURLY = "0 0 * * * ?";
  private static final DataSource DATABASE = migrated();

  // No @Configuration: tests of the whole application scan this package too, and must not find it.
  @ComponentScan(
      basePackages = "io.shopbooks.connections",
      excludeFilters = @Filter(type = FilterType.REGEX, pattern = ".*Test\\$.*"))
  private static class OfConnections {}

  final HandClock clock = new HandClock();
  final JdbcClient db = JdbcClient.create(DATABASE);
  final Process one;
  final Process other;
  private final Path mappings;

  TwoProcesses(Path mappings) {
    this.mappings = mappings;
    schedule(HOURLY);
    one = another();
    other = another();
  }

  private static DataSource migrated() {
    try {
      var database = EmbeddedPostgres.builder().start().getPostgresDatabase();
      Flyway.configure().dataSource(database).load().migrate();
      return database;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Forgets everything; the first look keeps when the next sync is due. */
  void begin() {
    clock.turnBack();
    schedule(HOURLY);
    db.sql("truncate incident, schedule, run, lease cascade").update();
    if (one.takesDue() != 0) {
      throw new IllegalStateException("Nothing is due at " + clock.instant());
    }
  }

  /** Acme's file names another schedule from now on. */
  void schedule(String cron) {
    try {
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
            schedule: "%s"
          """
              .formatted(cron));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A sync began and ended at this moment. */
  void ran(Instant at) {
    db.sql("insert into run (connection, started_at, ended_at) values ('acme', :at, :at)")
        .param("at", Timestamp.from(at))
        .update();
  }

  /** Another start of the program, with all that watching needs. */
  Process another() {
    var process = new AnnotationConfigApplicationContext();
    process
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("test", Map.of("shopbooks.mappings", mappings.toString())));
    process.registerBean(JdbcClient.class, () -> db);
    process.registerBean(HandClock.class, () -> clock);
    process.registerBean(SecretLookup.class, () -> name -> Optional.empty());
    process.registerBean(SecretStore.class, () -> (name, text) -> {});
    process.register(OfConnections.class, Watch.class, Incidents.class, PastRuns.class);
    process.refresh();
    return new Process(process);
  }

  /** One of them. */
  record Process(AnnotationConfigApplicationContext context) implements AutoCloseable {

    /** Claims what is due; says how many syncs that are. */
    int takesDue() {
      return context.getBean(Due.class).due().size();
    }

    /** Looks for runs that did not happen. */
    void looks() {
      context.getBean(Watch.class).runs(acme());
    }

    /** What it has to tell now. */
    List<Alarm> toTell() {
      return context.getBean(Incidents.class).toTell(acme());
    }

    void told(Alarm alarm) {
      context.getBean(Incidents.class).told(alarm);
    }

    void setAutomatic(boolean automatic) {
      context.getBean(Due.class).setAutomatic(acme(), automatic);
    }

    private Connection acme() {
      return context.getBean(Connections.class).named("acme");
    }

    @Override
    public void close() {
      context.close();
    }
  }

  @Override
  public void close() {
    one.close();
    other.close();
  }
}
