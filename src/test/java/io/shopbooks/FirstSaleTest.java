package io.shopbooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.pretend.quickbooks.Region;
import io.shopbooks.pretend.woocommerce.Store;
import org.junit.jupiter.api.Test;

class FirstSaleTest {

  @Test
  void the_recorded_orders_of_a_shop_reach_the_books() {
    try (var world =
        World.of(
            Store.us().withHistory(),
            Region.US,
            """
            sync: { time-zone: America/New_York, start-date: "2025-01-01" }
            sales: { unpaid: invoice, number: { prefix: "W-" } }
            taxes: { mode: mapped, us-code: California }
            """)) {
      world.sync();
      world.company.documents().forEach(System.out::println);
      System.out.println(world.company.trialBalance());
      world
          .bean(io.shopbooks.ledger.Held.class)
          .of("acme")
          .forEach(
              h ->
                  System.out.println(
                      h.number() + " " + h.subject() + " " + h.reason() + " " + h.money()));
      assertThat(world.company.documents()).isNotEmpty();
    }
  }
}
