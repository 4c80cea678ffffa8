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
    var site = new Connection.Wix("site-1", "key", Optional.empty(), Optional.empty(), Map.of());
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

  private static Connection to(Connection.WooCommerce shop) {
    return to(
        new Connection.Shop(Connection.Kind.WOOCOMMERCE, Optional.of(shop), Optional.empty()));
  }

  private static Connection to(Connection.Shop shop) {
    return new Connection(
        "acme",
        Path.of("mappings/connections/acme.yaml"),
        shop,
        new Connection.Company(Optional.empty(), Optional.empty()),
        new Connection.Schedule(Optional.empty()),
        choices(),
        new Connection.Stock(false, 10, Connection.Negative.ZERO),
        new Connection.Report(
            List.of(),
            Connection.Send.NEVER,
            LocalTime.of(7, 0),
            Locale.ENGLISH,
            Optional.empty()));
  }

  private static Choices choices() {
    return new Choices(
        ZoneId.of("America/New_York"),
        LocalDate.of(2026, 1, 1),
        Choices.ClosedBooks.HOLD,
        new Choices.Sales(
            Set.of("processing", "completed"),
            List.of(),
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
            Choices.Match.SKU, Choices.Create.SOLD, "Sales", "Cost of Goods Sold", "Inventory"),
        new Choices.Taxes(
            Choices.TaxMode.NONE, Map.of(), Optional.empty(), Optional.empty(), "Sales tax"),
        new Choices.Payments(true, true, Map.of(), Optional.empty()),
        Choices.RateSource.QUICKBOOKS);
  }
}
