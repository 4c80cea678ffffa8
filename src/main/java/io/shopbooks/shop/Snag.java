package io.shopbooks.shop;

import java.util.Locale;

/** What can be wrong on the shop's side; words and remedy are told by name. */
public enum Snag {
  /** The shop {@code said} no to the question for orders, and {@code help}, in English. */
  SHOP_REFUSES,
  /** It {@code said} nothing of use. */
  SHOP_UNREACHABLE,
  /** A {@code part} could not be read. */
  PART_UNREADABLE,
  UNKNOWN_STATUSES,
  OTHER_ADDRESS,
  OLD_WOOCOMMERCE,
  OTHER_TIME_ZONE,
  WEBHOOK_GIVEN_UP,
  WEBHOOK_WITHOUT_SECRET,
  /** The key lacks the {@code permission} without which no sale is covered. */
  WIX_PAYMENTS_FORBIDDEN,
  WIX_REFUSES,
  WIX_UNREACHABLE,
  WIX_EVENTS_FORBIDDEN,
  WIX_PLANS_FORBIDDEN,
  WIX_ORDERS_FORBIDDEN,
  /** The {@code app} is not installed. */
  WIX_APP_MISSING,
  /** Quantities shall go to the site, and the key lacks the {@code permission} to read them. */
  WIX_STOCK_UNREADABLE,
  /** The same to write them. */
  WIX_STOCK_UNWRITABLE,
  /** Items or quantities are wanted of a site without products. */
  WIX_NO_CATALOG,
  WIX_WEBHOOK_HALF,
  WIX_WEBHOOK_KEY,
  WIX_PREVIEW,
  /** {@code found} of {@code all} payments have their order. */
  WIX_ALL_FOUND,
  /** So many others are told by the payment {@code alone}. */
  WIX_SOME_ALONE,
  /** So many are {@code late} for more than a day. */
  WIX_SOME_LATE,
  WIX_SOME_ALONE_AND_LATE;

  /** As words are found by: {@code shop-refuses}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
