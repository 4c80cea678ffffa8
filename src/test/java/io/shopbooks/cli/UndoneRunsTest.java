package io.shopbooks.cli;

import static io.shopbooks.cli.Books.active;
import static io.shopbooks.pretend.woocommerce.NewOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.World;
import io.shopbooks.pretend.quickbooks.Region;
import io.shopbooks.pretend.woocommerce.Buyer;
import io.shopbooks.pretend.woocommerce.Store;
import org.junit.jupiter.api.Test;

/** What `undo` leaves alone, because the catalogue and not the run made it. */
class UndoneRunsTest {

  private static final String CHOICES =
      """
      sync: { time-zone: America/New_York, start-date: "2026-01-01" }
      products: { create: all, schedule: off }
      taxes: { mode: mapped, us-code: New York City }
      """;

  @Test
  void items_of_the_catalogue_stay_active_when_the_run_after_them_is_taken_back() {
    try (var world = World.of(Store.us(), Region.US, CHOICES)) {
      Typed.in(world, "sync", "acme");
      Typed.in(world, "products", "acme");
      world.shop.sells(
          anOrder()
              .of("TSHIRT-01")
              .to(Buyer.at("Zelda Zabriskie", "New York", "NY", "US"))
              .paidBy("stripe"));
      Typed.in(world, "sync", "acme");
      var run = Typed.in(world, "undo", "--json").json().get(0).get("id").asText();
      var plan = Typed.in(world, "undo", run, "--json").json();

      var undone = Typed.in(world, "undo", run, "--yes", plan.get("fingerprint").asText());

      assertThat(undone.status()).as(undone.out() + undone.err()).isZero();
      assertThat(plan.get("made")).hasSize(1);
      assertThat(active(world.company, "Customer")).noneMatch(json -> json.contains("Zabriskie"));
      assertThat(active(world.company, "Item"))
          .anyMatch(json -> json.contains("TSHIRT-01"))
          .hasSizeGreaterThan(3);
    }
  }

  @Test
  void what_was_made_inactive_is_active_again_when_a_later_sale_needs_it() {
    try (var world = World.of(Store.us(), Region.US, CHOICES.replace("all", "sold"))) {
      Typed.in(world, "sync", "acme");
      var zelda = Buyer.at("Zelda Zabriskie", "New York", "NY", "US");
      world.shop.sells(anOrder().of("TSHIRT-01").to(zelda).paidBy("stripe"));
      Typed.in(world, "sync", "acme");
      var items = world.company.lists().all("Item").size();
      var customers = world.company.lists().all("Customer").size();
      var run = Typed.in(world, "undo", "--json").json().get(0).get("id").asText();
      var plan = Typed.in(world, "undo", run, "--json").json();
      Typed.in(world, "undo", run, "--yes", plan.get("fingerprint").asText());
      assertThat(active(world.company, "Item")).noneMatch(json -> json.contains("TSHIRT-01"));

      world.shop.sells(anOrder().of("TSHIRT-01").to(zelda).paidBy("stripe"));
      var sync = Typed.in(world, "sync", "acme");

      assertThat(sync.out()).contains("Unexplained $0.00");
      assertThat(active(world.company, "Item")).anyMatch(json -> json.contains("TSHIRT-01"));
      assertThat(active(world.company, "Customer")).anyMatch(json -> json.contains("Zabriskie"));
      assertThat(world.company.lists().all("Item")).hasSize(items);
      assertThat(world.company.lists().all("Customer")).hasSize(customers);
    }
  }
}
