package io.shopbooks.console;

import io.shopbooks.World;
import io.shopbooks.connections.Connections;
import io.shopbooks.pretend.quickbooks.Region;
import io.shopbooks.pretend.woocommerce.Store;
import io.shopbooks.quickbooks.SignInStates;
import java.io.IOException;
import java.nio.file.Files;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A served world in whose company nobody is signed in to QuickBooks; a second company is there. */
final class NotConnected implements AutoCloseable {

  static final String OTHER = "9341452700000042";

  final World world;
  private final String withRealm;

  NotConnected() throws IOException {
    world =
        World.of(
                Store.us(),
                Region.US,
                "sync: { time-zone: America/New_York, start-date: \"2026-01-01\", schedule: off }\n")
            .served()
            .with("keep-sign-ins.cron", "* * * * * ?");
    world.quickbooks.open(OTHER, Region.CA);
    withRealm = Files.readString(world.file());
  }

  /**
   * The connection names no company, nobody ever signed in, and QuickBooks answers as it should.
   */
  void again() throws IOException {
    world.quickbooks.clearFaults();
    file(withRealm.replaceAll("(?m)^ {2}(realm|refresh-token):.*\n", "  {}\n"));
    world
        .bean(JdbcClient.class)
        .sql("truncate quickbooks_company, quickbooks_connected, quickbooks_mirror")
        .update();
  }

  private void file(String text) throws IOException {
    var once = text.replaceFirst("(?s) {2}\\{}\n {2}\\{}\n", "  {}\n");
    Files.writeString(world.file(), once.replace("company:\n  {}\n", "company: {}\n"));
  }

  /** The connection names its company, and nobody signed in to it. */
  void namesItsCompany() throws IOException {
    file(withRealm.replaceAll("(?m)^ {2}refresh-token:.*\n", ""));
  }

  /** A day passes since the last renewal. */
  void age() {
    world
        .bean(JdbcClient.class)
        .sql("update quickbooks_company set refreshed_at = refreshed_at - interval '1 day'")
        .update();
  }

  /** The sign-in ends for good in seven days. */
  void endsInAWeek() {
    world
        .bean(JdbcClient.class)
        .sql("update quickbooks_company set hard_until = now() + interval '7 days'")
        .update();
  }

  /** How many sign-ins are idle. */
  int idle() {
    return count(
        "select count(*) from quickbooks_company where refreshed_at < now() - interval '23 hours'");
  }

  int count(String question) {
    return world.bean(JdbcClient.class).sql(question).query(Integer.class).single();
  }

  SignInStates.State state() {
    var acme = world.bean(Connections.class).named("acme");
    return world.bean(SignInStates.class).of(acme).state();
  }

  @Override
  public void close() {
    world.close();
  }
}
