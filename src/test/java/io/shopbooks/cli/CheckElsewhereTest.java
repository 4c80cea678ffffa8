package io.shopbooks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.World;
import io.shopbooks.pretend.quickbooks.Region;
import io.shopbooks.pretend.woocommerce.NewOrder;
import io.shopbooks.pretend.woocommerce.Store;
import org.junit.jupiter.api.Test;

class CheckElsewhereTest {

  @Test
  void outside_the_us_every_rate_and_lines_without_tax_need_a_code() {
    try (var world =
        World.of(
            Store.gb(),
            Region.GB,
            """
            sync: { time-zone: Europe/London, start-date: "2026-01-01" }
            taxes: { mode: mapped, rates: { "20": "20.0% S" }, us-code: California }
            """)) {
      var check = Typed.in(world, "check", "acme");

      assertThat(check.status()).isEqualTo(1);
      assertThat(check.out())
          .contains(
              "Lines without tax need a tax code here, and none is named.",
              "has no tax code.",
              "taxes.us-code is for US companies; this one is in GB.");
    }
  }

  @Test
  void a_currency_the_company_does_not_know_stops_sales() {
    try (var world =
        World.of(
            Store.gb(),
            Region.US,
            """
            sync: { time-zone: Europe/London, start-date: "2026-01-01" }
            taxes: { mode: mapped, us-code: California }
            """)) {
      var check = Typed.in(world, "check", "acme");

      assertThat(check.status()).isEqualTo(1);
      assertThat(check.out())
          .contains("The shop sells in GBP, and the company works with USD only.");

      world.company.preferences().useCurrencies();
      world.company.lists().addCurrency("GBP");
      assertThat(Typed.in(world, "check", "acme").status()).isZero();
    }
  }

  @Test
  void orders_of_the_last_days_are_tried_and_those_that_would_be_held_are_told() {
    try (var world =
        World.of(
            Store.us(),
            Region.US,
            """
            sync: { time-zone: America/New_York, start-date: "2026-01-01" }
            taxes: { mode: mapped, us-code: New York City }
            payments: { methods: { stripe: { account: Undeposited Funds } } }
            """)) {
      world.shop.sells(NewOrder.anOrder().of("TSHIRT-01").paidBy("gift").numbered("T-1"));

      var check = Typed.in(world, "check", "acme");
      assertThat(check.status()).isEqualTo(1);
      assertThat(check.out())
          .contains(
              "1 read, 0 ready, 1 held",
              "WOULD BE HELD  1, $21.76: Nothing says where the money went",
              "Orders: T-1",
              "        payments:",
              "            gift: { account: Undeposited Funds }");
      var told =
          Typed.in(world, "check", "acme", "--json")
              .json()
              .at("/connections/0/rehearsal/held/0/money/0/amount");
      assertThat(told.asText()).isEqualTo("21.76");
      assertThat(Typed.in(world, "check", "acme", "--days", "0").out()).doesNotContain("T-1");
    }
  }

  @Test
  void stock_of_a_french_company_is_refused_with_an_explanation() {
    try (var world =
        World.of(
            Store.gb(),
            Region.FR,
            """
            sync: { time-zone: Europe/Paris, start-date: "2026-01-01" }
            stock: { enabled: true }
            """)) {
      world.company.preferences().trackInventory(true);

      assertThat(Typed.in(world, "check", "acme").out())
          .contains("QuickBooks' quantities cannot go to the shop. The company is a French one")
          .contains("Write `enabled: false` under stock:")
          .doesNotContain("switch on inventory tracking");
      var stock = Typed.in(world, "stock", "acme");
      assertThat(stock.status()).isEqualTo(2);
      assertThat(stock.err()).contains("stock of French companies was never tried");
    }
  }
}
