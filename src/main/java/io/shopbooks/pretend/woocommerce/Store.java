package io.shopbooks.pretend.woocommerce;

import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A store before it opens: its kind, and how its merchant and its host set it up. Each method gives
 * a changed copy: {@code Store.us().roundingTaxAtSubtotal()}.
 */
public final class Store {

  /** What a merchant or a host may have chosen. */
  enum Habit {
    /** The orders recorded in a real shop are already there. */
    HISTORY,
    /** Tax is rounded once per order instead of per line. */
    TAX_AT_SUBTOTAL,
    /** The second rate of a place is counted on the first, too. */
    COMPOUND,
    /** Only {@code ?rest_route=} answers. */
    PLAIN_PERMALINKS,
    /** PHP never sees the header Authorization. */
    STRIPS_AUTHORIZATION,
    /** PHP believes it is on https though the request came without. */
    BELIEVES_HTTPS,
    /** Webhooks may go to private addresses and odd ports. */
    DELIVERS_ANYWHERE,
    /** Orders are kept as posts instead of in their own tables. */
    LEGACY_STORAGE
  }

  final StoreKind kind;
  final Optional<URI> home;
  final String restPrefix;
  private final Set<Habit> habits;

  private Store(StoreKind kind, Set<Habit> habits, Optional<URI> home, String restPrefix) {
    this.kind = kind;
    this.habits = habits;
    this.home = home;
    this.restPrefix = restPrefix;
  }

  private static Store of(StoreKind kind) {
    return new Store(kind, EnumSet.noneOf(Habit.class), Optional.empty(), "wp-json");
  }

  /** New York; US dollars, prices without tax. */
  public static Store us() {
    return of(StoreKind.US);
  }

  /** London; pounds, prices with VAT. */
  public static Store gb() {
    return of(StoreKind.GB);
  }

  /** Montréal; Canadian dollars, GST 5 and QST 9.975 on prices without tax. */
  public static Store caQc() {
    return of(StoreKind.CA_QC);
  }

  /** Tokyo; yen without decimals, prices with tax, orders kept as posts. */
  public static Store jp() {
    return of(StoreKind.JP).onLegacyStorage();
  }

  /** Kuwait City; dinars with three decimals. */
  public static Store kw() {
    return of(StoreKind.KW);
  }

  /**
   * With the orders and refunds recorded in a real shop.
   *
   * @throws IllegalStateException unless it is the US store: only its history was recorded
   */
  public Store withHistory() {
    if (kind != StoreKind.US) {
      throw new IllegalStateException("Only the US store's history was recorded");
    }
    return with(Habit.HISTORY);
  }

  /** Rounding tax once per order (`woocommerce.md` 5). */
  public Store roundingTaxAtSubtotal() {
    return with(Habit.TAX_AT_SUBTOTAL);
  }

  /** With the second rate of a place counted on the first, too, as QST once was. */
  public Store withCompoundRates() {
    return with(Habit.COMPOUND);
  }

  /** Convinced that its address is this one, as behind a renaming proxy (2.2). */
  public Store calling(String address) {
    return new Store(kind, habits, Optional.of(URI.create(address)), restPrefix);
  }

  /** Behind a proxy that ends TLS and tells so: PHP believes it is on https (2.1). */
  public Store behindTlsProxy() {
    return with(Habit.BELIEVES_HTTPS);
  }

  /** On a host whose PHP never sees the header Authorization, as under CGI (2.1). */
  public Store strippingAuthorization() {
    return with(Habit.STRIPS_AUTHORIZATION);
  }

  /** With another name for "wp-json" (1). */
  public Store withRestPrefix(String prefix) {
    return new Store(kind, habits, home, prefix);
  }

  /** With "plain" permalinks: only {@code ?rest_route=} answers (1). */
  public Store withPlainPermalinks() {
    return with(Habit.PLAIN_PERMALINKS);
  }

  /** With a host that delivers webhooks to any address and port; a real one does not (9.1). */
  public Store deliveringAnywhere() {
    return with(Habit.DELIVERS_ANYWHERE);
  }

  /** With orders kept as posts, as before HPOS (12). */
  public Store onLegacyStorage() {
    return with(Habit.LEGACY_STORAGE);
  }

  boolean has(Habit habit) {
    return habits.contains(habit);
  }

  /** The tax rates the store opens with; none if they were recorded. */
  List<TaxRate> rates() {
    return kind.rates().stream()
        .map(rate -> has(Habit.COMPOUND) && rate.priority() > 1 ? rate.compounded() : rate)
        .toList();
  }

  private Store with(Habit habit) {
    var more = EnumSet.copyOf(habits);
    more.add(habit);
    return new Store(kind, more, home, restPrefix);
  }
}
