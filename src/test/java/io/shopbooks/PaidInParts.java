package io.shopbooks;

import static io.shopbooks.ChosenBadly.shirt;
import static io.shopbooks.pretend.woocommerce.NewRefund.aRefund;

import io.shopbooks.books.Why;
import java.util.List;

/** Orders that a deposits plugin made, and that a person must look at. */
final class PaidInParts {

  private static final String TWO_ACCOUNTS =
      "payments: { methods: { cod: { account: Undeposited Funds } } }";
  private static final String INVOICES = "sales: { document: invoice }";

  private PaidInParts() {}

  /** A part of a payment, as mappings/woocommerce/payments.jslt reads it. */
  static String part(String id, String amount, String gateway) {
    return part(id, amount, gateway, "2026-11-22T12:00:00");
  }

  static String part(String id, String amount, String gateway, String paid) {
    return """
        {"id":"%s","amount":"%s","paid":"%s","method":"%s","title":"%s"}"""
        .formatted(id, amount, paid, gateway, gateway);
  }

  static String parts(String... parts) {
    return "[" + String.join(",", parts) + "]";
  }

  static List<Trouble> all() {
    return List.of(
        Trouble.of(Why.ORDER_OF_AN_ORDER, "a balance", PaidInParts::within).endingWith(0),
        Trouble.of(Why.ORDER_OF_AN_ORDER, "a sale of its own", PaidInParts::within)
            .instead("shopbooks held retry acme --order %s --new"),
        Trouble.of(Why.SEVERAL_ACCOUNTS, "by card and in cash", world -> inTwo(world, "P3"))
            .choosing(TWO_ACCOUNTS)
            .endingWith(2),
        Trouble.of(Why.SEVERAL_ACCOUNTS, "given back whole", PaidInParts::givenBack)
            .choosing(TWO_ACCOUNTS + "\nsales: { split-payments: per-payment }")
            .endingWith(2),
        Trouble.of(Why.PAID_IN_PART, "a refund of a deposit", PaidInParts::depositGivenBack)
            .choosing(INVOICES)
            .endingWith(2),
        Trouble.of(Why.PAYMENT_WITHDRAWN, "the money never came", PaidInParts::withdrawn)
            .choosing(INVOICES)
            .endingWith(3));
  }

  private static int within(World world) {
    var whole = world.shop.sells(shirt());
    var balance = world.shop.sells(shirt());
    world.shop.edits(balance, "{\"parent_id\":" + whole + "}");
    return balance;
  }

  private static int inTwo(World world, String number) {
    var parts = parts(part("a", "10.00", "stripe"), part("b", "11.76", "cod"));
    return world.shop.sells(shirt().numbered(number).withMeta("_payments", parts));
  }

  private static int givenBack(World world) {
    var order = inTwo(world, "P4");
    world.shop.refunds(order, aRefund().amounting("21.76"));
    return order;
  }

  private static int depositGivenBack(World world) {
    var deposit = parts(part("a", "10.00", "stripe"));
    var order = world.shop.sells(shirt().withMeta("_payments", deposit));
    world.shop.refunds(order, aRefund().amounting("4.00"));
    return order;
  }

  private static int withdrawn(World world) {
    var deposit = part("a", "10.00", "stripe");
    var both = parts(deposit, part("b", "11.76", "stripe"));
    var order = world.shop.sells(shirt().withMeta("_payments", both));
    world.sync();
    world.shop.edits(order, payments(parts(deposit)));
    return order;
  }

  /** What changes an order's payments. */
  static String payments(String parts) {
    return "{\"meta_data\":[{\"key\":\"_payments\",\"value\":%s}]}".formatted(parts);
  }
}
