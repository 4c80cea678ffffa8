package io.shopbooks.connections;

import io.shopbooks.books.Choices;
import io.shopbooks.sale.ShopId;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One shop, one company and the choices between them, as one file says it.
 *
 * @param name of the file, without its ending
 * @param file where it stands, for messages
 */
public record Connection(
    String name,
    Path file,
    Shop shop,
    Company company,
    Schedule schedule,
    Choices choices,
    Stock stock,
    Report report) {

  /** Which shop it is, whatever the connection is called. */
  public ShopId shopId() {
    return shop.woocommerce()
        .map(woocommerce -> ShopId.at(woocommerce.url()))
        .orElseGet(() -> new ShopId(shop.wix().orElseThrow().siteId()));
  }

  /** Which kind of shop. */
  public enum Kind {
    WOOCOMMERCE,
    WIX
  }

  /** How a WooCommerce key travels over https. */
  public enum Auth {
    /** As Basic authentication. */
    HEADER,
    /** In the query, for hosts that strip the header; it ends in the host's access log. */
    QUERY
  }

  /** The shop; of a WooCommerce one {@code woocommerce} is there, of a Wix site {@code wix}. */
  public record Shop(Kind kind, Optional<WooCommerce> woocommerce, Optional<Wix> wix) {}

  /**
   * @param url the shop's own address, with its folder
   * @param webhookSecret empty: deliveries are refused
   */
  public record WooCommerce(
      URI url, String consumerKey, String consumerSecret, String webhookSecret, Auth auth) {

    /** Tells the address only: the keys must not reach a log. */
    @Override
    public String toString() {
      return "WooCommerce[" + url + "]";
    }
  }

  public record Wix(
      String siteId,
      String apiKey,
      Optional<String> appPublicKey,
      Optional<String> instanceId,
      Map<String, String> appLabels) {

    /** Tells the site only: the key must not reach a log. */
    @Override
    public String toString() {
      return "Wix[" + siteId + "]";
    }
  }

  /**
   * @param realm id of the QuickBooks company; absent until signed in
   * @param refreshToken for the first sign-in only
   */
  public record Company(Optional<String> realm, Optional<String> refreshToken) {

    /** Tells the company only: the token must not reach a log. */
    @Override
    public String toString() {
      return "Company[" + realm.orElse("not signed in") + "]";
    }
  }

  /**
   * @param cron a Quartz expression; absent: only on demand
   */
  public record Schedule(Optional<String> cron) {}

  /** What becomes of a negative quantity on hand. */
  public enum Negative {
    ZERO,
    HOLD
  }

  /**
   * @param zeroGuard percentage of products a run may empty
   */
  public record Stock(boolean enabled, int zeroGuard, Negative negative) {}

  /** When a report is mailed. */
  public enum Send {
    EVERY_SYNC,
    DAILY,
    WHEN_HELD,
    NEVER
  }

  public record Report(
      List<String> to, Send send, LocalTime at, Locale language, Optional<URI> heartbeat) {}
}
