package io.shopbooks.pretend.woocommerce;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** The kinds of store there are: a country, its currency, its taxes. */
enum StoreKind {
  /** New York, prices without tax, two stacked state and city rates. */
  US(
      new Facts("Hudson Goods", "US:NY", "New York", "10005", "100 Broadway"),
      new Currency("USD", "$", "&#36;", "United States (US) dollar", 2),
      "America/New_York",
      false,
      "1"),
  /** London, prices with VAT. */
  GB(
      new Facts("Albion Goods", "GB", "London", "SW1A 1AA", "1 High Street"),
      new Currency("GBP", "£", "&pound;", "Pound sterling", 2),
      "Europe/London",
      true,
      "0.8"),
  /** Montréal, prices without GST and QST. */
  CA_QC(
      new Facts("Boutique Mont-Royal", "CA:QC", "Montréal", "H2X 1Y6", "1 rue Sherbrooke"),
      new Currency("CAD", "$", "&#36;", "Canadian dollar", 2),
      "America/Toronto",
      false,
      "1.35"),
  /** Tokyo, prices with consumption tax, no decimals. */
  JP(
      new Facts("Sakura Goods", "JP:JP13", "Chiyoda", "100-0001", "1-1 Chiyoda"),
      new Currency("JPY", "¥", "&yen;", "Japanese yen", 0),
      "Asia/Tokyo",
      true,
      "150"),
  /** Kuwait City, three decimals, untaxed at home, taxed in the countries around. */
  KW(
      new Facts("Gulf Goods", "KW", "Kuwait City", "13001", "1 Gulf Road"),
      new Currency("KWD", "د.ك", "&#x62f;.&#x643;", "Kuwaiti dinar", 3),
      "Asia/Kuwait",
      false,
      "0.307");

  /** Name and address; {@code country} as the setting has it ("US:NY"). */
  record Facts(String name, String country, String city, String postcode, String street) {}

  /** A currency; {@code entity} is how the settings write its symbol. */
  record Currency(String code, String symbol, String entity, String name, int decimals) {}

  private static final Map<String, String> SYMBOLS =
      Map.of("USD", "$", "CAD", "$", "EUR", "€", "GBP", "£", "JPY", "¥", "KWD", "د.ك");
  // The recorded prices of the store gb, where they are not the dollar price times 0.8.
  private static final Map<Integer, String> POUNDS = Map.of(25, "0.08");

  final Facts facts;
  final Currency currency;
  final ZoneId zone;
  final boolean pricesIncludeTax;
  private final BigDecimal priceFactor;

  StoreKind(
      Facts facts, Currency currency, String zone, boolean pricesIncludeTax, String priceFactor) {
    this.facts = facts;
    this.currency = currency;
    this.zone = ZoneId.of(zone);
    this.pricesIncludeTax = pricesIncludeTax;
    this.priceFactor = new BigDecimal(priceFactor);
  }

  /** What a product of the recorded store in dollars costs here. */
  String price(int productId, String dollars) {
    if (this == US || dollars.isEmpty()) {
      return dollars;
    }
    if (this == GB && POUNDS.containsKey(productId)) {
      return POUNDS.get(productId);
    }
    return new BigDecimal(dollars)
        .multiply(priceFactor)
        .setScale(currency.decimals(), RoundingMode.HALF_UP)
        .toPlainString();
  }

  /** The tax rates a new store of this kind has; none for US, whose rates were recorded. */
  List<TaxRate> rates() {
    return switch (this) {
      case US -> List.of();
      case GB ->
          List.of(
              rate(1, "GB", "", "20", "VAT", "standard"),
              rate(2, "GB", "", "5", "VAT reduced", "reduced-rate"),
              rate(3, "GB", "", "0", "VAT zero", "zero-rate"),
              rate(4, "FR", "", "20", "TVA", "standard"),
              rate(5, "DE", "", "19", "MwSt", "standard"),
              rate(6, "HU", "", "27", "ÁFA", "standard"));
      case CA_QC ->
          List.of(
              rate(1, "CA", "QC", "5", "GST", "standard"),
              rate(2, "CA", "QC", "9.975", "QST", "standard").second(),
              rate(3, "CA", "ON", "13", "HST", "standard"),
              rate(4, "CA", "AB", "5", "GST", "standard"),
              rate(5, "CA", "BC", "5", "GST", "standard"),
              rate(6, "CA", "BC", "7", "PST", "standard").second(),
              rate(7, "CA", "", "0", "Zero-rated", "zero-rate"));
      case JP ->
          List.of(
              rate(1, "JP", "", "10", "消費税", "standard"),
              rate(2, "JP", "", "8", "消費税 (軽減)", "reduced-rate"));
      case KW ->
          List.of(
              rate(1, "AE", "", "5", "VAT", "standard"),
              rate(2, "SA", "", "15", "VAT", "standard"),
              rate(3, "BH", "", "10", "VAT", "standard"));
    };
  }

  private static TaxRate rate(
      int id, String country, String state, String percent, String name, String taxClass) {
    return new TaxRate(
        id,
        country,
        state,
        List.of(),
        List.of(),
        new BigDecimal(percent),
        name,
        1,
        false,
        true,
        taxClass);
  }

  static String symbolOf(String currency) {
    return SYMBOLS.getOrDefault(currency, currency);
  }
}
