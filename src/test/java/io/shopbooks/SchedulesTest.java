package io.shopbooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.shopbooks.ledger.Held;
import io.shopbooks.pretend.mailbox.PretendMailbox;
import io.shopbooks.pretend.quickbooks.Region;
import io.shopbooks.pretend.woocommerce.NewOrder;
import io.shopbooks.pretend.woocommerce.Store;
import java.time.Clock;
import java.time.Duration;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the clock starts: syncs of connections that are due, their reports, and looking back. */
class SchedulesTest {

  private static final PretendMailbox MAILBOX = PretendMailbox.start(Clock.systemUTC(), 0);

  private static World world;

  @BeforeAll
  static void serve() {
    world =
        World.of(
                Store.us(),
                Region.US,
                """
                sync:
                  time-zone: America/New_York
                  start-date: "2026-01-01"
                  schedule: "* * * * * ?"
                taxes: { mode: mapped, us-code: New York City }
                report: { to: [books@acme.example], send: every-sync }
                """)
            .served()
            .with("run-what-is-due.cron", "* * * * * ?")
            .with("look-back.cron", "* * * * * ?")
            .with("recount-books.cron", "* * * * * ?")
            .with("spring.mail.host", "127.0.0.1")
            .with("spring.mail.port", MAILBOX.port())
            .with("shopbooks.mail-from", "shopbooks@acme.example");
    world.application();
  }

  @AfterAll
  static void close() {
    world.close();
    MAILBOX.close();
  }

  private static ConditionFactory soon() {
    return await().atMost(Duration.ofSeconds(40));
  }

  @Test
  void a_connection_that_is_due_is_synced_and_its_report_mailed() {
    world.shop.sells(NewOrder.anOrder().of("TSHIRT-01").paidBy("stripe").numbered("A-1"));

    soon()
        .untilAsserted(
            () ->
                assertThat(MAILBOX.mails())
                    .anySatisfy(
                        mail -> {
                          assertThat(mail.subject()).contains("1 sale, $21.76");
                          assertThat(mail.recipients()).containsExactly("books@acme.example");
                          assertThat(mail.text()).contains("A-1", "Equal on both sides.");
                        }));
    assertThat(world.company.documents("SalesReceipt"))
        .filteredOn(receipt -> receipt.number().equals("A-1"))
        .hasSize(1);
  }

  @Test
  void an_order_deleted_for_good_is_found_by_looking_back() {
    var id = world.shop.sells(NewOrder.anOrder().of("TSHIRT-01").paidBy("stripe").numbered("A-2"));
    soon()
        .untilAsserted(
            () ->
                assertThat(world.company.documents("SalesReceipt"))
                    .anySatisfy(receipt -> assertThat(receipt.number()).isEqualTo("A-2")));

    world.shop.deletes(id);

    soon()
        .untilAsserted(
            () ->
                assertThat(world.bean(Held.class).of("acme"))
                    .anySatisfy(
                        hold -> {
                          assertThat(hold.number()).isEqualTo("A-2");
                          assertThat(hold.reason().why().word()).isEqualTo("order-deleted");
                        }));
  }

  @Test
  void messages_of_long_ago_are_forgotten() {
    var db = world.bean(JdbcClient.class);
    db.sql(
            """
            insert into camel_messageprocessed
            values ('webhook-deliveries', 'long ago', timestamp '2020-01-01 00:00:00')
            """)
        .update();
    var left = db.sql("select count(*) from camel_messageprocessed where messageid = 'long ago'");

    soon().untilAsserted(() -> assertThat(left.query(Integer.class).single()).isZero());
  }
}
