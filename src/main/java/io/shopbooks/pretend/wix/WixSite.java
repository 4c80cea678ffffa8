package io.shopbooks.pretend.wix;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which Wix site is pretended.
 *
 * @param name what its pages are headed with
 * @param currency of the site, ISO 4217
 * @param country of its buyers, ISO 3166 alpha-2
 * @param catalog V1, V3 or none (6)
 * @param apps installed apps; the APIs of others answer 428 (7)
 * @param lag how long lists and searches stay behind what was written (2.2)
 * @param callsPerMinute 200 on a real site (7); 0 for no limit
 * @param patience how long a webhook waits for its answer (5)
 * @param habits what it does differently
 */
public record WixSite(
    String name,
    String currency,
    String country,
    Catalog catalog,
    Set<WixApp> apps,
    Duration lag,
    int callsPerMinute,
    Duration patience,
    Set<Habit> habits) {

  /** The catalog a site has (6). */
  public enum Catalog {
    V1_CATALOG,
    V3_CATALOG,
    STORES_NOT_INSTALLED
  }

  /** Copies the sets. */
  public WixSite {
    apps = Set.copyOf(apps);
    habits = Set.copyOf(habits);
  }

  /** A site in New York with every app, no lag, the real limit and no odd habit. */
  public static WixSite us() {
    return new WixSite(
        "Harbour Studio",
        "USD",
        "US",
        Catalog.V3_CATALOG,
        EnumSet.allOf(WixApp.class),
        Duration.ZERO,
        200,
        Duration.ofMillis(1250),
        Set.of());
  }

  /** The same with this catalog. */
  public WixSite with(Catalog other) {
    return new WixSite(name, currency, country, other, apps, lag, callsPerMinute, patience, habits);
  }

  /** The same with this habit too. */
  public WixSite with(Habit habit) {
    var more = EnumSet.of(habit);
    more.addAll(habits);
    return new WixSite(name, currency, country, catalog, apps, lag, callsPerMinute, patience, more);
  }

  /** The same without this app. */
  public WixSite without(WixApp app) {
    var fewer = EnumSet.copyOf(apps);
    fewer.remove(app);
    return new WixSite(
        name, currency, country, catalog, fewer, lag, callsPerMinute, patience, habits);
  }

  /** The same with lists that stay behind by this. */
  public WixSite lagging(Duration behind) {
    return new WixSite(
        name, currency, country, catalog, apps, behind, callsPerMinute, patience, habits);
  }

  /** The same with this limit of calls per minute; 0 for none. */
  public WixSite limitedTo(int calls) {
    return new WixSite(name, currency, country, catalog, apps, lag, calls, patience, habits);
  }

  /** The same with webhooks that wait this long for their answer. */
  public WixSite patientFor(Duration other) {
    return new WixSite(name, currency, country, catalog, apps, lag, callsPerMinute, other, habits);
  }

  /** The same somewhere else. */
  public WixSite in(String otherCountry, String otherCurrency) {
    return new WixSite(
        name, otherCurrency, otherCountry, catalog, apps, lag, callsPerMinute, patience, habits);
  }

  boolean has(Habit habit) {
    return habits.contains(habit);
  }

  boolean has(WixApp app) {
    return apps.contains(app);
  }
}
