package io.shopbooks.stock;

import java.util.Locale;

/** Why a quantity of QuickBooks does not simply go to the shop. */
public enum StockWhy {
  /** The shop's stock was never set from QuickBooks, and a person has not agreed yet. */
  FIRST,
  /** The product is new, and the shop has another quantity than QuickBooks. */
  NEW_PRODUCT,
  /** Somebody changed the quantity in the shop, and QuickBooks still has what it had. */
  CHANGED_IN_SHOP,
  /** Somebody changed the quantity in the shop, and QuickBooks has another one than it had, too. */
  CHANGED_ON_BOTH,
  /** The run would empty more products than the connection allows. */
  ZERO_GUARD,
  /** The quantity is below zero, and the connection wants a person to see that. */
  NEGATIVE,
  /** The shop does not count it. */
  NOT_COUNTED,
  /** It has no SKU, or no item of the company has it. */
  NO_ITEM,
  /** Several items of the company match it. */
  SEVERAL_ITEMS,
  /** QuickBooks does not count its item. */
  ITEM_NOT_COUNTED,
  /** Some of the variations that share one stock have no item. */
  PART_WITHOUT_ITEM,
  /** Several stocks of the shop belong to one item. */
  SHARED_ITEM,
  /** The shop does not have it any more. */
  GONE,
  /** The shop refused the quantity. */
  REFUSED;

  /** Whether it goes to the shop once a person agrees. */
  public boolean isConfirmable() {
    return switch (this) {
      case FIRST, NEW_PRODUCT, CHANGED_IN_SHOP, CHANGED_ON_BOTH, ZERO_GUARD -> true;
      default -> false;
    };
  }

  /** Whether a person is to do something about it; else it is as the shop wants it. */
  public boolean needsPerson() {
    return this != NOT_COUNTED && this != GONE && this != NO_ITEM && this != ITEM_NOT_COUNTED;
  }

  /** As message keys and tables write it: "zero-guard". */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The reason of this word.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static StockWhy of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
