package io.shopbooks;

import static io.shopbooks.ChosenBadly.edit;
import static io.shopbooks.ChosenBadly.shirt;
import static io.shopbooks.pretend.woocommerce.NewOrder.anOrder;
import static io.shopbooks.pretend.woocommerce.NewRefund.aRefund;

import io.shopbooks.books.Why;
import io.shopbooks.pretend.quickbooks.Assumption;
import io.shopbooks.pretend.quickbooks.Fault;
import io.shopbooks.pretend.quickbooks.FaultShape;
import io.shopbooks.pretend.quickbooks.PretendDocument;
import io.shopbooks.pretend.woocommerce.Buyer;
import io.shopbooks.quickbooks.Lookout;
import java.time.LocalDate;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.AdviceWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Orders that were planned well and that QuickBooks does not take. */
final class RefusedByQuickBooks {

  private RefusedByQuickBooks() {}

  static List<Trouble> all() {
    return List.of(
        Trouble.of(Why.NUMBER_TAKEN, "somebody used the number", world -> taken(world, "A1"))
            .person(
                (world, order) ->
                    world.company.edit(
                        "SalesReceipt", byHand(world, "W-A1"), "{\"DocNumber\":\"by hand\"}")),
        Trouble.of(Why.NUMBER_TAKEN, "it is this sale", world -> taken(world, "A2"))
            .instead("shopbooks held ignore acme --order %s --reason \"Entered by hand\"")
            .endingWith(0),
        lost("it is this sale", "Ann Lost").endingWith(0),
        lost("it is another", "Bob Lost").instead("shopbooks held retry acme --order %s --new"),
        Trouble.of(
                Why.MAYBE_IN_BOOKS,
                "seen before it was sent, and it is this sale",
                world -> seen(world, "B1", "Ann Seen"))
            .endingWith(0),
        Trouble.of(
                Why.MAYBE_IN_BOOKS,
                "seen before it was sent, and it is another",
                world -> seen(world, "B2", "Bob Seen"))
            .instead("shopbooks held retry acme --order %s --new"),
        Trouble.of(Why.CUSTOMER_REFUSED, "every name is taken", RefusedByQuickBooks::refusedBuyer)
            .person(
                (world, order) ->
                    world
                        .company
                        .lists()
                        .add(
                            "Customer",
                            "{\"DisplayName\":\"%s\"}".formatted(fact(world, order, "name")))),
        Trouble.of(
                Why.REFERENCE_GONE,
                "an item taken out of use meanwhile",
                world -> {
                  world.sync();
                  world.company.lists().inactivate("Item", "Online sale");
                  return world.shop.sells(shirt());
                })
            .person((world, order) -> world.company.lists().activate("Item", "Online sale")),
        Trouble.of(
                Why.BOOKS_CLOSED,
                "the books were closed meanwhile",
                world -> {
                  world.company.preferences().closeBooks(LocalDate.of(2037, 12, 31));
                  return world.shop.sells(shirt());
                })
            .afterwards(world -> world.company.preferences().closeBooks(null)),
        Trouble.of(
                Why.NEGATIVE_LINE_REFUSED,
                "paid in part by gift card",
                world -> world.shop.sells(shirt().withFee("Gift card ABCD-1234", "-4.00", false)))
            .where(
                world ->
                    world.company.preferences().assume(Assumption.NEGATIVE_LINES_REFUSED, true))
            .afterwards(
                world ->
                    world.company.preferences().assume(Assumption.NEGATIVE_LINES_REFUSED, false))
            .endingWith(0),
        Trouble.of(
                Why.INVENTORY_REFUSED,
                "sold before it was counted",
                world -> world.shop.sells(anOrder().of("POLO-2299").paidBy("stripe")))
            .where(
                world -> {
                  world.company.lists().addInventoryItem("Polo", "10", "9.00", "2037-01-01");
                  world.company.lists().set("Item", "Polo", "Sku", "POLO-2299");
                })
            .person(
                (world, order) ->
                    world.company.lists().set("Item", "Polo", "InvStartDate", "2026-01-01")),
        refused(Why.REFUSED, "6000", 1),
        refused(Why.NOT_PERMITTED, "5030", 1),
        refused(Why.CURRENCY_NOT_ALLOWED, "2220", 1),
        refused(Why.LOCKED_IN_BOOKS, "6480", 1),
        refused(Why.WRONG_ACCOUNT_TYPE, "6430", 1)
            .person(
                (world, order) ->
                    edit(world, "payments: { methods: { stripe: { account: Checking } } }")),
        refused(Why.TAX_CODE_REFUSED, "6100", 1),
        Trouble.of(Why.CHANGED_ON_BOTH_SIDES, "a line was changed", RefusedByQuickBooks::bothSides),
        Trouble.of(Why.DELETED_IN_BOOKS, "by a person", RefusedByQuickBooks::deleted).endingWith(0),
        Trouble.of(Why.DELETED_IN_BOOKS, "by mistake", RefusedByQuickBooks::deleted)
            .instead("shopbooks held retry acme --order %s"),
        Trouble.of(Why.REFUND_WITHDRAWN, "after it was posted", RefusedByQuickBooks::withdrawn)
            .endingWith(2),
        Trouble.of(Why.KEEPS_FAILING, "however often it is tried", RefusedByQuickBooks::failing));
  }

  /** A receipt entered by hand meanwhile looks like a sale that got lost on its way. */
  private static Trouble lost(String what, String buyer) {
    return Trouble.of(
            Why.MAYBE_IN_BOOKS,
            what,
            world -> {
              know(world, buyer);
              world.sync();
              enter(world, buyer, "", "21.76");
              world.quickbooks.order(Fault.loseRequest().on("POST", "salesreceipt"));
              return world.shop.sells(shirt().to(newYorker(buyer)));
            })
        .choosing("sales: { number: { by: quickbooks } }")
        .where(world -> world.company.preferences().customNumbers(false))
        .afterwards(world -> world.company.preferences().customNumbers(true));
  }

  /** Refused with a code for which no input of ours is the cause. */
  private static Trouble refused(Why why, String code, int times) {
    return Trouble.of(
        why,
        "QuickBooks says " + code,
        world -> {
          world.quickbooks.order(receipts(code).times(times));
          return world.shop.sells(shirt());
        });
  }

  private static int bothSides(World world) {
    var edits = new Edits(world);
    var order = posted(world);
    edits.personHalvesFirstLine(order);
    edits.quantity(order, 2);
    return order;
  }

  private static int deleted(World world) {
    var edits = new Edits(world);
    var order = posted(world);
    world.company.delete("SalesReceipt", edits.sale(order).id());
    edits.quantity(order, 2);
    return order;
  }

  private static int withdrawn(World world) {
    var order = world.shop.sells(shirt());
    var refund = world.shop.refunds(order, aRefund().amounting("5.00"));
    world.sync();
    world.shop.deletesRefund(order, refund);
    return order;
  }

  private static int posted(World world) {
    var order = world.shop.sells(shirt());
    world.sync();
    return order;
  }

  private static Fault receipts(String code) {
    return Fault.code(400, code, FaultShape.BUSINESS).on("POST", "salesreceipt");
  }

  private static String fact(World world, int order, String name) {
    return Carrying.held(world, order).get(0).reason().facts().get(name);
  }

  /** Entered between the hourly look and the posting. */
  private static int taken(World world, String number) {
    world.sync();
    enter(world, "WooCommerce", "\"DocNumber\":\"W-%s\",".formatted(number), "5");
    return world.shop.sells(shirt().numbered(number));
  }

  /** Entered for the same buyer on the same day, before the hourly look. */
  private static int seen(World world, String number, String buyer) {
    know(world, buyer);
    enter(world, buyer, "\"DocNumber\":\"hand-%s\",".formatted(number), "21.76");
    return world.shop.sells(shirt().numbered(number).to(newYorker(buyer)));
  }

  /** A customer whom the next look at the company finds. */
  private static void know(World world, String buyer) {
    world.company.lists().add("Customer", "{\"DisplayName\":\"%s\"}".formatted(buyer));
    world.bean(Lookout.class).refresh(World.REALM);
  }

  private static Buyer newYorker(String name) {
    return Buyer.at(name, "New York", "NY", "US");
  }

  private static void enter(World world, String customer, String number, String amount) {
    var lists = world.company.lists();
    lists.add(
        "SalesReceipt",
        """
        {%s"CustomerRef":{"value":"%s"},"Line":[{"Amount":%s,
        "DetailType":"SalesItemLineDetail","SalesItemLineDetail":{"ItemRef":{"value":"%s"},
        "TaxCodeRef":{"value":"NON"}}}]}
        """
            .formatted(
                number, lists.idOf("Customer", customer), amount, lists.idOf("Item", "Fee")));
  }

  /** The receipt that a person entered under that number. */
  private static String byHand(World world, String number) {
    return world.company.documents("SalesReceipt").stream()
        .filter(document -> document.number().equals(number))
        .map(PretendDocument::id)
        .findFirst()
        .orElseThrow();
  }

  private static int refusedBuyer(World world) {
    world.quickbooks.order(
        Fault.code(400, "6240", FaultShape.BUSINESS).on("POST", "customer").times(11));
    return world.shop.sells(shirt().to(newYorker("Rosa Nomad")));
  }

  private static int failing(World world) {
    withoutWaiting(world);
    world.quickbooks.order(receipts("4002").times(7));
    return world.shop.sells(shirt());
  }

  /** From here on, minutes between two tries pass at once. */
  static void withoutWaiting(World world) {
    var camel = world.bean(CamelContext.class);
    var ledger = world.bean(JdbcClient.class);
    var passes = "update document set due_at = '-infinity' where state = 'planned'";
    try {
      AdviceWith.adviceWith(
          camel,
          "bring-to-books",
          route ->
              route
                  .weaveById("wait-for-what-comes-next")
                  .replace()
                  .process(exchange -> ledger.sql(passes).update()));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
