package io.shopbooks.cli;

import static io.shopbooks.pretend.woocommerce.NewOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.World;
import io.shopbooks.pretend.quickbooks.Fault;
import io.shopbooks.pretend.quickbooks.Region;
import io.shopbooks.pretend.woocommerce.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A plan is applied, and a run done again, while QuickBooks wants to be left in peace. */
class RestingCompanyTest {

  private final World world =
      World.of(
          Store.us(),
          Region.US,
          """
          sync: { time-zone: America/New_York, start-date: "2026-01-01" }
          taxes: { mode: mapped, us-code: New York City }
          """);

  @AfterEach
  void close() {
    world.close();
  }

  private Typed typed(String... arguments) {
    return Typed.in(world, arguments);
  }

  private void sells() {
    world.shop.sells(anOrder().of("TSHIRT-01").paidBy("stripe"));
  }

  @Test
  void what_is_to_be_sent_waits_in_the_ledger_and_the_run_tells_why() {
    sells();
    typed("sync", "acme");
    sells();
    typed("sync", "acme");
    var run = typed("undo", "--json").json().get(0).get("id").asText();
    assertThat(typed("undo", run, "--yes").status()).isZero();
    sells();
    var plan = typed("plan", "acme", "--json").json().get("fingerprint").asText();
    world.quickbooks.order(Fault.maintenance().on("POST", "salesreceipt").times(100));

    var applied = typed("apply", plan);
    var redone = typed("redo", run);

    assertThat(applied.status()).as(applied.out() + applied.err()).isEqualTo(3);
    assertThat(applied.err()).contains("QuickBooks asked for a pause");
    assertThat(redone.status()).as(redone.out() + redone.err()).isEqualTo(3);
    assertThat(world.company.documents("SalesReceipt")).hasSize(1);
    assertThat(typed("apply", plan).err()).contains("was applied already");
  }
}
