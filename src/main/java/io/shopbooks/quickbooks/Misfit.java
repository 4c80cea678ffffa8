package io.shopbooks.quickbooks;

import java.util.Locale;

/** What of a connection's choices does not fit its company; words and remedy are told by name. */
public enum Misfit {
  /** QuickBooks takes nothing more ({@code status}). */
  SUBSCRIPTION_OVER,
  /** Stock cannot be followed in France. */
  NO_STOCK_OF_FRENCH_COMPANIES,
  /** The company keeps no quantities. */
  NO_QUANTITIES,
  /** Numbers of the shop, and the company numbers. */
  COMPANY_NUMBERS,
  /** Numbers of QuickBooks, and the company leaves them to others. */
  NOBODY_NUMBERS,
  /** The shop's {@code currency} is none of those {@code known}. */
  CURRENCY_NOT_ADDED,
  /** The shop's {@code currency} is not the company's, and it knows only its {@code own}. */
  ONE_CURRENCY,
  /** An item ({@code name}, {@code setting}) that each sale may need. */
  NO_ITEM,
  /** One that few sales need. */
  NO_RARE_ITEM,
  NO_ACCOUNT,
  NO_CLASS,
  NO_LOCATION,
  NO_TERMS,
  NO_TAX_CODE,
  NO_TAX_ITEM,
  NO_PAYMENT_METHOD,
  /** The gift card item is on an account of a {@code type} that counts as a sale. */
  GIFT_CARDS_COUNT,
  /** The account {@code name} is of a {@code type} other than {@code types}. */
  WRONG_ACCOUNT,
  CLASSES_OFF,
  LOCATIONS_OFF,
  /** The account {@code name} of a gateway holds no money. */
  HOLDS_NO_MONEY,
  /** The account {@code name} of fees is of no expense. */
  NO_EXPENSE,
  /**
   * The account {@code name} is in another {@code currency} than the {@code gateway}'s payments.
   */
  FOREIGN_ACCOUNT,
  /** A {@code gateway} without an account. */
  NO_GATEWAY_RULE,
  SALES_TAX_OFF,
  /** A US company, {@code rates}, and no tax code. */
  US_CODE_NEEDED,
  UNTAXED_NEEDED,
  UNTAXED_NEEDED_BESIDE_ITEM,
  /** The shop's {@code rate} ({@code label}) has no tax code. */
  RATE_WITHOUT_CODE,
  US_CODE_ELSEWHERE,
  AUTOMATED_ELSEWHERE,
  AUTOMATED_NOT_SET_UP;

  /** As words are found by: {@code no-item}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
