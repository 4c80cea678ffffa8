package io.shopbooks.connections;

import io.shopbooks.books.Choices.Create;
import io.shopbooks.connections.Connection.Auth;
import io.shopbooks.connections.Connection.Company;
import io.shopbooks.connections.Connection.Kind;
import io.shopbooks.connections.Connection.Negative;
import io.shopbooks.connections.Connection.Report;
import io.shopbooks.connections.Connection.Schedule;
import io.shopbooks.connections.Connection.Send;
import io.shopbooks.connections.Connection.Shop;
import io.shopbooks.connections.Connection.Stock;
import io.shopbooks.connections.Connection.Wix;
import io.shopbooks.connections.Connection.WooCommerce;
import io.shopbooks.sale.ShopId;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Builds a connection from a file that was found right and has its defaults. */
final class ConnectionBuilder {

  private static final String EVERY_NIGHT = "0 30 3 * * ?";

  private final Values file;
  private final StartDates starts;
  private final Instant now;

  ConnectionBuilder(Values file, StartDates starts, Instant now) {
    this.file = file;
    this.starts = starts;
    this.now = now;
  }

  Connection connection(String name, Path path) {
    var shop = shop(file.under("shop"));
    var sync = file.under("sync");
    var zone = ZoneId.of(sync.text("time-zone"));
    return new Connection(
        name,
        path,
        shop,
        company(file.under("company")),
        schedule(sync, file.under("products")),
        new ChoicesBuilder(file).choices(zone, start(sync, shop.id(), zone)),
        stock(file.under("stock")),
        report(file.under("report")));
  }

  private static Schedule schedule(Values sync, Values products) {
    return new Schedule(
        sync.optional("schedule").filter(cron -> !cron.equals(SyncChecks.OFF)),
        products.choice(Create.class, "create") == Create.ALL
            ? products
                .optional("schedule")
                .filter(cron -> !cron.equals(SyncChecks.OFF))
                .map(cron -> cron.equals(SyncChecks.AUTO) ? EVERY_NIGHT : cron)
            : Optional.empty());
  }

  private LocalDate start(Values sync, ShopId shop, ZoneId zone) {
    return sync.optional("start-date")
        .map(LocalDate::parse)
        .orElseGet(() -> starts.of(shop, LocalDate.ofInstant(now, zone).withDayOfYear(1)));
  }

  private static Shop shop(Values shop) {
    return shop.choice(Kind.class, "kind") == Kind.WOOCOMMERCE
        ? new Shop(Kind.WOOCOMMERCE, Optional.of(wooCommerce(shop)), Optional.empty())
        : new Shop(Kind.WIX, Optional.empty(), Optional.of(wix(shop)));
  }

  private static WooCommerce wooCommerce(Values shop) {
    return new WooCommerce(
        address(shop.text("url")),
        shop.text("consumer-key"),
        shop.text("consumer-secret"),
        shop.text("webhook-secret"),
        shop.choice(Auth.class, "auth"));
  }

  /** One spelling per address, so that the shop's identity is one. */
  private static URI address(String url) {
    var scheme = url.substring(0, url.indexOf(':'));
    return URI.create(
        scheme.toLowerCase(Locale.ROOT) + url.substring(scheme.length()).replaceAll("/+$", ""));
  }

  private static Wix wix(Values shop) {
    return new Wix(
        shop.text("site-id").toLowerCase(Locale.ROOT),
        shop.text("api-key"),
        shop.optional("app-public-key"),
        shop.optional("instance-id").map(id -> id.toLowerCase(Locale.ROOT)),
        labels(shop));
  }

  private static Map<String, String> labels(Values shop) {
    return shop.texts("app-labels").entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                label -> label.getKey().toLowerCase(Locale.ROOT),
                Map.Entry::getValue,
                (a, b) -> b));
  }

  private static Company company(Values company) {
    return new Company(company.optional("realm"), company.optional("refresh-token"));
  }

  private static Stock stock(Values stock) {
    var guard = stock.text("zero-guard").replace("%", "");
    return new Stock(
        stock.flag("enabled"), Integer.parseInt(guard), stock.choice(Negative.class, "negative"));
  }

  private static Report report(Values report) {
    return new Report(
        report.list("to"),
        report.choice(Send.class, "send"),
        LocalTime.parse(report.text("at")),
        Locale.forLanguageTag(report.text("language")),
        report.optional("heartbeat-url").map(URI::create));
  }
}
