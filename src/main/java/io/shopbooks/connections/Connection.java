package io.shopbooks.connections;

import io.shopbooks.books.Choices;
import io.shopbooks.sale.ShopId;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

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
    return shop.id();
  }

  /** Days are days in this zone. */
  public ZoneId zone() {
    return choices.zone();
  }

  /** Orders made before this day are not touched. */
  public LocalDate startDate() {
    return choices.startDate();
  }

  /** When a day of this connection begins. */
  public Instant beginOf(LocalDate day) {
    return day.atStartOfDay(zone()).toInstant();
  }

  /** Statuses of orders that something is booked for. */
  public Set<String> bookedStatuses() {
    var statuses = new TreeSet<>(choices.sales().statuses());
    statuses.addAll(choices.credits().statuses());
    return statuses;
  }

  /** Whether items are made of the whole catalogue, sold or not. */
  public boolean carriesCatalogue() {
    return choices.products().create() == Choices.Create.ALL;
  }

  /** Whether some document depends on the role of the customer. */
  public boolean choosesByRole() {
    return choices.sales().document().stream().anyMatch(rule -> !rule.role().isEmpty());
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
  public record Shop(Kind kind, Optional<WooCommerce> woocommerce, Optional<Wix> wix) {

    public Shop {
      if (woocommerce.isPresent() == wix.isPresent() || wix.isPresent() != (kind == Kind.WIX)) {
        throw new IllegalArgumentException("A shop is either of WooCommerce or of Wix: " + kind);
      }
    }

    /** Which shop it is, told by its own address or id. */
    public ShopId id() {
      return woocommerce
          .map(shop -> ShopId.at(shop.url()))
          .orElseGet(() -> new ShopId(wix.orElseThrow().siteId()));
    }

    /**
     * Which shop it is, for people of any language: its address, or where nobody knows it, as of a
     * Wix site, the beginning of its id: {@code Wix 01234567}.
     */
    public String name() {
      return wix.map(site -> "Wix " + site.siteId().replaceFirst("-.*", "")).orElse(id().value());
    }
  }

  /**
   * How to reach a WooCommerce shop (`woocommerce.md` 2).
   *
   * @param url the shop's own address, with its folder, without a slash at the end
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

  /**
   * How to reach a Wix site (`wix.md` 1.1).
   *
   * @param siteId its GUID, in lower case
   * @param appPublicKey of the site owner's own Wix app, for webhooks
   * @param instanceId of that app on this site, in lower case
   * @param appLabels id of a Wix app, in lower case, to what it is called
   */
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
   * The QuickBooks company.
   *
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
   * When the connection syncs by itself, in the time zone of its choices.
   *
   * @param cron a Quartz expression; absent: only on demand
   * @param products the same for the catalogue
   */
  public record Schedule(Optional<String> cron, Optional<String> products) {}

  /** What becomes of a negative quantity on hand. */
  public enum Negative {
    ZERO,
    HOLD
  }

  /**
   * Quantities on hand, from QuickBooks to the shop.
   *
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

  /**
   * The report: to whom, when and in which language.
   *
   * @param at of the daily one, in the time zone of the choices
   * @param heartbeat called after every good run; who knows it can call it, so that it is kept
   *     secret
   */
  public record Report(
      List<String> to, Send send, LocalTime at, Locale language, Optional<URI> heartbeat) {

    /** Tells everything but the address of the heartbeat, which must not reach a log. */
    @Override
    public String toString() {
      return "Report[to=%s, send=%s, at=%s, language=%s]".formatted(to, send, at, language);
    }
  }
}
