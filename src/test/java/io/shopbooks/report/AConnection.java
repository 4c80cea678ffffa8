package io.shopbooks.report;

import io.shopbooks.books.Choices;
import io.shopbooks.books.Choices.CreditDocument;
import io.shopbooks.connections.Connection;
import io.shopbooks.connections.Connection.Send;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.Yaml;

/** The connection of Acme, as its file would say it: settings by their keys, the usual left out. */
final class AConnection {

  private final Map<String, Object> file;

  private AConnection(Map<String, Object> file) {
    this.file = file;
  }

  static AConnection usual() {
    return new AConnection(
        new Yaml()
            .load(
                """
                taxes: { untaxed: Zero-rated }
                payments:
                  create-methods: false
                  methods:
                    stripe: { account: Stripe clearing, method: Credit Card }
                    cod: { account: Undeposited Funds }
                report: { to: [books@acme.example] }
                """));
  }

  /** The file with these lines added, or put in the place of others. */
  AConnection with(String yaml) {
    return new AConnection(merged(file, new Yaml().load(yaml)));
  }

  AConnection crediting(CreditDocument document) {
    return with("credits: { document: " + document + " }");
  }

  AConnection sending(Send when) {
    return with("report: { send: " + when + " }");
  }

  AConnection in(Locale language) {
    return with("report: { language: " + language.getLanguage() + " }");
  }

  AConnection mailedTo(String... addresses) {
    return with("report: { to: [" + String.join(", ", addresses) + "] }");
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> merged(Map<String, Object> one, Map<String, Object> other) {
    var merged = new LinkedHashMap<>(one);
    other.forEach(
        (key, value) ->
            merged.merge(
                key,
                value,
                (old, replacing) ->
                    old instanceof Map<?, ?> map && replacing instanceof Map<?, ?> by
                        ? merged((Map<String, Object>) map, (Map<String, Object>) by)
                        : replacing));
    return merged;
  }

  Connection made() {
    return new Connection(
        text("name").orElse("acme"),
        Path.of("mappings/connections/acme.yaml"),
        new Connection.Shop(
            Connection.Kind.WOOCOMMERCE,
            Optional.of(
                new Connection.WooCommerce(
                    URI.create("https://shop.example"),
                    "ck_1",
                    "cs_1",
                    "",
                    Connection.Auth.HEADER)),
            Optional.empty()),
        new Connection.Company(Optional.of(SomeCompany.REALM), Optional.empty()),
        new Connection.Schedule(Optional.empty(), Optional.empty()),
        choices(),
        new Connection.Stock(false, 10, Connection.Negative.ZERO),
        new Connection.Report(
            addresses(),
            Send.valueOf(text("report.send").orElse("EVERY_SYNC")),
            LocalTime.of(7, 0),
            Locale.forLanguageTag(text("report.language").orElse("en")),
            Optional.empty()));
  }

  Choices choices() {
    return new Choices(
        ZoneId.of("America/Montreal"),
        LocalDate.of(2026, 1, 1),
        word("sync.closed-books", Choices.ClosedBooks.HOLD),
        sales(),
        new Choices.Credits(
            word("credits.document", CreditDocument.AUTO),
            Set.of("refunded", "cancelled"),
            "Refund adjustment"),
        new Choices.Products(
            Choices.Match.SKU,
            Map.of(),
            Choices.Create.NEVER,
            "Sales",
            "Cost of Goods Sold",
            "Inventory",
            Optional.empty()),
        new Choices.Taxes(
            word("taxes.mode", Choices.TaxMode.MAPPED),
            rates(),
            text("taxes.untaxed"),
            text("taxes.us-code"),
            "Sales tax collected"),
        new Choices.Payments(
            true,
            text("payments.create-methods").orElseThrow().equals("true"),
            methods(),
            Optional.empty()),
        Choices.RateSource.QUICKBOOKS);
  }

  private Choices.Sales sales() {
    return new Choices.Sales(
        Set.of("processing", "completed"),
        List.of(),
        Choices.Unpaid.WAIT,
        Choices.SplitPayments.WHEN_PAID,
        text("sales.number.prefix").orElse("Wio"),
        word("sales.number.by", Choices.NumberBy.SHOP),
        Choices.CustomerKind.ORIGINAL,
        "WooCommerce",
        "Online sale",
        "Shipping",
        Optional.empty(),
        "Fee",
        "Tip",
        "Gift cards",
        "Rounding",
        text("sales.rounding-tolerance").map(BigDecimal::new),
        text("sales.class"),
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }

  @SuppressWarnings("unchecked")
  private Object value(String key) {
    Object value = file;
    for (var part : key.split("\\.")) {
      value = value instanceof Map<?, ?> map ? ((Map<String, Object>) map).get(part) : null;
    }
    return value;
  }

  private Optional<String> text(String key) {
    return Optional.ofNullable(value(key)).map(Object::toString).filter(text -> !text.isEmpty());
  }

  private <E extends Enum<E>> E word(String key, E usual) {
    return text(key)
        .map(word -> word.toUpperCase(Locale.ROOT).replace('-', '_'))
        .map(name -> Enum.valueOf(usual.getDeclaringClass(), name))
        .orElse(usual);
  }

  @SuppressWarnings("unchecked")
  private List<String> addresses() {
    return (List<String>) value("report.to");
  }

  @SuppressWarnings("unchecked")
  private Map<String, String> rates() {
    var rates = (Map<String, String>) value("taxes.rates");
    return rates == null ? Map.of() : rates;
  }

  @SuppressWarnings("unchecked")
  private Map<String, Choices.PaymentRule> methods() {
    var rules = new LinkedHashMap<String, Choices.PaymentRule>();
    ((Map<String, Map<String, String>>) value("payments.methods"))
        .forEach(
            (gateway, rule) ->
                rules.put(
                    gateway,
                    new Choices.PaymentRule(
                        rule.get("account"), Optional.ofNullable(rule.get("method")))));
    return rules;
  }
}
