package io.shopbooks.report;

import io.shopbooks.books.Choices;
import io.shopbooks.books.Choices.CreditDocument;
import io.shopbooks.connections.Connection;
import io.shopbooks.connections.Connection.Send;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The connection of Acme, as its file would say. */
record AConnection(
    CreditDocument credits,
    Send send,
    Locale language,
    List<String> to,
    Map<String, String> rates,
    Optional<String> untaxed,
    String prefix) {

  static AConnection usual() {
    return new AConnection(
        CreditDocument.AUTO,
        Send.EVERY_SYNC,
        Locale.ENGLISH,
        List.of("books@acme.example"),
        Map.of(),
        Optional.of("Zero-rated"),
        "Wio");
  }

  AConnection crediting(CreditDocument document) {
    return new AConnection(document, send, language, to, rates, untaxed, prefix);
  }

  AConnection sending(Send when) {
    return new AConnection(credits, when, language, to, rates, untaxed, prefix);
  }

  AConnection in(Locale other) {
    return new AConnection(credits, send, other, to, rates, untaxed, prefix);
  }

  AConnection mailedTo(String... addresses) {
    return new AConnection(credits, send, language, List.of(addresses), rates, untaxed, prefix);
  }

  AConnection mapping(String rate, String code) {
    return new AConnection(credits, send, language, to, Map.of(rate, code), untaxed, prefix);
  }

  AConnection withoutUntaxedCode() {
    return new AConnection(credits, send, language, to, rates, Optional.empty(), prefix);
  }

  AConnection numberingFrom(String newPrefix) {
    return new AConnection(credits, send, language, to, rates, untaxed, newPrefix);
  }

  Connection made() {
    return new Connection(
        "acme",
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
        new Connection.Schedule(Optional.empty()),
        choices(),
        new Connection.Stock(false, 10, Connection.Negative.ZERO),
        new Connection.Report(to, send, LocalTime.of(7, 0), language, Optional.empty()));
  }

  Choices choices() {
    return new Choices(
        ZoneId.of("America/Montreal"),
        LocalDate.of(2026, 1, 1),
        Choices.ClosedBooks.HOLD,
        sales(),
        new Choices.Credits(credits, Set.of("refunded", "cancelled"), "Refund adjustment"),
        new Choices.Products(
            Choices.Match.SKU, Choices.Create.NEVER, "Sales", "Cost of Goods Sold", "Inventory"),
        new Choices.Taxes(
            Choices.TaxMode.MAPPED, rates, untaxed, Optional.empty(), "Sales tax collected"),
        new Choices.Payments(
            true,
            false,
            Map.of(
                "stripe",
                new Choices.PaymentRule("Stripe clearing", Optional.of("Credit Card")),
                "cod",
                new Choices.PaymentRule("Undeposited Funds", Optional.empty())),
            Optional.empty()),
        Choices.RateSource.QUICKBOOKS);
  }

  private Choices.Sales sales() {
    return new Choices.Sales(
        Set.of("processing", "completed"),
        List.of(),
        Choices.Unpaid.WAIT,
        Choices.SplitPayments.WHEN_PAID,
        prefix,
        Choices.NumberBy.SHOP,
        Choices.CustomerKind.ORIGINAL,
        "WooCommerce",
        "Online sale",
        "Shipping",
        Optional.empty(),
        "Fee",
        "Tip",
        "Gift cards",
        "Rounding",
        Optional.empty(),
        Optional.of("Web"),
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }
}
