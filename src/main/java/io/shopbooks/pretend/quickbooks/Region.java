package io.shopbooks.pretend.quickbooks;

import java.time.ZoneId;

/** The kinds of company that differ in tax, money and known properties (10). */
public enum Region {
  /** United States, tax rates kept by hand: one tax code per document. */
  US("US", "USD", "America/New_York"),
  /** United States with automated sales tax set up: its rates replace the code sent. */
  US_AUTOMATED("US", "USD", "America/New_York"),
  /** United States with automated sales tax that nobody has set up. */
  US_NOT_SET_UP("US", "USD", "America/New_York"),
  /** United Kingdom: a VAT code per line. */
  GB("GB", "GBP", "Europe/London"),
  /** Canada, Québec first: GST and QST in one code. */
  CA("CA", "CAD", "America/Montreal"),
  /** Australia: a GST code per line. */
  AU("AU", "AUD", "Australia/Sydney"),
  /** France: some properties of its own are mandatory. */
  FR("FR", "EUR", "Europe/Paris"),
  /** A global company at home in a currency without cents. */
  JP("JP", "JPY", "Asia/Tokyo");

  private final String country;
  private final String currency;
  private final ZoneId zone;

  Region(String country, String currency, String zone) {
    this.country = country;
    this.currency = currency;
    this.zone = ZoneId.of(zone);
  }

  /** Two letters, as CompanyInfo tells it. */
  public String country() {
    return country;
  }

  /** The home currency, three letters. */
  public String currency() {
    return currency;
  }

  /** The zone the company's days are in. */
  public ZoneId zone() {
    return zone;
  }

  boolean isAmerican() {
    return country.equals("US");
  }
}
