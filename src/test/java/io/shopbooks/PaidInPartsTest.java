package io.shopbooks;

import static io.shopbooks.PaidInParts.part;
import static io.shopbooks.PaidInParts.parts;
import static io.shopbooks.PaidInParts.payments;
import static io.shopbooks.pretend.woocommerce.NewOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.books.Why;
import io.shopbooks.connections.Connections;
import io.shopbooks.ledger.Held;
import io.shopbooks.ledger.Span;
import io.shopbooks.pretend.quickbooks.PretendDocument;
import io.shopbooks.pretend.quickbooks.Region;
import io.shopbooks.pretend.woocommerce.Store;
import io.shopbooks.report.Explained;
import io.shopbooks.report.Reports;
import io.shopbooks.report.RunReport;
import io.shopbooks.report.TieOut;
import io.shopbooks.report.TieOut.By;
import io.shopbooks.sale.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A shop that takes deposits, and what its company has of them after each payment. */
@TestInstance(Lifecycle.PER_CLASS)
class PaidInPartsTest {

  private static final String CHOICES =
      """
      sync: { time-zone: America/New_York, start-date: "2026-01-01" }
      sales:
        document:
          - { when: { gateway: cod }, then: invoice }
          - { then: sales-receipt }
        split-payments: per-payment
        number: { prefix: "W-" }
      products: { create: never }
      taxes: { rates: { "NY State Tax + NYC City Tax": New York City } }
      payments:
        methods:
          stripe: { account: Stripe clearing, method: Credit Card }
          cod: { account: Undeposited Funds }
      """;

  private static final Money NOTHING = Money.zero(Currency.getInstance("USD"));

  private World world;

  @BeforeAll
  void open() {
    world = World.of(Store.us(), Region.US, CHOICES);
  }

  @AfterAll
  void close() {
    world.close();
  }

  @Test
  void a_deposit_pays_the_invoice_in_part_and_the_rest_pays_it_whole() {
    var deposit = part("a", "6.51", "stripe");
    var order = sells("D1", "cod", parts(deposit));
    world.sync();

    assertThat(totals("D1", "Invoice")).containsExactly(new BigDecimal("21.76"));
    assertThat(totals("D1", "Payment")).containsExactly(new BigDecimal("6.51"));
    assertThat(report().differences()).isEmpty();

    world.shop.edits(order, payments(parts(deposit, part("b", "15.25", "cod"))));
    world.sync();

    assertThat(totals("D1", "Invoice")).hasSize(1);
    assertThat(totals("D1", "Payment"))
        .containsExactlyInAnyOrder(new BigDecimal("6.51"), new BigDecimal("15.25"));
    assertThat(of("D1", "Invoice").get(0).balance()).isZero();
    assertThat(held()).isEmpty();
    assertThat(report().differences()).isEmpty();
  }

  @Test
  void each_payment_is_a_receipt_and_what_is_not_paid_yet_is_told() {
    var deposit = part("a", "6.51", "stripe");
    var order = sells("D2", "stripe", parts(deposit));
    world.sync();

    assertThat(totals("D2", "SalesReceipt")).containsExactly(new BigDecimal("6.51"));
    assertThat(report().differences()).isEmpty();

    world.shop.edits(order, payments(parts(deposit, part("b", "15.25", "cod"))));
    world.sync();

    assertThat(totals("D2", "SalesReceipt"))
        .containsExactly(new BigDecimal("6.51"), new BigDecimal("15.25"));
    assertThat(of("D2", "SalesReceipt").stream().map(PretendDocument::number))
        .containsExactly("W-D2", "W-D2-2");
    assertThat(held()).isEmpty();
    assertThat(report().differences()).isEmpty();
  }

  @Test
  void each_receipt_stands_under_the_way_its_own_payment_was_made() {
    var before = inBooksByMethod();
    sells("D7", "stripe", parts(part("a", "6.51", "stripe"), part("b", "15.25", "cod")));

    var after = inBooksByMethod();

    assertThat(after.get("stripe").minus(before.getOrDefault("stripe", NOTHING)).text())
        .isEqualTo("6.51");
    assertThat(after.get("cod").minus(before.getOrDefault("cod", NOTHING)).text())
        .isEqualTo("15.25");
  }

  /** Of all there is so far, with every difference named. */
  private Map<String, Money> inBooksByMethod() {
    world.sync();
    var all = new Span(Instant.EPOCH, Instant.parse("2099-01-01T00:00:00Z"));
    var acme = world.bean(Connections.class).named("acme");
    return world.bean(Reports.class).proof(acme, all).tieOut().cuts().stream()
        .filter(cut -> cut.by() == By.METHOD)
        .peek(cut -> assertThat(cut.isClosed()).as(cut.toString()).isTrue())
        .flatMap(cut -> cut.rows().stream())
        .peek(row -> assertThat(row.isClosed()).isTrue())
        .collect(Collectors.toMap(TieOut.Row::key, TieOut.Row::books));
  }

  @Test
  void what_was_paid_before_the_start_date_is_no_receipt_and_a_difference_with_a_name() {
    var deposit = part("a", "6.51", "stripe", "2025-12-20T12:00:00");
    sells("D4", "stripe", parts(deposit, part("b", "15.25", "stripe")));
    world.sync();

    assertThat(totals("D4", "SalesReceipt")).containsExactly(new BigDecimal("15.25"));
    assertThat(report().differences()).isEmpty();
    assertThat(report().totals().get(0).parts())
        .hasEntrySatisfying(
            Explained.BEFORE_START,
            money -> assertThat(money.amount()).isEqualByComparingTo("6.51"));
  }

  @Test
  void a_receipt_of_the_ledger_that_was_lost_is_found_again_and_not_doubled() {
    sells("D3", "stripe", parts(part("a", "6.51", "stripe"), part("b", "15.25", "stripe")));
    world.sync();
    var db = world.bean(JdbcClient.class);
    var lost = db.sql("delete from document where number like 'W-D3%'").update();
    assertThat(lost).isEqualTo(2);
    world.bean(io.shopbooks.quickbooks.Lookout.class).refresh(World.REALM);
    db.sql("update shop_order set state = 'received', attempt = attempt + 1 where number = 'D3'")
        .update();
    world.sync();

    assertThat(of("D3", "SalesReceipt")).hasSize(2);
    assertThat(held()).isEmpty();
  }

  private int sells(String number, String gateway, String payments) {
    return world.shop.sells(
        anOrder().of("TSHIRT-01").paidBy(gateway).numbered(number).withMeta("_payments", payments));
  }

  private List<PretendDocument> of(String number, String type) {
    return world.company.documents(type).stream()
        .filter(document -> document.memo().contains("Order " + number + " of "))
        .toList();
  }

  private List<BigDecimal> totals(String number, String type) {
    return of(number, type).stream().map(PretendDocument::total).toList();
  }

  private List<Why> held() {
    return world.bean(Held.class).of("acme").stream().map(hold -> hold.reason().why()).toList();
  }

  private RunReport report() {
    var acme = world.bean(Connections.class).named("acme");
    return world
        .bean(Reports.class)
        .of(acme, new Span(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z")));
  }
}
