package io.shopbooks.books;

import io.shopbooks.books.Choices.ClosedBooks;
import io.shopbooks.books.Choices.Create;
import io.shopbooks.books.Choices.CreditDocument;
import io.shopbooks.books.Choices.Credits;
import io.shopbooks.books.Choices.CustomerKind;
import io.shopbooks.books.Choices.DocumentRule;
import io.shopbooks.books.Choices.GatewayFees;
import io.shopbooks.books.Choices.Match;
import io.shopbooks.books.Choices.NumberBy;
import io.shopbooks.books.Choices.PaymentRule;
import io.shopbooks.books.Choices.Payments;
import io.shopbooks.books.Choices.Products;
import io.shopbooks.books.Choices.RateSource;
import io.shopbooks.books.Choices.SaleDocument;
import io.shopbooks.books.Choices.Sales;
import io.shopbooks.books.Choices.SplitPayments;
import io.shopbooks.books.Choices.TaxMode;
import io.shopbooks.books.Choices.Taxes;
import io.shopbooks.books.Choices.Unpaid;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The choices a connection has by default, changed by situation. */
final class SomeChoices {

  private final Map<String, String> rates = new LinkedHashMap<>();
  private final Map<String, PaymentRule> methods = new LinkedHashMap<>();
  private final List<DocumentRule> rules = new ArrayList<>();
  private String zone = "UTC";
  private String startDate = "2026-01-01";
  private ClosedBooks closedBooks = ClosedBooks.HOLD;
  private Unpaid unpaid = Unpaid.WAIT;
  private SplitPayments split = SplitPayments.WHEN_PAID;
  private String prefix = "W-";
  private NumberBy numberBy = NumberBy.SHOP;
  private CustomerKind customer = CustomerKind.ORIGINAL;
  private Optional<String> discountItem = Optional.empty();
  private Optional<BigDecimal> tolerance = Optional.empty();
  private Optional<String> className = Optional.empty();
  private Optional<String> location = Optional.empty();
  private CreditDocument credit = CreditDocument.AUTO;
  private Match match = Match.SKU;
  private Create create = Create.NEVER;
  private TaxMode taxMode = TaxMode.MAPPED;
  private Optional<String> untaxed = Optional.of("Z");
  private Optional<String> usCode = Optional.empty();
  private boolean record = true;
  private boolean createMethods = true;
  private Optional<GatewayFees> fees = Optional.empty();
  private Map<String, String> customFields = Map.of();

  private SomeChoices() {
    methods.put("stripe", new PaymentRule("Stripe clearing", Optional.of("Credit Card")));
    methods.put("*", new PaymentRule("Undeposited Funds", Optional.empty()));
  }

  static SomeChoices choices() {
    return new SomeChoices();
  }

  SomeChoices zone(String name) {
    zone = name;
    return this;
  }

  SomeChoices from(String day) {
    startDate = day;
    return this;
  }

  SomeChoices closedBooks(ClosedBooks chosen) {
    closedBooks = chosen;
    return this;
  }

  SomeChoices unpaid(Unpaid chosen) {
    unpaid = chosen;
    return this;
  }

  SomeChoices rule(DocumentRule rule) {
    rules.add(rule);
    return this;
  }

  SomeChoices always(SaleDocument document) {
    return rule(
        new DocumentRule(
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            document));
  }

  SomeChoices customField(String label, String source) {
    customFields = Map.of(label, source);
    return this;
  }

  SomeChoices perPayment() {
    split = SplitPayments.PER_PAYMENT;
    return this;
  }

  SomeChoices prefix(String text) {
    prefix = text;
    return this;
  }

  SomeChoices numberedBy(NumberBy chosen) {
    numberBy = chosen;
    return this;
  }

  SomeChoices customer(CustomerKind kind) {
    customer = kind;
    return this;
  }

  SomeChoices discountItem(String name) {
    discountItem = Optional.of(name);
    return this;
  }

  SomeChoices tolerance(String amount) {
    tolerance = Optional.of(new BigDecimal(amount));
    return this;
  }

  SomeChoices classAndLocation(String classOf, String place) {
    className = Optional.of(classOf);
    location = Optional.of(place);
    return this;
  }

  SomeChoices credit(CreditDocument document) {
    credit = document;
    return this;
  }

  SomeChoices matching(Match chosen) {
    match = chosen;
    return this;
  }

  SomeChoices creating(Create chosen) {
    create = chosen;
    return this;
  }

  SomeChoices tax(TaxMode mode) {
    taxMode = mode;
    return this;
  }

  SomeChoices rate(String shopRate, String code) {
    rates.put(shopRate, code);
    return this;
  }

  SomeChoices untaxed(String code) {
    untaxed = Optional.ofNullable(code);
    return this;
  }

  SomeChoices usCode(String code) {
    usCode = Optional.of(code);
    return this;
  }

  SomeChoices method(String gateway, String account) {
    methods.put(gateway, new PaymentRule(account, Optional.empty()));
    return this;
  }

  SomeChoices withoutMethod(String gateway) {
    methods.remove(gateway);
    return this;
  }

  SomeChoices knownMethodsOnly() {
    createMethods = false;
    return this;
  }

  SomeChoices fees(String account, String... meta) {
    fees = Optional.of(new GatewayFees(account, List.of(meta)));
    return this;
  }

  SomeChoices notRecordingPayments() {
    record = false;
    return this;
  }

  Choices chosen() {
    return new Choices(
        ZoneId.of(zone),
        LocalDate.parse(startDate),
        closedBooks,
        sales(),
        new Credits(credit, Set.of("refunded", "cancelled"), "Refund adjustment"),
        new Products(
            match,
            Map.of(),
            create,
            "Product income",
            "Cost of goods",
            "Inventory Asset",
            Optional.empty()),
        new Taxes(taxMode, rates, untaxed, usCode, "Sales tax collected"),
        new Payments(record, createMethods, methods, fees),
        RateSource.QUICKBOOKS);
  }

  private Sales sales() {
    return new Sales(
        Set.of("processing", "completed"),
        rules,
        unpaid,
        split,
        prefix,
        numberBy,
        customer,
        "Web shop",
        "Online sale",
        "Shipping",
        discountItem,
        "Fee",
        "Tip",
        "Gift cards",
        "Rounding",
        tolerance,
        className,
        location,
        Optional.empty(),
        customFields);
  }
}
