package io.shopbooks.books;

import java.util.Locale;

/** Why a product of the catalogue is left alone. */
public enum Hindrance {
  /** It has no SKU, by which its item would be known. */
  NO_SKU,
  /** Its SKU is longer than QuickBooks takes. */
  LONG_SKU,
  /** Other products of the shop have the same SKU. */
  SAME_SKU,
  /** Several items of the company have its SKU. */
  SEVERAL_ITEMS,
  /** Another item has the name that its item would get. */
  NAME_TAKEN,
  /** A person hid its item. */
  HIDDEN_ITEM,
  /** What has its SKU or name in the company is a category or a bundle. */
  NO_PRODUCT,
  /** The shop does not offer it (draft, pending, trash). */
  NOT_PUBLISHED,
  /** It is not sold by itself: a group of others, or sold elsewhere. */
  NOT_SOLD_ITSELF,
  /** A person chose its item, which is theirs. */
  CHOSEN_ITEM,
  /** The shop changed what a person changed in the company, too. */
  CHANGED_IN_BOOKS,
  /** The shop began or ceased to count it, and the type of an item never changes. */
  TYPE_STAYS,
  /** An account that the connection names is not in the company. */
  NO_ACCOUNT,
  /** QuickBooks refused its item. */
  REFUSED,
  /** The mapping cannot read it. */
  UNREADABLE;

  /** Whether a person is to do something about it; else it is as the shop wants it. */
  public boolean needsPerson() {
    return this != NOT_PUBLISHED && this != NOT_SOLD_ITSELF && this != CHOSEN_ITEM;
  }

  /** As message keys and tables write it: "no-sku". */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The hindrance of this word.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Hindrance of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
