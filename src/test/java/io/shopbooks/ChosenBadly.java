package io.shopbooks;

import static io.shopbooks.pretend.woocommerce.NewOrder.anOrder;
import static io.shopbooks.pretend.woocommerce.NewRefund.aRefund;

import io.shopbooks.books.Why;
import io.shopbooks.pretend.quickbooks.PretendPreferences;
import io.shopbooks.pretend.woocommerce.NewOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** Orders of an American shop that its connection, its company or the order itself keeps out. */
final class ChosenBadly {

  static final String CHOICES =
      """
      sync: { time-zone: America/New_York, start-date: "2026-01-01" }
      sales: { number: { prefix: "W-" }, discount-item: Discount }
      products: { create: never }
      taxes: { rates: { "NY State Tax + NYC City Tax": New York City } }
      payments:
        methods:
          stripe: { account: Stripe clearing, method: Credit Card }
      """;

  private ChosenBadly() {}

  static NewOrder shirt() {
    return anOrder().of("TSHIRT-01").paidBy("stripe");
  }

  static Trouble.Selling aShirt() {
    return world -> world.shop.sells(shirt());
  }

  static List<Trouble> all() {
    return List.of(
        Trouble.of(Why.NO_US_CODE, "no code for its rate", aShirt())
            .choosing("taxes: { rates: ~ }"),
        Trouble.of(Why.NO_US_CODE, "no code of the company has its rate", aShirt())
            .choosing("taxes: { rates: ~ }")
            .where(world -> world.company.lists().inactivate("TaxCode", "New York City"))
            .person((world, order) -> edit(world, "taxes: { us-code: New York }"))
            .afterwards(world -> world.company.lists().activate("TaxCode", "New York City")),
        Trouble.of(Why.SALES_TAX_OFF, "tax in a company without", aShirt())
            .where(world -> world.company.preferences().useSalesTax(false))
            .person((world, order) -> world.company.preferences().useSalesTax(true)),
        Trouble.of(
            Why.NO_PAYMENT_RULE,
            "a gateway nobody named",
            world -> world.shop.sells(anOrder().of("TSHIRT-01").paidBy("paypal"))),
        Trouble.of(
            Why.NO_PAYMENT_RULE,
            "entered by hand, without a gateway",
            world -> world.shop.sells(anOrder().of("TSHIRT-01").paidBy(""))),
        Trouble.of(Why.UNKNOWN_ACCOUNT, "an account that is not there", aShirt())
            .choosing("payments: { methods: { stripe: { account: Stripe box } } }")
            .person(
                (world, order) ->
                    world.company.lists().addAccount("Stripe box", "Bank", "Checking")),
        Trouble.of(Why.WRONG_ACCOUNT_TYPE, "an expense account", aShirt())
            .choosing("payments: { methods: { stripe: { account: Merchant fees } } }"),
        Trouble.of(Why.UNKNOWN_ITEM, "an item that was taken out of use", aShirt())
            .where(world -> world.company.lists().inactivate("Item", "Online sale"))
            .person((world, order) -> world.company.lists().activate("Item", "Online sale")),
        Trouble.of(Why.UNKNOWN_PAYMENT_METHOD, "a method nobody may make", aShirt())
            .choosing(
                """
                payments:
                  create-methods: false
                  methods: { stripe: { account: Stripe clearing, method: Klarna } }
                """),
        Trouble.of(Why.UNKNOWN_LIST_ENTRY, "a class that is not there", aShirt())
            .choosing("sales: { class: Market stall }")
            .where(
                world ->
                    world
                        .company
                        .preferences()
                        .trackClasses(PretendPreferences.Classes.PER_DOCUMENT))
            .person(
                (world, order) -> world.company.lists().add("Class", "{\"Name\":\"Market stall\"}"))
            .afterwards(
                world -> world.company.preferences().trackClasses(PretendPreferences.Classes.NONE)),
        Trouble.of(
            Why.NUMBER_TOO_LONG,
            "a prefix that does not fit",
            world -> world.shop.sells(shirt().numbered("12345678901234567890"))),
        Trouble.of(
                Why.NUMBER_TOO_LONG,
                "an order number that does not fit",
                world -> world.shop.sells(shirt().numbered("1234567890 \"A$`\" 6789012")))
            .endingWith(0),
        Trouble.of(
                Why.NUMBER_TOO_LONG,
                "a refund whose number does not fit",
                ChosenBadly::refundWithLongNumber)
            .endingWith(2),
        Trouble.of(Why.NUMBERING_DISAGREES, "a company that numbers itself", aShirt())
            .where(world -> world.company.preferences().customNumbers(false))
            .afterwards(world -> world.company.preferences().customNumbers(true)),
        Trouble.of(Why.NUMBERING_DISAGREES, "a company that leaves numbers to the shop", aShirt())
            .choosing("sales: { number: { by: quickbooks } }"),
        Trouble.of(
                Why.ROUNDING_TOO_LARGE,
                "lines that miss the total",
                world -> world.shop.sells(shirt().of("RND-A").of("RND-B").of("TEN-CENT", 3)))
            .choosing("sales: { rounding-tolerance: 0.00 }"),
        Trouble.of(
                Why.NEGATIVE_TOTAL, "a credit larger than the goods", ChosenBadly::creditTooLarge)
            .endingWith(0),
        Trouble.of(Why.TOO_MANY_LINES, "751 lines", ChosenBadly::manyLines).endingWith(0),
        Trouble.of(Why.BOOKS_CLOSED, "a closed period", aShirt())
            .where(world -> world.company.preferences().closeBooks(LocalDate.of(2037, 12, 31)))
            .afterwards(world -> world.company.preferences().closeBooks(null)),
        Trouble.of(
                Why.UNREADABLE,
                "a currency nobody knows",
                world -> world.shop.sells(shirt().in("BTC")))
            .person((world, order) -> world.shop.edits(order, "{\"currency\":\"USD\"}")),
        Trouble.of(Why.REFUND_OF_OLDER_ORDER, "of last year", ChosenBadly::oldRefund).endingWith(0),
        Trouble.of(Why.STATUS_WENT_BACK, "not paid after all", ChosenBadly::unpaidAgain)
            .person(ChosenBadly::voids),
        Trouble.of(Why.STATUS_WENT_BACK, "and paid again", ChosenBadly::unpaidAgain)
            .person((world, order) -> world.shop.movesTo(order, "processing"))
            .goingOnByItself(),
        Trouble.of(Why.ORDER_DELETED, "and taken out of the trash", ChosenBadly::trashed)
            .person((world, order) -> world.shop.untrashes(order))
            .goingOnByItself(),
        Trouble.of(Why.ORDER_DELETED, "in the trash", ChosenBadly::trashed)
            .person(ChosenBadly::voids),
        Trouble.of(Why.ORDER_DELETED, "gone for good", ChosenBadly::deleted)
            .person(ChosenBadly::voids),
        Trouble.of(Why.CURRENCY_NOT_ALLOWED, "euros", world -> world.shop.sells(shirt().in("EUR")))
            .person(
                (world, order) -> {
                  world.company.preferences().useCurrencies();
                  world.company.lists().addCurrency("EUR");
                }),
        Trouble.of(Why.WRONG_ACCOUNT_CURRENCY, "a bank account in pounds", aShirt())
            .choosing("payments: { methods: { stripe: { account: Pounds } } }")
            .where(
                world -> {
                  world.company.preferences().useCurrencies();
                  world.company.lists().addCurrency("GBP");
                  world.company.lists().addForeignBank("Pounds", "GBP");
                }));
  }

  static void edit(World world, String yaml) {
    new ConnectionFile(world.file()).edit(yaml);
  }

  private static int manyLines(World world) {
    var order = anOrder().paidBy("stripe");
    IntStream.range(0, 751).forEach(i -> order.of("STICKER"));
    return world.shop.sells(order);
  }

  private static int creditTooLarge(World world) {
    var order = world.shop.sells(shirt());
    world.shop.edits(order, "{\"fee_lines\":[{\"name\":\"Credit\",\"total\":\"-100.00\"}]}");
    return order;
  }

  private static int refundWithLongNumber(World world) {
    var order = world.shop.sells(shirt().numbered("345678901234567890"));
    world.shop.refunds(order, aRefund().of("TSHIRT-01", 1));
    return order;
  }

  private static int oldRefund(World world) {
    var order = world.shop.sells(shirt().at(Instant.parse("2025-12-15T12:00:00Z")));
    world.shop.refunds(order, aRefund().amounting("5.00"));
    return order;
  }

  private static int unpaidAgain(World world) {
    var order = posted(world);
    world.shop.movesTo(order, "on-hold");
    return order;
  }

  private static int trashed(World world) {
    var order = posted(world);
    world.shop.trashes(order);
    return order;
  }

  private static int deleted(World world) {
    var order = posted(world);
    world.shop.deletes(order);
    return order;
  }

  static int posted(World world) {
    var order = world.shop.sells(shirt());
    world.sync();
    return order;
  }

  private static void voids(World world, int order) {
    Carrying.documents(world, order).forEach(one -> world.company.voids(one.type(), one.id()));
  }
}
