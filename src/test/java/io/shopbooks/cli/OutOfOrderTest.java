package io.shopbooks.cli;

import static io.shopbooks.pretend.woocommerce.NewOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.World;
import io.shopbooks.pretend.mailbox.Mail;
import io.shopbooks.pretend.mailbox.PretendMailbox;
import io.shopbooks.pretend.quickbooks.Fault;
import io.shopbooks.pretend.quickbooks.FaultShape;
import io.shopbooks.pretend.quickbooks.Region;
import io.shopbooks.pretend.woocommerce.Store;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.camel.CamelContext;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What keeps a connection from its work as a whole is mailed to those who get the report. */
class OutOfOrderTest {

  private static final PretendMailbox MAILBOX = PretendMailbox.start(Clock.systemUTC(), 0);

  private static final String BROKEN = "Acme: its file cannot be used";

  private static World world;

  @BeforeAll
  static void open() {
    world =
        World.of(
                Store.us(),
                Region.US,
                """
                sync: { time-zone: America/New_York, start-date: "2026-01-01", schedule: "off" }
                taxes: { mode: mapped, us-code: New York City }
                report: { to: [books@acme.example], send: when-held, language: en }
                """)
            .with("watch-runs.cron", "* * * * * ?")
            .with("spring.mail.host", "127.0.0.1")
            .with("spring.mail.port", MAILBOX.port());
    world.application();
  }

  @AfterAll
  static void close() {
    world.close();
    MAILBOX.close();
  }

  @BeforeEach
  void nobodyWatches() throws Exception {
    world.bean(CamelContext.class).getRouteController().stopRoute("watch-runs");
    MAILBOX.empties();
  }

  private static Typed typed(String... arguments) {
    return Typed.in(world, arguments);
  }

  private static void sells() {
    world.shop.sells(anOrder().of("TSHIRT-01").paidBy("stripe"));
  }

  private static List<String> subjects() {
    return MAILBOX.mails().stream().map(Mail::subject).toList();
  }

  /** The database has lost a table that sending needs. */
  private static void broken(Runnable meanwhile) {
    var db = world.bean(JdbcClient.class);
    db.sql("alter table canary rename to lost_canary").update();
    try {
      meanwhile.run();
    } finally {
      db.sql("alter table lost_canary rename to canary").update();
    }
  }

  @Test
  void a_question_that_quickbooks_refuses_for_good_ends_the_run_and_mails_why() {
    sells();
    world.passes(Duration.ofHours(2));
    world.quickbooks.order(Fault.code(400, "4000", FaultShape.BUSINESS).on("GET", "").times(100));

    var synced = typed("sync", "acme");
    world.quickbooks.clearFaults();

    assertThat(synced.status()).as(synced.out() + synced.err()).isEqualTo(3);
    assertThat(subjects()).singleElement().asString().startsWith("Acme: The sync stopped early");
    assertThat(MAILBOX.mails().get(0).text()).contains("QuickBooks refused the question");
    assertThat(typed("sync", "acme").status()).isZero();
  }

  @Test
  void a_failure_of_no_kind_we_know_is_mailed_after_sync_apply_and_redo_without_its_words() {
    sells();
    typed("sync", "acme");
    sells();
    typed("sync", "acme");
    var run = typed("undo", "--json").json().get(0).get("id").asText();
    assertThat(typed("undo", run, "--yes").status()).isZero();
    sells();
    var plan = typed("plan", "acme", "--json").json().get("fingerprint").asText();
    MAILBOX.empties();

    broken(
        () -> {
          for (var command : List.of("sync acme", "apply " + plan, "redo " + run)) {
            var told = typed(command.split(" "));
            assertThat(told.status()).as(command + told.out() + told.err()).isEqualTo(3);
            assertThat(told.err()).contains("The sync stopped early: Nobody foresaw ");
          }
        });

    assertThat(subjects()).hasSize(3).allMatch(said -> said.contains("The sync stopped early"));
    assertThat(MAILBOX.mails())
        .allSatisfy(
            mail ->
                assertThat(mail.text())
                    .contains("Nobody foresaw ", "PSQLException")
                    .doesNotContain("relation"));
    assertThat(typed("sync", "acme").status()).isZero();
  }

  @Test
  void a_file_that_cannot_be_used_any_more_is_mailed_once_and_when_it_is_right_again()
      throws Exception {
    watches();
    var right = Files.readString(world.file());
    soon().untilAsserted(() -> assertThat(readers()).contains("acme"));
    MAILBOX.empties();

    Files.writeString(world.file(), right.replace("us-code: New York City", "us-kode: no city"));
    soon().untilAsserted(() -> assertThat(broken()).contains("acme"));
    world.passes(Duration.ofMinutes(16));

    soon().untilAsserted(() -> assertThat(subjects()).containsExactly(BROKEN));
    assertThat(MAILBOX.mails().get(0).recipients()).containsExactly("books@acme.example");
    assertThat(MAILBOX.mails().get(0).text())
        .contains("acme.yaml:", "taxes.us-kode", "shopbooks check acme");
    world.passes(Duration.ofHours(3));

    Files.writeString(world.file(), right);
    soon().untilAsserted(() -> assertThat(subjects()).hasSize(2));
    assertThat(subjects()).containsExactly("Acme: its file can be used again", BROKEN);
  }

  @Test
  void a_file_that_is_gone_is_told_too_in_the_language_it_had() throws Exception {
    watches();
    var right = Files.readString(world.file());
    var other = world.file().resolveSibling("autre.yaml");
    var french = right.replace("language: en", "language: fr");
    Files.writeString(other, french.replaceAll("url: .*", "url: https://autre.example"));
    soon().untilAsserted(() -> assertThat(readers()).contains("autre"));
    MAILBOX.empties();

    Files.delete(other);
    soon().untilAsserted(() -> assertThat(broken()).contains("autre"));
    world.passes(Duration.ofMinutes(16));

    soon()
        .untilAsserted(
            () ->
                assertThat(subjects())
                    .containsExactly("Autre\u00a0: son fichier est inutilisable"));
    assertThat(MAILBOX.mails().get(0).text()).contains("There is no connection 'autre'");
  }

  /** From now on, each second. */
  private static void watches() throws Exception {
    world.bean(CamelContext.class).getRouteController().startRoute("watch-runs");
  }

  private static List<String> readers() {
    return connections("select connection from report_reader where broken_since is null");
  }

  private static List<String> broken() {
    return connections("select connection from report_reader where broken_since is not null");
  }

  private static List<String> connections(String sql) {
    return world.bean(JdbcClient.class).sql(sql).query(String.class).list();
  }

  private static ConditionFactory soon() {
    return Awaitility.await().atMost(Duration.ofSeconds(30));
  }
}
