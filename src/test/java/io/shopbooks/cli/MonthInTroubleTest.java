package io.shopbooks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopbooks.Figures;
import io.shopbooks.World;
import io.shopbooks.ledger.Held;
import io.shopbooks.pretend.quickbooks.PretendDocument;
import io.shopbooks.pretend.woocommerce.NewOrder;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * A month in which much goes wrong between shop and books, and its report: told by the command, and
 * mailed. Builds live the same month each time; {@code -Dseed} tries others.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MonthInTroubleTest {

  private static final long SEED = Long.getLong("seed", 20261122L);
  private static final String AS = "-Dseed=" + SEED;

  private static TroubledMonth lived;
  private static World world;

  @BeforeAll
  static void live() {
    lived = new TroubledMonth(SEED);
    world = lived.world;
  }

  @AfterAll
  static void close() {
    lived.close();
  }

  private static JsonNode month() {
    return Typed.in(world, "report", "acme", "--from", lived.first.toString(), "--json").json();
  }

  private static BigDecimal amount(JsonNode json, String name) {
    return new BigDecimal(json.path("totals").path(0).path(name).asText());
  }

  private static BigDecimal inBooks() {
    return sum("SalesReceipt").subtract(sum("RefundReceipt"));
  }

  private static BigDecimal sum(String type) {
    return world.company.documents(type).stream()
        .map(PretendDocument::total)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal inShop() {
    return world.shop.audit().orders().stream()
        .map(order -> order.total().subtract(order.refunded()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static void isTiedOut(JsonNode month) {
    assertThat(month.path("totals")).as(AS).hasSize(1);
    assertThat(amount(month, "shop")).as(AS).isEqualByComparingTo(inShop());
    assertThat(amount(month, "books")).as(AS).isEqualByComparingTo(inBooks());
    assertThat(amount(month, "unexplained")).as(AS).isEqualByComparingTo("0.00");
    assertThat(month.path("closed").asBoolean()).as(AS).isTrue();
    assertThat(month.path("cuts"))
        .extracting(cut -> cut.path("by").asText())
        .contains("day", "tax-code", "method");
    for (var cut : month.path("cuts")) {
      assertThat(cut.path("closed").asBoolean()).as(AS + " " + cut).isTrue();
      assertThat(cut.path("rows")).isNotEmpty();
    }
  }

  @Test
  @Order(1)
  void every_cent_of_the_month_is_equal_on_three_sides_or_has_a_name() {
    var month = month();

    isTiedOut(month);
    assertThat(month.path("totals").path(0).path("explained").asText()).isNotEqualTo("0.00");
    assertThat(month.path("doubtful").asInt()).as(AS).isZero();
    assertThat(month.path("leftOut")).hasSize(1);
    assertThat(lived.receipts()).hasSizeGreaterThan(TroubledMonth.ROUNDS);
  }

  @Test
  @Order(2)
  void the_command_tells_a_person_a_program_and_a_spreadsheet_the_same() {
    var json = month();

    var text = Typed.in(world, "report", "acme", "--from", lived.first.toString());
    var csv = Typed.in(world, "report", "acme", "--from", lived.first.toString(), "--csv");

    assertThat(text.status()).isEqualTo(csv.status()).isEqualTo(1);
    assertThat(Figures.in(text.out()))
        .contains(amount(json, "shop").toPlainString(), amount(json, "books").toPlainString());
    assertThat(csv.out().lines().findFirst())
        .hasValueSatisfying(head -> assertThat(head).startsWith("connection,order,"));
    assertThat(csv.out().lines().count() - 1).isEqualTo(json.path("documents").size());
    assertThat(Typed.in(world, "report", "acme", "--run", "999999").status()).isEqualTo(2);
  }

  @Test
  @Order(3)
  void a_change_that_nobody_told_is_found_by_counting_again_and_named() {
    lived.change(lived.receipts().get(lived.receipts().size() - 2), "checked by Ann");
    lived.sync();
    var remembered = month();
    assertThat(amount(remembered, "books")).isNotEqualByComparingTo(inBooks());

    lived.recount();

    isTiedOut(month());
    var reads = reads();
    lived.recount();
    assertThat(reads() - reads).as("one for each kind of document").isLessThanOrEqualTo(3);
  }

  @Test
  @Order(3)
  void what_was_deleted_or_moved_to_another_day_is_found_by_counting_again() {
    var moved = lived.receipts().get(lived.receipts().size() - 4);
    world.company.edit("SalesReceipt", moved.id(), "{\"TxnDate\":\"" + lived.first + "\"}");
    var deleted = lived.receipts().get(lived.receipts().size() - 5);
    world.company.delete("SalesReceipt", deleted.id());

    lived.recount();

    assertThat(world.bean(Held.class).of("acme"))
        .filteredOn(hold -> hold.reason().why().word().equals("deleted-in-books"))
        .hasSize(1);
    var month = month();
    isTiedOut(month);
    assertThat(month.path("cuts").toString()).contains("other-day");
  }

  @Test
  @Order(4)
  void a_mail_says_in_french_what_the_report_says_in_english() throws IOException {
    Files.writeString(
        world.file(), Files.readString(world.file()).replace("language: en", "language: fr"));
    world.shop.sells(NewOrder.anOrder().of("TSHIRT-01").paidBy("stripe"));
    lived.mailbox.empties();

    lived.sync();

    var french = lived.mailbox.mails().get(0);
    var english = Typed.in(world, "report", "acme");
    assertThat(french.text()).contains("Boutique").doesNotContain("Unexplained");
    assertThat(Figures.in(french.text())).containsAll(amounts(english.out()));
    assertThat(amounts(english.out())).isNotEmpty();
  }

  @Test
  @Order(5)
  void a_document_of_an_order_that_nobody_knows_leaves_the_month_open() {
    var receipt = lived.receipts().get(5);
    var memo = receipt.memo().replaceAll("(?s).*(shopbooks:\\S+:)\\S+.*", "$1999999");
    assertThat(memo).startsWith("shopbooks:").endsWith(":999999");
    world.company.edit("SalesReceipt", receipt.id(), "{\"PrivateNote\":\"" + memo + "\"}");

    lived.sync();

    var month = month();
    assertThat(month.path("closed").asBoolean()).isFalse();
    assertThat(amount(month, "unexplained")).isEqualByComparingTo(receipt.total().negate());
    assertThat(Typed.in(world, "report", "acme", "--from", lived.first.toString()).out())
        .containsIgnoringCase("not closed");
  }

  private static long reads() {
    return world.company.counters().getOrDefault("reads", 0L);
  }

  /** "$1,234.50" of a text, as plain numbers. */
  private static List<String> amounts(String english) {
    return Pattern.compile("\\$[\\d,]+\\.\\d\\d")
        .matcher(english)
        .results()
        .map(found -> found.group().replaceAll("[$,]", ""))
        .toList();
  }
}
