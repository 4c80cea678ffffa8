package io.shopbooks.properties;

import io.shopbooks.pretend.quickbooks.PretendCompany;
import io.shopbooks.pretend.quickbooks.Region;
import io.shopbooks.pretend.woocommerce.Buyer;
import io.shopbooks.pretend.woocommerce.PretendWooCommerce;
import io.shopbooks.pretend.woocommerce.Store;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Where shops sell and keep books: each with taxes, currencies and rounding of its own. */
enum Place {
  US_MAPPED(
      Region.US,
      Store.us(),
      2,
      "mapped",
      """
        us-code: New York City
        untaxed: NON
        rates:
          "CA Sales Tax + LA District Tax": Los Angeles
          "TX Tax": Texas
          "TN State + TN Local": Knoxville
      """,
      "New York,NY,US,10118",
      "Los Angeles,CA,US,90001",
      "Austin,TX,US,78701",
      "Knoxville,TN,US,37902",
      "Portland,OR,US,97201",
      "Paris,,FR,75001"),
  US_AUTOMATED(
      Region.US_AUTOMATED,
      Store.us(),
      2,
      "automated",
      "",
      "New York,NY,US,10118",
      "Los Angeles,CA,US,90001",
      "Portland,OR,US,97201"),
  CANADA(
      Region.CA,
      Store.caQc(),
      2,
      "mapped",
      """
        untaxed: Exempt
        rates:
          "GST + QST": GST/QST QC - 9.975
          "GST + PST": GST/PST BC
          GST: GST
          HST: HST ON
          Zero-rated: Zero-rated
      """,
      "Montréal,QC,CA,H2X 1Y6",
      "Toronto,ON,CA,M5V 2T6",
      "Calgary,AB,CA,T2P 1J9",
      "Vancouver,BC,CA,V6B 1A1",
      "New York,NY,US,10118"),
  /** As it was until 2012: QST on the price with GST. */
  CANADA_TAX_ON_TAX(
      Region.CA,
      Store.caQc().withCompoundRates(),
      2,
      "mapped",
      """
        untaxed: Exempt
        rates:
          "GST + QST": GST and QST on it
          HST: HST ON
          Zero-rated: Zero-rated
      """,
      "Montréal,QC,CA,H2X 1Y6",
      "Toronto,ON,CA,M5V 2T6",
      "New York,NY,US,10118"),
  BRITAIN(
      Region.GB,
      Store.gb(),
      2,
      "mapped",
      """
        untaxed: No VAT
        rates:
          VAT: 20.0% S
          VAT reduced: 5.0% R
          VAT zero: 0.0% Z
          TVA: 20.0% OSS FR
          MwSt: 19.0% OSS DE
          "ÁFA": 27.0% OSS HU
      """,
      "London,,GB,SW1A 2AA",
      "Paris,,FR,75001",
      "Berlin,,DE,10117",
      "Budapest,,HU,1011",
      "New York,NY,US,10118"),
  /** A British shop gone to Sydney. */
  AUSTRALIA(
      Region.AU,
      Store.gb(),
      2,
      "mapped",
      """
        untaxed: Out of Scope
        rates: { VAT: GST, VAT reduced: GST, VAT zero: GST free }
      """,
      "London,,GB,SW1A 2AA",
      "New York,NY,US,10118"),
  JAPAN(
      Region.JP,
      Store.jp(),
      0,
      "mapped",
      """
        untaxed: 0% Export
        rates: { "10": 10% Standard, "8": 8% Reduced }
      """,
      "Tokyo,JP13,JP,100-0001",
      "Paris,,FR,75001"),
  /** Dinars of three decimals in British books. */
  KUWAIT(
      Region.GB,
      Store.kw(),
      3,
      "mapped",
      """
        untaxed: No VAT
        rates: { "5": 5.0% R, "15": Gulf 15, "10": Gulf 10 }
      """,
      "Kuwait City,,KW,13001",
      "Dubai,,AE,00000",
      "Riyadh,,SA,11564",
      "Manama,,BH,00000");

  private final Region region;
  private final Store store;
  private final int decimals;
  private final String mode;
  private final String taxes;
  private final List<String> homes;

  Place(Region region, Store store, int decimals, String mode, String taxes, String... homes) {
    this.region = region;
    this.store = store;
    this.decimals = decimals;
    this.mode = mode;
    this.taxes = taxes;
    this.homes = List.of(homes);
  }

  Region region() {
    return region;
  }

  /** Where documents tell no tax below zero. */
  boolean isAmerican() {
    return region == Region.US || region == Region.US_AUTOMATED;
  }

  Store store() {
    return store;
  }

  /** Of the shop's prices. */
  int decimals() {
    return decimals;
  }

  String mode() {
    return mode;
  }

  String taxes() {
    return taxes.stripTrailing();
  }

  /** The currencies its orders come in, the shop's own first. */
  List<String> currencies() {
    return switch (this) {
      case JAPAN -> List.of("JPY");
      case KUWAIT -> List.of("KWD");
      case AUSTRALIA -> List.of("AUD");
      default -> List.of(region.currency(), region.currency(), region.currency(), "CHF");
    };
  }

  /** What one unit of a currency is worth in this company, on every day. */
  BigDecimal worth(String currency) {
    return currency.equals(region.currency()) ? BigDecimal.ONE : new BigDecimal("2");
  }

  Buyer buyer(int which) {
    var home = homes.get(which % homes.size()).split(",");
    var name = List.of("Ann Lee", "Zoë O'Brien", "Émile Côté").get(which % 3);
    var at = Buyer.at(name, home[0], home[1], home[2]);
    return new Buyer(
        at.firstName(),
        at.lastName(),
        which % 5 == 0 ? "Lee & Sons" : "",
        at.address1(),
        home[0],
        home[1],
        home[3],
        home[2],
        at.email(),
        "");
  }

  void settleIn(PretendWooCommerce shop, PretendCompany company) {
    switch (this) {
      case AUSTRALIA -> {
        shop.goods().taxes(1, "10");
        shop.goods().taxes(2, "10");
      }
      case CANADA_TAX_ON_TAX ->
          company.lists().addCompoundTaxCode("GST and QST on it", "GST", "QST");
      case KUWAIT -> {
        company.lists().addTaxRate("Gulf 15 %", "15", "HMRC");
        company.lists().addTaxRate("Gulf 10 %", "10", "HMRC");
        company.lists().addTaxCode("Gulf 15", "Gulf 15 %");
        company.lists().addTaxCode("Gulf 10", "Gulf 10 %");
      }
      default -> {
        // Shop and company fit as they are.
      }
    }
    for (var currency : Set.copyOf(currencies())) {
      if (!currency.equals(region.currency())) {
        company.preferences().useCurrencies();
        company.lists().addCurrency(currency);
        company.preferences().rate(currency, LocalDate.EPOCH, "2");
      }
    }
  }
}
