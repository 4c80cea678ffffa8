package io.shopbooks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.shopbooks.books.Booked;
import io.shopbooks.books.Bookkeeper;
import io.shopbooks.books.Reason;
import io.shopbooks.books.Rules;
import io.shopbooks.books.Unbookable;
import io.shopbooks.books.Why;
import io.shopbooks.ledger.Hold;
import io.shopbooks.sale.Money;
import io.shopbooks.sale.OrderKey;
import io.shopbooks.sale.Sale;
import io.shopbooks.shop.Shops;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.yaml.snakeyaml.Yaml;

/** What people are told to do about each reason, provoked where it is thrown. */
@RoomTest
class RemediesTest {

  @Autowired private Shops shops;

  /**
   * A situation in which an order cannot be booked.
   *
   * @param edit what the remedy writes into the file; empty if it writes nothing
   * @param command how the remedy ends, after "shopbooks held "
   */
  private record Trouble(
      String name,
      Why why,
      AnOrder order,
      AConnection connection,
      SomeCompany company,
      String edit,
      String command) {

    Trouble(String name, Why why, AnOrder order, String edit, String command) {
      this(name, why, order, AConnection.usual(), new SomeCompany(), edit, command);
    }

    Trouble with(AConnection other) {
      return new Trouble(name, why, order, other, company, edit, command);
    }

    Trouble in(SomeCompany other) {
      return new Trouble(name, why, order, connection, other, edit, command);
    }
  }

  private static final String RETRY = "retry acme --order 1042";

  private static List<Trouble> troubles() {
    var troubles = new ArrayList<Trouble>();
    troubles.add(
        new Trouble(
            "a rate without a code, and the company has one like it",
            Why.NO_TAX_CODE,
            taxed(),
            "taxes: { rates: { GST: GST } }",
            RETRY));
    troubles.add(
        new Trouble(
            "two rates on one line",
            Why.NO_TAX_CODE,
            order("114.98").taxed("GST", "5", "5.00").taxed("QST", "9.975", "9.98"),
            "taxes: { rates: { GST + QST: GST/QST } }",
            RETRY));
    troubles.add(
        new Trouble(
            "a rate without a code, and none like it",
            Why.NO_TAX_CODE,
            order("113.00").taxed("HST", "13", "13.00"),
            "",
            RETRY));
    troubles.add(
        new Trouble(
                "no code for untaxed lines",
                Why.NO_UNTAXED_CODE,
                order("10.00"),
                "taxes: { untaxed: Zero-rated }",
                RETRY)
            .with(AConnection.usual().with("taxes: { untaxed: \"\" }")));
    troubles.add(
        new Trouble(
                "no code for untaxed lines, and the company has none",
                Why.NO_UNTAXED_CODE,
                order("10.00"),
                "",
                RETRY)
            .with(AConnection.usual().with("taxes: { untaxed: \"\" }"))
            .in(new SomeCompany().without("Zero-rated")));
    troubles.add(
        new Trouble(
                "a taxed American document without a code",
                Why.NO_US_CODE,
                taxed(),
                "taxes: { rates: { GST: GST } }",
                RETRY)
            .in(new SomeCompany().inAmerica().withAccounts("Bank", "USD")));
    troubles.add(
        new Trouble(
                "a code that is not in the company",
                Why.UNKNOWN_TAX_CODE,
                order("10.00"),
                "",
                RETRY)
            .with(AConnection.usual().with("taxes: { untaxed: Exempt }")));
    troubles.add(
        new Trouble(
                "a code of another rate",
                Why.TAX_DOES_NOT_FIT,
                order("113.00").taxed("HST", "13", "13.00"),
                "",
                RETRY)
            .with(AConnection.usual().with("taxes: { rates: { HST: GST } }")));
    troubles.add(
        new Trouble("sales tax switched off", Why.SALES_TAX_OFF, taxed(), "", RETRY)
            .in(new SomeCompany().withoutSalesTax()));
    troubles.add(
        new Trouble(
            "a gateway without a rule",
            Why.NO_PAYMENT_RULE,
            order("10.00").paidBy("no"),
            "payments: { methods: { \"no\": { account: Undeposited Funds } } }",
            RETRY));
    troubles.add(
        new Trouble(
            "an order without a gateway",
            Why.NO_PAYMENT_RULE,
            order("10.00").paidBy(""),
            "payments: { methods: { \"*\": { account: Undeposited Funds } } }",
            RETRY));
    troubles.add(
        new Trouble("an account that is not there", Why.UNKNOWN_ACCOUNT, order("10.00"), "", RETRY)
            .in(new SomeCompany().without("Stripe clearing")));
    troubles.add(
        new Trouble(
                "an account of another type",
                Why.WRONG_ACCOUNT_TYPE,
                order("10.00"),
                "payments: { methods: { stripe/USD: { account: Undeposited Funds } } }",
                RETRY)
            .in(new SomeCompany().withAccounts("Income", "CAD")));
    troubles.add(
        new Trouble(
                "an account in a third currency",
                Why.WRONG_ACCOUNT_CURRENCY,
                order("10.00"),
                "payments: { methods: { stripe/USD: { account: Undeposited Funds } } }",
                RETRY)
            .in(new SomeCompany().withAccounts("Bank", "EUR")));
    troubles.add(
        new Trouble("an item that is not there", Why.UNKNOWN_ITEM, order("10.00"), "", RETRY)
            .in(new SomeCompany().without("Online sale")));
    troubles.add(
        new Trouble(
                "a payment method that is not there",
                Why.UNKNOWN_PAYMENT_METHOD,
                order("10.00"),
                "payments: { create-methods: true }",
                RETRY)
            .in(new SomeCompany().without("Credit Card")));
    troubles.add(
        new Trouble("a class that is not there", Why.UNKNOWN_LIST_ENTRY, order("10.00"), "", RETRY)
            .with(AConnection.usual().with("sales: { class: Web }"))
            .in(new SomeCompany().without("Web")));
    troubles.add(
        new Trouble(
                "a foreign currency", Why.CURRENCY_NOT_ALLOWED, order("10.00").in("EUR"), "", RETRY)
            .in(new SomeCompany().withoutMulticurrency()));
    troubles.add(
        new Trouble(
            "a number two characters too long",
            Why.NUMBER_TOO_LONG,
            order("10.00").numbered("12345678901234567890"),
            "sales: { number: { prefix: W } }",
            "retry acme --order 12345678901234567890"));
    troubles.add(
        new Trouble(
            "a number that is too long without any prefix",
            Why.NUMBER_TOO_LONG,
            order("10.00").numbered("1234567890123456789012"),
            "",
            "ignore acme --order 1234567890123456789012 --reason"
                + " \"Entered in QuickBooks with a shorter number\""));
    troubles.add(
        new Trouble(
                "a company that numbers by itself",
                Why.NUMBERING_DISAGREES,
                order("10.00"),
                "sales: { number: { by: quickbooks } }",
                RETRY)
            .in(new SomeCompany().numberingItself()));
    troubles.add(
        new Trouble(
            "parts that miss the total",
            Why.ROUNDING_TOO_LARGE,
            order("10.00").butWithTotal("10.500000"),
            "sales: { rounding-tolerance: 0.5 }",
            RETRY));
    troubles.add(
        new Trouble(
            "a total below zero",
            Why.NEGATIVE_TOTAL,
            order("-1.00"),
            "",
            "ignore acme --order 1042 --reason \"Entered in QuickBooks by hand\""));
    troubles.add(
        new Trouble(
                "a closed period",
                Why.BOOKS_CLOSED,
                order("10.00"),
                "sync: { closed-books: first-open-day }",
                RETRY)
            .in(new SomeCompany().closedUntil("2026-11-30")));
    troubles.add(
        new Trouble(
            "a refund of an older order",
            Why.REFUND_OF_OLDER_ORDER,
            order("10.00").made("2025-12-01T12:00:00").refunded(90, "4.00"),
            "",
            "ignore acme --order 1042 --reason \"Refund entered in QuickBooks by hand\""));
    return troubles;
  }

  @TestFactory
  Stream<DynamicTest> a_remedy_is_told_in_full_and_does_away_with_its_reason() {
    return troubles().stream()
        .map(trouble -> DynamicTest.dynamicTest(trouble.name(), () -> check(trouble)));
  }

  private void check(Trouble trouble) {
    var reason = provoked(trouble, trouble.connection());
    assertThat(reason.why()).isEqualTo(trouble.why());
    isToldInFull(reason);

    var remedy = Words.in(Locale.ENGLISH).remedy(hold(reason, trouble.order()));
    assertThat(remedy.command()).isEqualTo("shopbooks held " + trouble.command());
    if (trouble.edit().isEmpty()) {
      assertThat(remedy.kind()).isEqualTo(Remedy.Kind.COMMAND);
      return;
    }
    assertThat(remedy.kind()).isEqualTo(Remedy.Kind.EDIT);
    var edit = remedy.edit().orElseThrow();
    assertThat(edit.file()).isEqualTo("mappings/connections/acme.yaml");
    assertThat((Object) new Yaml().load(edit.yaml())).isEqualTo(new Yaml().load(trouble.edit()));
    assertThat(books(trouble, trouble.connection().with(edit.yaml()))).isNotEmpty();
  }

  /** As routes do: verdict, then the receipt. */
  private List<?> books(Trouble trouble, AConnection connection) {
    var sale = read(trouble.order());
    var choices = connection.choices();
    var verdict = new Rules().verdict(sale, choices, Booked.NOTHING);
    assertThat(verdict.document()).isEqualTo("sales-receipt");
    return new Bookkeeper().salesReceipt(sale, choices, trouble.company(), Booked.NOTHING);
  }

  private Reason provoked(Trouble trouble, AConnection connection) {
    var unbookable = catchThrowableOfType(Unbookable.class, () -> books(trouble, connection));
    assertThat(unbookable).as(trouble.name()).isNotNull();
    return unbookable.reason();
  }

  @Test
  void a_posted_order_that_is_no_sale_any_more_is_told_in_full() {
    for (var status : List.of("trash", "pending")) {
      var sale = read(order("10.00").inStatus(status));
      var posted = posted(sale);

      var unbookable =
          catchThrowableOfType(
              Unbookable.class,
              () -> new Rules().verdict(sale, AConnection.usual().choices(), posted));

      isToldInFull(unbookable.reason());
      assertThat(remedy(unbookable.reason()).command())
          .isEqualTo("shopbooks held ignore acme --order 1042 --reason \"Voided in QuickBooks\"");
    }
  }

  private static Booked posted(Sale sale) {
    var receipt =
        new Bookkeeper()
            .salesReceipt(sale, AConnection.usual().choices(), new SomeCompany(), Booked.NOTHING)
            .get(0);
    return new Booked(List.of(new Booked.Known(receipt.key(), receipt.header().number(), true)));
  }

  @ParameterizedTest
  @EnumSource(
      value = Why.class,
      names = {
        "BOOKS_CLOSED",
        "CURRENCY_NOT_ALLOWED",
        "CUSTOMER_REFUSED",
        "INVENTORY_REFUSED",
        "KEEPS_FAILING",
        "LOCKED_IN_BOOKS",
        "NEGATIVE_LINE_REFUSED",
        "NOT_PERMITTED",
        "REFERENCE_GONE",
        "REFUSED",
        "TAX_CODE_REFUSED",
        "WRONG_ACCOUNT_TYPE"
      })
  void what_quickbooks_refuses_is_told_with_what_it_said(Why why) {
    var reason = Reason.of(why).with("code", 6000).with("said", "6000 A business rule");

    isToldInFull(reason);
    for (var locale : List.of(Locale.ENGLISH, Locale.FRENCH)) {
      assertThat(Words.in(locale).explanation(reason)).contains("6000 A business rule");
    }
  }

  @Test
  void what_could_not_be_made_is_told_with_its_name() {
    for (var why : List.of(Why.CUSTOMER_REFUSED, Why.REFUSED)) {
      var reason = Reason.of(why).with("name", "Ada Lovelace").with("said", "6240 Duplicate");
      isToldInFull(reason);
      assertThat(Words.in(Locale.FRENCH).explanation(reason)).contains("Ada Lovelace");
    }
  }

  @Test
  void what_the_ledger_and_the_search_hold_is_told_in_full() {
    isToldInFull(
        Reason.of(Why.WRONG_TOTAL)
            .with("number", "Wio1042")
            .with("planned", usd("28.28"))
            .with("posted", usd("28.27")));
    isToldInFull(
        Reason.of(Why.WRONG_TOTAL)
            .with("number", "")
            .with("planned", usd("28.28"))
            .with("posted", usd("28.27")));
    isToldInFull(Reason.of(Why.LIKE_A_WRONG_ONE).with("number", "Wio1042"));
    isToldInFull(Reason.of(Why.LIKE_A_WRONG_ONE).with("number", ""));
    isToldInFull(
        Reason.of(Why.NUMBER_TAKEN)
            .with("number", "Wio1042")
            .with("other", "SalesReceipt 187")
            .with("date", "2026-11-20")
            .with("total", usd("28.28")));
    isToldInFull(Reason.of(Why.UNREADABLE).with("said", "Order 7: total is no amount."));
    isToldInFull(Reason.of(Why.ORDER_DELETED));
    isToldInFull(Reason.of(Why.NO_TAX_CODE).with("rate", "7"));
    isToldInFull(Reason.of(Why.TAX_DOES_NOT_FIT).with("tax", usd("2.00")).with("expected", 0));
    isToldInFull(Reason.of(Why.TOO_MANY_LINES).with("lines", 751).with("most", 750));
    isToldInFull(Reason.of(Why.MAYBE_IN_BOOKS));
    isToldInFull(
        Reason.of(Why.MAYBE_IN_BOOKS)
            .with("document", "sales-receipt 187")
            .with("other", "sales-receipt 190"));
    isToldInFull(
        Reason.of(Why.MAYBE_IN_BOOKS)
            .with("other", "SalesReceipt 187")
            .with("date", "2026-11-20")
            .with("total", usd("28.28")));
    isToldInFull(Reason.of(Why.REFUND_WITHDRAWN));
    isToldInFull(
        Reason.of(Why.ORDER_OF_AN_ORDER)
            .with("number", "1043")
            .with("total", usd("20.00"))
            .with("parent", "1042")
            .with("whole", usd("28.28")));
    isToldInFull(
        Reason.of(Why.ORDER_OF_AN_ORDER)
            .with("number", "1043")
            .with("total", usd("20.00"))
            .with("parent", "1042")
            .with("whole", ""));
    isToldInFull(
        Reason.of(Why.PAYMENT_IN_BOOKS)
            .with("number", "1043")
            .with("total", usd("20.00"))
            .with("payment", "e61aa3b9-1f2d-4f3a-9c55-0b8f5a7d1c11")
            .with("other", "e61aa3b9-1f2"));
    isToldInFull(Reason.of(Why.SEVERAL_ACCOUNTS).with("accounts", "Stripe clearing, Cash"));
    isToldInFull(
        Reason.of(Why.SEVERAL_ACCOUNTS)
            .with("accounts", "Stripe clearing, Cash")
            .with("refund", "1043")
            .with("amount", usd("20.00")));
    isToldInFull(
        Reason.of(Why.PAID_IN_PART)
            .with("amount", usd("5.00"))
            .with("paid", usd("10.00"))
            .with("total", usd("28.28")));
    isToldInFull(
        Reason.of(Why.PAYMENT_WITHDRAWN)
            .with("document", "payment")
            .with("payment", "1042/deposit"));
  }

  @ParameterizedTest
  @EnumSource(Why.class)
  void a_hold_whose_facts_are_missing_still_has_a_remedy(Why why) {
    var remedy = remedy(Reason.of(why));

    assertThat(remedy.what()).isNotBlank();
    assertThat(remedy.command()).startsWith("shopbooks held ").contains(" acme --order 1042");
  }

  @Test
  void a_setting_that_is_at_fault_is_named_with_its_file() {
    for (var why : EnumSet.of(Why.UNKNOWN_ITEM, Why.UNKNOWN_ACCOUNT, Why.UNKNOWN_TAX_CODE)) {
      var reason = Reason.of(why).with("name", "X").with("setting", "sales.default-item");
      assertThat(remedy(reason).what())
          .contains("sales.default-item")
          .contains("mappings/connections/acme.yaml");
    }
  }

  @Test
  void an_edit_reads_as_a_person_would_write_it() {
    var reason =
        Reason.of(Why.NO_TAX_CODE)
            .with("rate", "TVA \"20\"")
            .with("percent", "20 %")
            .with("proposal", "20.0% S");

    var edit = remedy(reason).edit().orElseThrow();

    assertThat(edit.key()).isEqualTo("taxes.rates.TVA \"20\"");
    assertThat(edit.yaml())
        .isEqualTo(
            """
            taxes:
              rates:
                "TVA \\"20\\"": "20.0% S\"""");
    assertThat((Object) new Yaml().load(edit.yaml()))
        .isEqualTo(Map.of("taxes", Map.of("rates", Map.of("TVA \"20\"", "20.0% S"))));
  }

  @Test
  void an_order_number_with_spaces_and_signs_is_one_word_of_the_command() {
    var reason = Reason.of(Why.REFUSED).with("said", "no");
    var hold = hold(reason, "WEB 12\"$a`");

    assertThat(Words.in(Locale.ENGLISH).remedy(hold).command())
        .isEqualTo("shopbooks held retry acme --order \"WEB 12\\\"\\$a\\`\"");
  }

  /** No gap, no placeholder, in neither language. */
  private static void isToldInFull(Reason reason) {
    for (var locale : List.of(Locale.ENGLISH, Locale.FRENCH)) {
      var words = Words.in(locale);
      assertThat(
              List.of(
                  words.title(reason),
                  words.explanation(reason),
                  words.remedy(hold(reason, "1042")).what()))
          .as(reason + " " + locale)
          .allSatisfy(
              text ->
                  assertThat(text)
                      .isNotBlank()
                      .doesNotContain("…", "{", "}", "“”", "« »", "\u00a0\u00a0")
                      .doesNotContainPattern(" {2}|\\( *\\)"));
    }
  }

  private static AnOrder order(String total) {
    return AnOrder.of(1042, total);
  }

  private static AnOrder taxed() {
    return order("105.00").taxed("GST", "5", "5.00");
  }

  private Sale read(AnOrder order) {
    return shops.read(AConnection.usual().made(), order.raw().json());
  }

  private static Remedy remedy(Reason reason) {
    return Words.in(Locale.ENGLISH).remedy(hold(reason, "1042"));
  }

  private static Hold hold(Reason reason, AnOrder order) {
    return hold(reason, order.raw().number());
  }

  private static Hold hold(Reason reason, String number) {
    return new Hold(
        1,
        "acme",
        new OrderKey(AnOrder.SHOP, "1042"),
        SomeCompany.REALM,
        number,
        "order",
        reason,
        usd("10.00"),
        Instant.EPOCH);
  }

  private static Money usd(String amount) {
    return Money.of(amount, Currency.getInstance("USD"));
  }
}
