package io.shopbooks;

import static io.shopbooks.pretend.woocommerce.NewOrder.anOrder;

import io.shopbooks.books.Why;
import io.shopbooks.pretend.woocommerce.Buyer;
import java.util.List;

/** Orders of a shop in Québec whose taxes have no code, or a wrong one. */
final class TaxedBadly {

  static final String CHOICES =
      """
      sync: { time-zone: America/Toronto, start-date: "2026-01-01" }
      products: { create: never }
      taxes: { rates: { GST + QST: GST/QST QC - 9.975 }, untaxed: Zero-rated }
      """;

  private TaxedBadly() {}

  static List<Trouble> all() {
    return List.of(
        Trouble.of(Why.NO_TAX_CODE, "a rate of another province", to("Toronto", "ON", "CA")),
        Trouble.of(Why.NO_TAX_CODE, "two rates on each line", to("Vancouver", "BC", "CA")),
        Trouble.of(Why.NO_TAX_CODE, "no code has the rate", to("Toronto", "ON", "CA"))
            .where(world -> world.company.lists().inactivate("TaxCode", "HST ON"))
            .person(
                (world, order) -> {
                  world.company.lists().addTaxCode("Ontario", "HST ON");
                  ChosenBadly.edit(world, "taxes: { rates: { HST: Ontario } }");
                })
            .afterwards(world -> world.company.lists().activate("TaxCode", "HST ON")),
        Trouble.of(Why.NO_UNTAXED_CODE, "an order to abroad", to("Paris", "", "FR"))
            .choosing("taxes: { untaxed: ~ }"),
        Trouble.of(Why.NO_UNTAXED_CODE, "no code without tax", to("Paris", "", "FR"))
            .choosing("taxes: { untaxed: ~ }")
            .where(
                world -> {
                  world.company.lists().inactivate("TaxCode", "Zero-rated");
                  world.company.lists().inactivate("TaxCode", "Exempt");
                })
            .person(
                (world, order) -> {
                  world.company.lists().activate("TaxCode", "Exempt");
                  ChosenBadly.edit(world, "taxes: { untaxed: Exempt }");
                })
            .afterwards(world -> world.company.lists().activate("TaxCode", "Zero-rated")),
        Trouble.of(Why.UNKNOWN_TAX_CODE, "a misspelt code", to("Toronto", "ON", "CA"))
            .choosing("taxes: { rates: { HST: HST Ontario } }")
            .person((world, order) -> world.company.lists().addTaxCode("HST Ontario", "HST ON")),
        Trouble.of(Why.TAX_DOES_NOT_FIT, "the code of another rate", to("Toronto", "ON", "CA"))
            .choosing("taxes: { rates: { HST: GST } }")
            .person((world, order) -> ChosenBadly.edit(world, "taxes: { rates: { HST: HST ON } }")),
        Trouble.of(Why.TAX_DOES_NOT_FIT, "a code without tax", to("Toronto", "ON", "CA"))
            .choosing("taxes: { rates: { HST: Zero-rated } }")
            .person(
                (world, order) -> ChosenBadly.edit(world, "taxes: { rates: { HST: HST ON } }")));
  }

  private static Trouble.Selling to(String city, String state, String country) {
    return world ->
        world.shop.sells(
            anOrder()
                .of("TSHIRT-01")
                .shippedFor("5.99")
                .to(Buyer.at("Léa Roy", city, state, country))
                .paidBy("stripe"));
  }
}
