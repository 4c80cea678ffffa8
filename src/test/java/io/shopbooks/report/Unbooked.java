package io.shopbooks.report;

import io.shopbooks.books.Why;
import java.util.ArrayList;
import java.util.List;

/**
 * A situation in which an order cannot be booked.
 *
 * @param edit what the remedy writes into the file; empty if it writes nothing
 * @param command how the remedy ends, after "shopbooks held "
 */
record Unbooked(
    String name,
    Why why,
    AnOrder order,
    AConnection connection,
    SomeCompany company,
    String edit,
    String command) {

  Unbooked(String name, Why why, AnOrder order, String edit, String command) {
    this(name, why, order, AConnection.usual(), new SomeCompany(), edit, command);
  }

  Unbooked with(AConnection other) {
    return new Unbooked(name, why, order, other, company, edit, command);
  }

  Unbooked in(SomeCompany other) {
    return new Unbooked(name, why, order, connection, other, edit, command);
  }

  private static final String RETRY = "retry acme --order 1042";

  /** One of each kind. */
  static List<Unbooked> all() {
    var troubles = new ArrayList<Unbooked>();
    troubles.add(
        new Unbooked(
            "a rate without a code, and the company has one like it",
            Why.NO_TAX_CODE,
            taxed(),
            "taxes: { rates: { GST: GST } }",
            RETRY));
    troubles.add(
        new Unbooked(
            "two rates on one line",
            Why.NO_TAX_CODE,
            order("114.98").taxed("GST", "5", "5.00").taxed("QST", "9.975", "9.98"),
            "taxes: { rates: { GST + QST: GST/QST } }",
            RETRY));
    troubles.add(
        new Unbooked(
            "a rate without a code, and none like it",
            Why.NO_TAX_CODE,
            order("113.00").taxed("HST", "13", "13.00"),
            "",
            RETRY));
    troubles.add(
        new Unbooked(
                "no code for untaxed lines",
                Why.NO_UNTAXED_CODE,
                order("10.00"),
                "taxes: { untaxed: Zero-rated }",
                RETRY)
            .with(AConnection.usual().with("taxes: { untaxed: \"\" }")));
    troubles.add(
        new Unbooked(
                "no code for untaxed lines, and the company has none",
                Why.NO_UNTAXED_CODE,
                order("10.00"),
                "",
                RETRY)
            .with(AConnection.usual().with("taxes: { untaxed: \"\" }"))
            .in(new SomeCompany().without("Zero-rated")));
    troubles.add(
        new Unbooked(
                "a taxed American document without a code",
                Why.NO_US_CODE,
                taxed(),
                "taxes: { rates: { GST: GST } }",
                RETRY)
            .in(new SomeCompany().inAmerica().withAccounts("Bank", "USD")));
    troubles.add(
        new Unbooked(
                "a code that is not in the company",
                Why.UNKNOWN_TAX_CODE,
                order("10.00"),
                "",
                RETRY)
            .with(AConnection.usual().with("taxes: { untaxed: Exempt }")));
    troubles.add(
        new Unbooked(
                "a code of another rate",
                Why.TAX_DOES_NOT_FIT,
                order("113.00").taxed("HST", "13", "13.00"),
                "",
                RETRY)
            .with(AConnection.usual().with("taxes: { rates: { HST: GST } }")));
    troubles.add(
        new Unbooked("sales tax switched off", Why.SALES_TAX_OFF, taxed(), "", RETRY)
            .in(new SomeCompany().withoutSalesTax()));
    troubles.add(
        new Unbooked(
            "a gateway without a rule",
            Why.NO_PAYMENT_RULE,
            order("10.00").paidBy("no"),
            "payments: { methods: { \"no\": { account: Undeposited Funds } } }",
            RETRY));
    troubles.add(
        new Unbooked(
            "an order without a gateway",
            Why.NO_PAYMENT_RULE,
            order("10.00").paidBy(""),
            "payments: { methods: { \"*\": { account: Undeposited Funds } } }",
            RETRY));
    troubles.add(
        new Unbooked("an account that is not there", Why.UNKNOWN_ACCOUNT, order("10.00"), "", RETRY)
            .in(new SomeCompany().without("Stripe clearing")));
    troubles.add(
        new Unbooked(
                "an account of another type",
                Why.WRONG_ACCOUNT_TYPE,
                order("10.00"),
                "payments: { methods: { stripe/USD: { account: Undeposited Funds } } }",
                RETRY)
            .in(new SomeCompany().withAccounts("Income", "CAD")));
    troubles.add(
        new Unbooked(
                "an account in a third currency",
                Why.WRONG_ACCOUNT_CURRENCY,
                order("10.00"),
                "payments: { methods: { stripe/USD: { account: Undeposited Funds } } }",
                RETRY)
            .in(new SomeCompany().withAccounts("Bank", "EUR")));
    troubles.add(
        new Unbooked("an item that is not there", Why.UNKNOWN_ITEM, order("10.00"), "", RETRY)
            .in(new SomeCompany().without("Online sale")));
    troubles.add(
        new Unbooked(
                "a payment method that is not there",
                Why.UNKNOWN_PAYMENT_METHOD,
                order("10.00"),
                "payments: { create-methods: true }",
                RETRY)
            .in(new SomeCompany().without("Credit Card")));
    troubles.add(
        new Unbooked("a class that is not there", Why.UNKNOWN_LIST_ENTRY, order("10.00"), "", RETRY)
            .with(AConnection.usual().with("sales: { class: Web }"))
            .in(new SomeCompany().without("Web")));
    troubles.add(
        new Unbooked(
                "a foreign currency", Why.CURRENCY_NOT_ALLOWED, order("10.00").in("EUR"), "", RETRY)
            .in(new SomeCompany().withoutMulticurrency()));
    troubles.add(
        new Unbooked(
            "a number two characters too long",
            Why.NUMBER_TOO_LONG,
            order("10.00").numbered("12345678901234567890"),
            "sales: { number: { prefix: W } }",
            "retry acme --order 12345678901234567890"));
    troubles.add(
        new Unbooked(
            "a number that is too long without any prefix",
            Why.NUMBER_TOO_LONG,
            order("10.00").numbered("1234567890123456789012"),
            "",
            "ignore acme --order 1234567890123456789012 --reason"
                + " \"Entered in QuickBooks with a shorter number\""));
    troubles.add(
        new Unbooked(
                "a company that numbers by itself",
                Why.NUMBERING_DISAGREES,
                order("10.00"),
                "sales: { number: { by: quickbooks } }",
                RETRY)
            .in(new SomeCompany().numberingItself()));
    troubles.add(
        new Unbooked(
            "parts that miss the total",
            Why.ROUNDING_TOO_LARGE,
            order("10.00").butWithTotal("10.500000"),
            "sales: { rounding-tolerance: 0.5 }",
            RETRY));
    troubles.add(
        new Unbooked(
            "a total below zero",
            Why.NEGATIVE_TOTAL,
            order("-1.00"),
            "",
            "ignore acme --order 1042 --reason \"Entered in QuickBooks by hand\""));
    troubles.add(
        new Unbooked(
                "a closed period",
                Why.BOOKS_CLOSED,
                order("10.00"),
                "sync: { closed-books: first-open-day }",
                RETRY)
            .in(new SomeCompany().closedUntil("2026-11-30")));
    troubles.add(
        new Unbooked(
            "a refund of an older order",
            Why.REFUND_OF_OLDER_ORDER,
            order("10.00").made("2025-12-01T12:00:00").refunded(90, "4.00"),
            "",
            "ignore acme --order 1042 --reason \"Refund entered in QuickBooks by hand\""));
    return troubles;
  }

  static AnOrder order(String total) {
    return AnOrder.of(1042, total);
  }

  private static AnOrder taxed() {
    return order("105.00").taxed("GST", "5", "5.00");
  }
}
