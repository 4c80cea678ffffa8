package io.shopbooks;

import static io.shopbooks.ChosenBadly.shirt;

import io.shopbooks.books.Why;
import io.shopbooks.ledger.Held;
import io.shopbooks.pretend.quickbooks.Assumption;
import io.shopbooks.pretend.woocommerce.Buyer;
import java.util.List;

/** Orders of a company that computes its own tax and does not keep the shop's. */
final class TotalledBadly {

  static final String CHOICES =
      """
      sync: { time-zone: America/New_York, start-date: "2026-01-01" }
      products: { create: never }
      taxes: { mode: automated }
      """;

  private TotalledBadly() {}

  static List<Trouble> all() {
    return List.of(
        Trouble.of(Why.LIKE_A_WRONG_ONE, "sold at the same time", TotalledBadly::twoToAlbany)
            .where(
                world -> world.company.preferences().assume(Assumption.TOTAL_TAX_FORBIDDEN, true))
            .person(
                (world, order) -> {
                  world.company.preferences().assume(Assumption.TOTAL_TAX_FORBIDDEN, false);
                  Carrying.carryOut(world, TotalledBadly::corrects, wrong(world));
                }),
        Trouble.of(Why.LIKE_A_WRONG_ONE, "sold later", TotalledBadly::laterToAlbany)
            .where(
                world -> world.company.preferences().assume(Assumption.TOTAL_TAX_FORBIDDEN, true))
            .choosing("sales: { document: invoice }")
            .person(
                (world, order) -> {
                  world.company.preferences().assume(Assumption.TOTAL_TAX_FORBIDDEN, false);
                  Carrying.carryOut(world, TotalledBadly::corrects, wrong(world));
                })
            .endingWith(2),
        Trouble.of(Why.WRONG_TOTAL, "QuickBooks has a rate of its own", TotalledBadly::toAlbany)
            .where(
                world -> world.company.preferences().assume(Assumption.TOTAL_TAX_FORBIDDEN, true))
            .person(TotalledBadly::corrects),
        Trouble.of(Why.WRONG_TOTAL, "deleted in QuickBooks instead", TotalledBadly::toAlbany)
            .where(
                world -> world.company.preferences().assume(Assumption.TOTAL_TAX_FORBIDDEN, true))
            .person(
                (world, order) -> {
                  world.company.preferences().assume(Assumption.TOTAL_TAX_FORBIDDEN, false);
                  var receipt = Carrying.documents(world, order).get(0);
                  world.company.delete("SalesReceipt", receipt.id());
                }));
  }

  private static int toAlbany(World world) {
    return world.shop.sells(shirt().to(Buyer.at("Al Bany", "Albany", "NY", "US")));
  }

  private static int twoToAlbany(World world) {
    toAlbany(world);
    toAlbany(world);
    world.sync();
    return heldAs(Why.LIKE_A_WRONG_ONE, world);
  }

  private static int laterToAlbany(World world) {
    toAlbany(world);
    world.sync();
    return toAlbany(world);
  }

  private static int wrong(World world) {
    return heldAs(Why.WRONG_TOTAL, world);
  }

  private static int heldAs(Why why, World world) {
    return world.bean(Held.class).of("acme").stream()
        .filter(hold -> hold.reason().why() == why)
        .map(hold -> Integer.parseInt(hold.order().id()))
        .findFirst()
        .orElseThrow();
  }

  /** Makes the lines of the receipt what the words say it should come to. */
  private static void corrects(World world, int order) {
    var receipt = Carrying.documents(world, order).get(0);
    world.company.edit(
        receipt.type(),
        receipt.id(),
        """
        {"Line":[{"Amount":20.79,"DetailType":"SalesItemLineDetail",
        "SalesItemLineDetail":{"ItemRef":{"value":"%s"},"TaxCodeRef":{"value":"NON"}}}]}
        """
            .formatted(world.company.lists().idOf("Item", "Online sale")));
  }
}
