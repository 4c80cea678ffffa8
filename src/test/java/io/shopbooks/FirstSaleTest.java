package io.shopbooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.connections.Connections;
import io.shopbooks.crash.Audit;
import io.shopbooks.ledger.Held;
import io.shopbooks.ledger.Hold;
import io.shopbooks.ledger.Run;
import io.shopbooks.pretend.quickbooks.Region;
import io.shopbooks.pretend.woocommerce.Store;
import io.shopbooks.report.Reports;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The whole way: the recorded orders of a shop reach the books, once and to the cent. */
class FirstSaleTest {

  private static final String CHOICES =
      """
      sync: { time-zone: America/New_York, start-date: "2025-01-01" }
      sales: { unpaid: invoice, number: { prefix: "W-" } }
      taxes: { mode: mapped, us-code: California }
      """;

  @Test
  void the_recorded_orders_of_a_shop_reach_the_books() {
    try (var world = World.of(Store.us().withHistory(), Region.US, CHOICES)) {
      var run = world.sync();

      var held = held(world);
      var audit = audit(world);
      assertThat(audit.sales()).isGreaterThan(30);
      assertThat(audit.doubled()).isEmpty();
      assertThat(audit.wrong()).isEmpty();
      assertThat(orders(audit.missing())).isEqualTo(held);
      assertThat(unexplained(world, run)).isEmpty();

      var documents = world.company.documents().size();
      world.restart();
      assertThat(unexplained(world, world.sync())).isEmpty();
      assertThat(world.company.documents()).hasSize(documents);
      assertThat(held(world)).isEqualTo(held);
    }
  }

  private static Audit audit(World world) {
    var orders = world.shop.audit().orders().stream().map(o -> world.shop.json(o.id())).toList();
    return Audit.of(orders, world.quickbooks.audit(), Set.of(Audit.Also.UNPAID));
  }

  private static Set<String> orders(List<String> complaints) {
    return complaints.stream()
        .map(complaint -> complaint.replaceFirst("^\\D*(\\d+).*", "$1"))
        .collect(Collectors.toSet());
  }

  private static Set<String> held(World world) {
    return world.bean(Held.class).of("acme").stream()
        .map(Hold::order)
        .map(order -> order.id())
        .collect(Collectors.toSet());
  }

  private static List<String> unexplained(World world, Run run) {
    var connection = world.bean(Connections.class).named("acme");
    return world.bean(Reports.class).of(connection, run).totals().stream()
        .filter(totals -> !totals.unexplained().isZero())
        .map(Object::toString)
        .toList();
  }
}
