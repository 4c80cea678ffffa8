package io.shopbooks.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.World;
import io.shopbooks.pretend.quickbooks.Region;
import io.shopbooks.pretend.woocommerce.Store;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The routes of the ledger with everything else around them, after one sync of a shop's past. */
class LedgerRoutesTest {

  private static World world;
  private static JdbcClient db;

  @BeforeAll
  static void one_sync_with_two_documents_in_the_ledger_that_break_whatever_touches_them() {
    world =
        World.of(
            Store.us().withHistory(),
            Region.US,
            """
            sync: { time-zone: America/New_York, start-date: "2025-01-01" }
            sales: { unpaid: invoice, number: { prefix: "W-" } }
            taxes: { mode: mapped, us-code: California }
            credits: { document: none }
            """);
    db = world.bean(JdbcClient.class);
    broken("1000001", "planned");
    broken("1000002", "doubtful");
    world.sync();
  }

  @AfterAll
  static void close() {
    world.close();
  }

  @Test
  void what_breaks_stops_no_other_and_is_a_persons_at_last() {
    assertThat(world.company.documents()).hasSizeGreaterThan(20);
    assertThat(state("1000001")).isEqualTo("held");
    assertThat(state("1000002")).as("what may be in the books").isEqualTo("doubtful");
    assertThat(held()).filteredOn("keeps-failing"::equals).hasSize(2);
  }

  @Test
  void every_order_was_planned_to_its_end_also_those_whose_refunds_are_left_to_a_person() {
    var refunded =
        db.sql("select count(*) from shop_order where raw like '%\"refunds\":[{%'")
            .query(Integer.class)
            .single();
    assertThat(refunded).isPositive();
    assertThat(
            db.sql("select count(*) from shop_order where state = 'received'")
                .query(Integer.class)
                .single())
        .isZero();
    assertThat(
            db.sql("select count(*) from document where purpose = 'CREDIT'")
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void a_second_sync_posts_nothing_twice() {
    var before = world.company.documents().size();
    world.sync();
    assertThat(world.company.documents()).hasSize(before);
  }

  private static String state(String id) {
    return db.sql("select state from document where shop_id = :id")
        .param("id", id)
        .query(String.class)
        .single();
  }

  private static List<String> held() {
    return world.bean(Held.class).of("acme").stream()
        .map(hold -> hold.reason().why().word())
        .toList();
  }

  /** A document without a head, as no version of ours writes one, that was tried before. */
  private static void broken(String id, String state) {
    db.sql(
            """
            insert into document (shop, realm, purpose, kind, shop_id, order_id, connection, dated,
                currency, total, treatment, plan, state, due_at, in_vain)
            values ('shop.example', :realm, 'SALE', 'sales-receipt', :id, :id, 'acme',
                '2025-01-01', 'USD', 10, :id, :plan, :state, '-infinity', :times)
            """)
        .param("realm", World.REALM)
        .param("id", id)
        .param("state", state)
        .param("times", state.equals("planned") ? 2 : 5)
        .param(
            "plan",
            DocumentJson.write(Acme.receipt(id, "10.00"))
                .replaceFirst("\"header\":\\{.*?\"essence\":\"[^\"]*\"\\}", "\"header\":null"))
        .update();
  }
}
