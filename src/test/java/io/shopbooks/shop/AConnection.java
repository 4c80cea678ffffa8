package io.shopbooks.shop;

import io.shopbooks.books.Choices;
import io.shopbooks.connections.Connection;
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

/** Connections to recorded and scripted shops. */
final class AConnection {

  static final String KEY = "ck_us00000000000000000000000000000000000000";
  static final String SECRET = "cs_us11111111111111111111111111111111111111";
  static final String WEBHOOK_SECRET = "whsec_lab_us_0001";

  private AConnection() {}

  static Connection toShopAt(URI address) {
    return to(shop(address, Connection.Auth.HEADER, WEBHOOK_SECRET));
  }

  static Connection withKeysInTheQueryTo(URI address) {
    return to(shop(address, Connection.Auth.QUERY, WEBHOOK_SECRET));
  }

  static Connection withoutWebhookSecretTo(URI address) {
    return to(shop(address, Connection.Auth.HEADER, ""));
  }

  static Connection toWixSite() {
    return toWixSite(
        new Connection.Wix("site-1", "key", Optional.empty(), Optional.empty(), Map.of()));
  }

  static Connection toWixSite(Connection.Wix site) {
    return to(new Connection.Shop(Connection.Kind.WIX, Optional.empty(), Optional.of(site)));
  }

  static Connection withWebhookSecret(String secret) {
    return to(shop(URI.create("https://shop.example"), Connection.Auth.HEADER, secret));
  }

  static Connection toSomeShop() {
    return toShopAt(URI.create("https://shop.example"));
  }

  private static Connection.WooCommerce shop(URI address, Connection.Auth auth, String secret) {
    return new Connection.WooCommerce(address, KEY, SECRET, secret, auth);
  }

  /** Its rules make invoices of what customers of this role order. */
  static Connection withInvoicesForRoleTo(URI address, String role) {
    var none = Set.<String>of();
    var rule =
        new Choices.DocumentRule(
            none,
            none,
            Set.of(role),
            none,
            none,
            Optional.empty(),
            Optional.empty(),
            Choices.SaleDocument.INVOICE);
    return to(woocommerce(shop(address, Connection.Auth.HEADER, WEBHOOK_SECRET)), List.of(rule));
  }

  private static Connection to(Connection.WooCommerce shop) {
    return to(woocommerce(shop));
  }

  private static Connection.Shop woocommerce(Connection.WooCommerce shop) {
    return new Connection.Shop(Connection.Kind.WOOCOMMERCE, Optional.of(shop), Optional.empty());
  }

  private static Connection to(Connection.Shop shop) {
    return to(shop, List.of());
  }

  private static Connection to(Connection.Shop shop, List<Choices.DocumentRule> rules) {
    return new Connection(
        "acme",
        Path.of("mappings/connections/acme.yaml"),
        shop,
        new Connection.Company(Optional.empty(), Optional.empty()),
        new Connection.Schedule(Optional.empty(), Optional.empty()),
        choices(rules),
        new Connection.Stock(false, 10, Connection.Negative.ZERO),
        new Connection.Report(
            List.of(),
            Connection.Send.NEVER,
            LocalTime.of(7, 0),
            Locale.ENGLISH,
            Optional.empty()));
  }

  private static Choices choices(List<Choices.DocumentRule> rules) {
    return new Choices(
        ZoneId.of("America/New_York"),
        LocalDate.of(2026, 1, 1),
        Choices.ClosedBooks.HOLD,
        new Choices.Sales(
            Set.of("processing", "completed"),
            rules,
            Choices.Unpaid.WAIT,
            Choices.SplitPayments.WHEN_PAID,
            "",
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
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Map.of()),
        new Choices.Credits(
            Choices.CreditDocument.AUTO, Set.of("refunded", "cancelled"), "Refund adjustment"),
        new Choices.Products(
            Choices.Match.SKU,
            Map.of(),
            Choices.Create.SOLD,
            "Sales",
            "Cost of Goods Sold",
            "Inventory",
            Optional.empty()),
        new Choices.Taxes(
            Choices.TaxMode.NONE, Map.of(), Optional.empty(), Optional.empty(), "Sales tax"),
        new Choices.Payments(true, true, Map.of(), Optional.empty()),
        Choices.RateSource.QUICKBOOKS);
  }
}
