package io.shopbooks.books;

/** What a line of a document stands for. */
public enum LineRole {
  GOODS,
  DISCOUNT,
  SHIPPING,
  FEE,
  TIP,
  /** Paid by gift card or store credit: a liability becomes less. */
  GIFT_CARD,
  /** The shop's tax, where it is a line of its own. */
  TAX,
  /** What the parts miss to the shop's total. */
  ROUNDING,
  /** Of a refund: what its lines do not explain. */
  ADJUSTMENT
}
