package io.shopbooks;

import static io.shopbooks.pretend.woocommerce.NewOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.cli.Shell;
import io.shopbooks.pretend.quickbooks.Fault;
import io.shopbooks.pretend.quickbooks.Region;
import io.shopbooks.pretend.woocommerce.Store;
import io.shopbooks.quickbooks.Lookout;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A shop's whole catalogue as items of a company, with edits on both sides and lost answers. */
@TestInstance(Lifecycle.PER_CLASS)
class CatalogueTest {

  private static final String CHOICES =
      """
      sync: { time-zone: America/New_York, start-date: "2026-01-01" }
      products: { create: all, schedule: off }
      taxes: { mode: mapped, us-code: New York City }
      """;

  private final World world = World.of(Store.us(), Region.US, CHOICES);
  private final Items items = new Items(world);
  private int itemsBefore;
  private Shell.Came shown;
  private int itemsWhenShown;

  @BeforeAll
  void carry() {
    itemsBefore = items.all().size();
    shown = Shell.run(world, "shopbooks products acme --dry-run");
    itemsWhenShown = items.all().size();
    products();
  }

  @AfterAll
  void close() {
    world.close();
  }

  @Test
  void a_dry_run_shows_everything_and_writes_nothing() {
    assertThat(shown.said())
        .contains("items to make", "create  T-Shirt Classic (TSHIRT-01)", "create  Hoodie - ")
        .doesNotContain("create  Hoodie (");
    assertThat(itemsWhenShown).isEqualTo(itemsBefore);
  }

  @Test
  void a_product_becomes_an_item_with_name_price_and_tax() {
    var shirt = items.of("TSHIRT-01");

    assertThat(shirt.path("Name").asText()).isEqualTo("T-Shirt Classic [TSHIRT-01]");
    assertThat(shirt.path("Description").asText()).isEqualTo("T-Shirt Classic");
    assertThat(shirt.path("UnitPrice").asText()).isEqualTo("19.99");
    assertThat(shirt.path("Taxable").asBoolean()).isTrue();
    assertThat(shirt.at("/IncomeAccountRef/name").asText()).isEqualTo("Sales of Product Income");
  }

  @Test
  void a_second_run_writes_nothing_and_reads_nothing() {
    products();
    var before = world.company.counters();

    var again = products();

    assertThat(again.said()).contains("0 items made, 0 changed");
    assertThat(world.company.counters()).isEqualTo(before);
  }

  @Test
  void a_price_that_the_shop_changes_is_changed_in_its_item() {
    var product = added("Cap", "CAP", "10.00");
    products();
    var income = items.of("CAP").path("IncomeAccountRef");

    world.shop.goods().changes(product, "{\"regular_price\":\"12.50\",\"name\":\"Cap, blue\"}");
    var run = products();

    assertThat(run.said()).contains("0 items made, 1 changed");
    assertThat(items.of("CAP").path("UnitPrice").asText()).isEqualTo("12.5");
    assertThat(items.of("CAP").path("Name").asText()).isEqualTo("Cap, blue [CAP]");
    assertThat(items.of("CAP").path("IncomeAccountRef")).isEqualTo(income);
  }

  @Test
  void what_shop_and_bookkeeper_both_change_is_left_and_listed() {
    var product = added("Scarf", "SCARF", "20.00");
    products();
    world.company.edit("Item", items.of("SCARF").path("Id").asText(), "{\"UnitPrice\":19.00}");
    look();

    world.shop.goods().changes(product, "{\"regular_price\":\"22.00\",\"name\":\"Long scarf\"}");
    var run = products();

    assertThat(run.said()).contains("leave   Long scarf (SCARF", "Changed on both sides", "price");
    assertThat(items.of("SCARF").path("UnitPrice").asText()).isEqualTo("19.0");
    assertThat(items.of("SCARF").path("Name").asText()).isEqualTo("Long scarf [SCARF]");
    assertThat(products().said()).contains("leave   Long scarf (SCARF", "0 changed");

    world.company.edit("Item", items.of("SCARF").path("Id").asText(), "{\"UnitPrice\":22.00}");
    look();
    assertThat(products().said()).doesNotContain("SCARF");
  }

  @Test
  void what_only_the_bookkeeper_changes_stays() {
    var product = added("Belt", "BELT", "30.00");
    products();
    world.company.edit("Item", items.of("BELT").path("Id").asText(), "{\"Name\":\"Leather belt\"}");
    look();

    world.shop.goods().changes(product, "{\"regular_price\":\"31.00\"}");
    var run = products();

    assertThat(items.of("BELT").path("Name").asText()).isEqualTo("Leather belt");
    assertThat(items.of("BELT").path("UnitPrice").asText()).isEqualTo("31");
    assertThat(run.said()).doesNotContain("BELT");
  }

  @Test
  void an_answer_that_is_lost_doubles_no_item() {
    added("Sock", "SOCK-1", "5.00");
    added("Sock", "SOCK-2", "5.00");
    world.quickbooks.order(Fault.loseAnswer().on("POST", "/batch"));

    var run = products();

    assertThat(run.said()).doesNotContain("no answer");
    assertThat(items.skus()).containsOnlyOnce("SOCK-1", "SOCK-2");
    assertThat(items.of("SOCK-1").path("UnitPrice").asText()).isEqualTo("5");
  }

  @Test
  void products_that_a_dead_process_was_writing_are_decided_again() {
    added("Glove", "GLOVE", "9.00");
    Shell.run(world, "shopbooks products acme --dry-run");
    world
        .bean(JdbcClient.class)
        .sql("update product set state = 'writing' where sku = 'GLOVE'")
        .update();

    products();

    assertThat(items.skus()).containsOnlyOnce("GLOVE");
  }

  @Test
  void skus_that_are_missing_or_double_are_listed_before_anything_is_written() {
    added("Anonymous", "", "1.00");
    var twin = added("Twin one", "TWIN-1", "2.00");
    added("Twin two", "TWIN-2", "2.00");
    world.shop.goods().relabels(twin, "TWIN-2");

    var run = Shell.run(world, "shopbooks products acme --dry-run");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.said())
        .contains("leave   Anonymous (no SKU", "leave   Twin one (TWIN-2", "leave   Twin two");
    products();
    assertThat(items.skus()).doesNotContain("TWIN-2");
  }

  @Test
  void a_product_that_is_deleted_stands_in_the_way_of_no_other() {
    var deleted = added("Kettle", "KETTLE", "30.00");
    products();
    world.shop.goods().deletes(deleted);
    var successor = added("Kettle", "KETTLE-NEW", "30.00");
    world.shop.goods().relabels(successor, "KETTLE");

    var run = products();
    world.shop.goods().changes(successor, "{\"regular_price\":\"35.00\"}");
    products();

    assertThat(run.said()).doesNotContain("KETTLE");
    assertThat(items.of("KETTLE").path("UnitPrice").asText()).isEqualTo("35");
    assertThat(items.skus()).containsOnlyOnce("KETTLE");
  }

  @Test
  void an_item_that_a_person_hides_stays_hidden() {
    var product = added("Hat", "HAT", "40.00");
    products();
    world.company.lists().inactivate("Item", "Hat [HAT]");
    look();

    world.shop.goods().changes(product, "{\"regular_price\":\"41.00\"}");
    var run = products();

    assertThat(run.said()).contains("leave   Hat (HAT", "Item made inactive");
    assertThat(items.of("HAT").path("Active").asBoolean(true)).isFalse();
    assertThat(items.skus()).containsOnlyOnce("HAT");
  }

  @Test
  void a_name_that_is_taken_and_a_product_that_cannot_be_read_stop_no_other() {
    world.company.lists().addItem("Lamp [LAMP]", "OTHER");
    look();
    added("Lamp", "LAMP", "60.00");
    added("Riddle", "RIDDLE", "a lot");
    added("Draft", "DRAFT", "1.00\",\"status\":\"draft");
    added("Rug", "RUG", "80.00");

    var run = products();

    assertThat(run.said())
        .contains("leave   Lamp (LAMP", "Name taken", "Cannot be read", "Not published");
    assertThat(items.skus()).contains("RUG").doesNotContain("LAMP", "RIDDLE", "DRAFT");
  }

  @Test
  void an_item_made_for_a_sale_gets_the_price_that_the_sale_did_not_know() {
    added("Vase", "VASE", "15.00");
    world.shop.sells(anOrder().of("VASE").paidBy("stripe"));
    world.sync();
    assertThat(items.of("VASE").path("UnitPrice").decimalValue().signum()).isZero();

    products();

    assertThat(items.of("VASE").path("UnitPrice").asText()).isEqualTo("15");
    assertThat(items.of("VASE").path("Name").asText()).isEqualTo("Vase [VASE]");
    assertThat(items.skus()).containsOnlyOnce("VASE");
  }

  @Test
  void machines_get_one_answer() {
    var answer = Edits.json(Shell.run(world, "shopbooks products acme --dry-run --json").said());

    assertThat(answer.path("connection").asText()).isEqualTo("acme");
    assertThat(answer.path("dryRun").asBoolean()).isTrue();
    assertThat(answer.path("same").asInt()).isPositive();
  }

  private int added(String name, String sku, String price) {
    var json =
        "{\"name\":\"%s\",\"sku\":\"%s\",\"regular_price\":\"%s\"}".formatted(name, sku, price);
    return world.shop.goods().adds(json);
  }

  private Shell.Came products() {
    return Shell.run(world, "shopbooks products acme");
  }

  private void look() {
    world.bean(Lookout.class).refresh(World.REALM);
  }
}
