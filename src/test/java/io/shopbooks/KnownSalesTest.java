package io.shopbooks;

import static io.shopbooks.pretend.woocommerce.NewOrder.anOrder;
import static io.shopbooks.pretend.woocommerce.NewRefund.aRefund;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.books.Why;
import io.shopbooks.cli.Shell;
import io.shopbooks.connections.Connections;
import io.shopbooks.ledger.Held;
import io.shopbooks.ledger.Hold;
import io.shopbooks.ledger.Span;
import io.shopbooks.pretend.quickbooks.PretendDocument;
import io.shopbooks.pretend.quickbooks.Region;
import io.shopbooks.pretend.woocommerce.NewOrder;
import io.shopbooks.pretend.woocommerce.Store;
import io.shopbooks.quickbooks.Lookout;
import io.shopbooks.report.Reports;
import io.shopbooks.report.RunReport;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A company in which another connector, or a person, entered sales of the shop before us. */
@TestInstance(Lifecycle.PER_CLASS)
class KnownSalesTest {

  private World world;

  @BeforeAll
  void open() {
    world = World.of(Store.us(), Region.US, ChosenBadly.CHOICES);
    world.company.lists().add("Customer", "{\"DisplayName\":\"Web customer\"}");
    enter("SalesReceipt", "W-K0", "21.76");
    world.shop.sells(shirt("K0"));
    sync();
  }

  @AfterAll
  void close() {
    world.close();
  }

  @Test
  void what_was_entered_before_the_first_look_is_the_sale() {
    assertThat(numbers()).containsOnlyOnce("W-K0");
    assertThat(receipt("W-K0").memo()).doesNotContain("shopbooks:");
    assertThat(report().counts().found()).isPositive();
    assertThat(history("K0")).contains("found");
  }

  @Test
  void a_refund_of_an_adopted_sale_is_booked_against_it() {
    enter("SalesReceipt", "K1", "21.76");
    var order = world.shop.sells(shirt("K1"));
    look();
    sync();
    assertThat(numbers()).contains("K1").doesNotContain("W-K1");

    world.shop.refunds(order, aRefund().amounting("5.00"));
    sync();

    assertThat(numbers()).contains("W-K1-R1").doesNotContain("W-K1");
    assertThat(held("K1")).isEmpty();
    assertThat(report().differences()).isEmpty();
  }

  @Test
  void a_refund_that_others_may_have_carried_too_is_held_until_a_person_says_it_is_another() {
    enter("SalesReceipt", "W-K8", "21.76");
    enter("CreditMemo", "R-8", "6.00");
    var order = world.shop.sells(shirt("K8"));
    world.shop.refunds(order, aRefund().amounting("6.00"));
    look();
    sync();
    assertThat(held("K8")).containsExactly(Why.MAYBE_IN_BOOKS);
    assertThat(numbers()).doesNotContain("W-K8-R1");

    var retry = Shell.run(world, "shopbooks held retry acme --order K8 --new");

    assertThat(retry.status()).as(retry.said()).isZero();
    assertThat(numbers()).contains("W-K8-R1").containsOnlyOnce("W-K8");
  }

  @Test
  void a_refund_that_others_carried_stays_out_if_a_person_says_so() {
    enter("SalesReceipt", "W-K9", "21.76");
    enter("CreditMemo", "R-9", "7.00");
    var order = world.shop.sells(shirt("K9"));
    world.shop.refunds(order, aRefund().amounting("7.00"));
    look();
    sync();
    var ignore = "shopbooks held ignore acme --order K9 --reason \"R-9 is it\"";
    assertThat(Shell.run(world, ignore).status()).isZero();
    sync();

    assertThat(numbers()).doesNotContain("W-K9-R1");
    assertThat(held("K9")).isEmpty();
    assertThat(report().differences()).isEmpty();
  }

  @Test
  void an_invoice_that_is_adopted_gets_no_payment_of_ours() {
    enter("Invoice", "W-K2", "21.76");
    world.shop.sells(shirt("K2"));
    look();
    sync();

    assertThat(numbers()).containsOnlyOnce("W-K2");
    assertThat(world.company.documents("Payment")).isEmpty();
    assertThat(held("K2")).isEmpty();
  }

  @Test
  void the_number_with_another_total_is_held_until_a_person_says_it_is_another_sale() {
    enter("SalesReceipt", "W-K3", "20.00");
    world.shop.sells(shirt("K3"));
    look();
    sync();
    assertThat(held("K3")).containsExactly(Why.MAYBE_IN_BOOKS);
    assertThat(Shell.run(world, "shopbooks held retry acme --order K3").status()).isEqualTo(1);

    world.company.edit("SalesReceipt", receipt("W-K3").id(), "{\"DocNumber\":\"other\"}");
    var retry = Shell.run(world, "shopbooks held retry acme --order K3 --new");

    assertThat(retry.status()).as(retry.said()).isZero();
    assertThat(receipt("W-K3").memo()).contains("shopbooks:");
  }

  @Test
  void a_bare_number_of_another_total_is_another_sale() {
    enter("SalesReceipt", "K4", "20.00");
    world.shop.sells(shirt("K4"));
    look();
    sync();

    assertThat(numbers()).contains("K4", "W-K4");
    assertThat(held("K4")).isEmpty();
  }

  @Test
  void a_document_that_was_deleted_is_no_sale() {
    var id = enter("SalesReceipt", "W-K5", "21.76");
    look();
    sync();
    world.company.delete("SalesReceipt", id);
    world.shop.sells(shirt("K5"));
    look();
    sync();

    assertThat(receipt("W-K5").memo()).contains("shopbooks:");
  }

  @Test
  void an_adopted_sale_whose_order_changes_is_told_to_a_person_and_not_written_to() {
    enter("SalesReceipt", "W-K6", "21.76");
    var order = world.shop.sells(shirt("K6"));
    look();
    sync();
    world.shop.edits(order, "{\"fee_lines\":[{\"name\":\"Wrapping\",\"total\":\"3.00\"}]}");
    sync();

    assertThat(held("K6")).containsExactly(Why.MAYBE_IN_BOOKS);
    assertThat(receipt("W-K6").total()).isEqualByComparingTo("21.76");
    var ignore = "shopbooks held ignore acme --order K6 --reason \"corrected by hand\"";
    assertThat(Shell.run(world, ignore).status()).isZero();
    assertThat(report().differences()).isEmpty();
  }

  @Test
  void an_adopted_document_that_a_person_corrects_is_the_sale_again() {
    var id = enter("SalesReceipt", "W-K7", "21.76");
    var order = world.shop.sells(shirt("K7"));
    look();
    sync();
    world.shop.edits(order, "{\"fee_lines\":[{\"name\":\"Wrapping\",\"total\":\"3.00\"}]}");
    sync();
    var more =
        held().stream()
            .filter(hold -> hold.number().equals("K7"))
            .findFirst()
            .orElseThrow()
            .money()
            .amount()
            .toPlainString();
    world.company.edit("SalesReceipt", id, line(more));
    look();
    var retry = Shell.run(world, "shopbooks held retry acme --order K7");

    assertThat(retry.status()).as(retry.said()).isZero();
    assertThat(numbers()).containsOnlyOnce("W-K7");
    assertThat(report().differences()).isEmpty();
  }

  @Test
  void orders_cost_no_reads() {
    sync();
    var reads = world.company.counters().get("reads");
    for (int n = 0; n < 3; n++) {
      world.shop.sells(shirt("R" + n));
    }
    sync();

    assertThat(numbers()).contains("W-R0", "W-R1", "W-R2");
    assertThat(world.company.counters().get("reads")).isEqualTo(reads);
  }

  private static NewOrder shirt(String number) {
    return anOrder().of("TSHIRT-01").paidBy("stripe").numbered(number);
  }

  /** Entered in QuickBooks, without any marker of ours. */
  private String enter(String form, String number, String amount) {
    var lists = world.company.lists();
    return lists.add(
        form,
        """
        {"DocNumber":"%s","CustomerRef":{"value":"%s"},%s
        """
            .formatted(number, lists.idOf("Customer", "Web customer"), line(amount).substring(1)));
  }

  private String line(String amount) {
    return """
        {"Line":[{"Amount":%s,"DetailType":"SalesItemLineDetail",
        "SalesItemLineDetail":{"ItemRef":{"value":"%s"},"TaxCodeRef":{"value":"NON"}}}]}
        """
        .formatted(amount, world.company.lists().idOf("Item", "Fee"));
  }

  private void sync() {
    assertThat(world.sync()).isNotNull();
  }

  /** The hourly look comes with the next sync. */
  private void look() {
    world.bean(Lookout.class).refresh(World.REALM);
  }

  private List<String> numbers() {
    return world.company.documents().stream().map(PretendDocument::number).toList();
  }

  private PretendDocument receipt(String number) {
    return world.company.documents("SalesReceipt").stream()
        .filter(document -> document.number().equals(number))
        .findFirst()
        .orElseThrow();
  }

  private List<Hold> held() {
    return world.bean(Held.class).of("acme");
  }

  private List<Why> held(String number) {
    return held().stream()
        .filter(hold -> hold.number().equals(number))
        .map(hold -> hold.reason().why())
        .toList();
  }

  private List<String> history(String number) {
    return world
        .bean(JdbcClient.class)
        .sql(
            """
            select what from history join shop_order using (shop, realm, order_id)
            where number = :number
            """)
        .param("number", number)
        .query(String.class)
        .list();
  }

  private RunReport report() {
    var acme = world.bean(Connections.class).named("acme");
    return world
        .bean(Reports.class)
        .of(acme, new Span(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z")));
  }
}
