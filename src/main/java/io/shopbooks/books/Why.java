package io.shopbooks.books;

import java.util.Locale;

/**
 * Why something is held. People read each with its remedy in their language; the facts it names are
 * in the {@link Reason}.
 */
public enum Why {
  /** A tax rate of the shop has no QuickBooks code. */
  NO_TAX_CODE,
  /** Untaxed lines need a code, and none is chosen. */
  NO_UNTAXED_CODE,
  /** The US document has tax but no code. */
  NO_US_CODE,
  /** A chosen tax code is not in the company. */
  UNKNOWN_TAX_CODE,
  /** The shop's tax is not what the chosen code's rates make of the amounts. */
  TAX_DOES_NOT_FIT,
  /** The order is taxed, the company has sales tax switched off. */
  SALES_TAX_OFF,
  /** The site tells of a payment in one place and not in the other, for a day. */
  PAYMENT_UNMATCHED,
  /** A payment of the sale is in the books as another sale. */
  PAYMENT_IN_BOOKS,
  /** An order within another one: a balance, or the part of one seller. */
  ORDER_OF_AN_ORDER,
  /** One receipt cannot say that its money went to several accounts. */
  SEVERAL_ACCOUNTS,
  /** The shop tells that something was given back, and not how much. */
  REFUND_UNTOLD,
  /** Something is given back of an invoice that was paid in part. */
  PAID_IN_PART,
  /** The shop no longer has a payment that was posted. */
  PAYMENT_WITHDRAWN,
  /** No rule says where this gateway's money goes. */
  NO_PAYMENT_RULE,
  /** A chosen account is not in the company. */
  UNKNOWN_ACCOUNT,
  /** A chosen account cannot take deposits. */
  WRONG_ACCOUNT_TYPE,
  /** A chosen account is in a third currency. */
  WRONG_ACCOUNT_CURRENCY,
  /** A chosen item is not in the company. */
  UNKNOWN_ITEM,
  /** A chosen payment method is not in the company, and none may be created. */
  UNKNOWN_PAYMENT_METHOD,
  /** The chosen class, location or terms are not in the company. */
  UNKNOWN_LIST_ENTRY,
  /** The company does not work with the order's currency. */
  CURRENCY_NOT_ALLOWED,
  /** The document's number would be too long. */
  NUMBER_TOO_LONG,
  /**
   * The company numbers documents itself while the connection says the shop does, or the reverse.
   */
  NUMBERING_DISAGREES,
  /** The parts miss the total by more than the tolerance. */
  ROUNDING_TOO_LARGE,
  /** The total is below zero. */
  NEGATIVE_TOTAL,
  /** More taxed lines than QuickBooks takes. */
  TOO_MANY_LINES,
  /** The document falls into a closed period. */
  BOOKS_CLOSED,
  /** The shop's JSON could not be read. */
  UNREADABLE,
  /** A refund of an order older than the start date. */
  REFUND_OF_OLDER_ORDER,
  /** The order changed in the shop after it was posted, and a person changed the document. */
  CHANGED_ON_BOTH_SIDES,
  /** The order left the sales statuses after it was posted. */
  STATUS_WENT_BACK,
  /** The shop no longer has the refund that was posted. */
  REFUND_WITHDRAWN,
  /** The shop no longer has the order that was posted. */
  ORDER_DELETED,
  /** A person deleted or voided the document in QuickBooks. */
  DELETED_IN_BOOKS,
  /** QuickBooks' total is not the planned one. */
  WRONG_TOTAL,
  /** A document like this one got a wrong total, and this one would too. */
  LIKE_A_WRONG_ONE,
  /** The number is taken by a document that is not this one. */
  NUMBER_TAKEN,
  /** A document in the books looks like this sale but is not surely it. */
  MAYBE_IN_BOOKS,
  /** The customer's name cannot be used or created. */
  CUSTOMER_REFUSED,
  /** Something the document refers to is gone or inactive. */
  REFERENCE_GONE,
  /** The subscription, plan or user does not allow it. */
  NOT_PERMITTED,
  /** QuickBooks refused a negative line. */
  NEGATIVE_LINE_REFUSED,
  /** QuickBooks refused the tax code of the document. */
  TAX_CODE_REFUSED,
  /** QuickBooks refused the quantity or date of an inventory item. */
  INVENTORY_REFUSED,
  /** QuickBooks settled, matched or deposited the document, so that it cannot change. */
  LOCKED_IN_BOOKS,
  /** QuickBooks refused the document with a reason of its own. */
  REFUSED,
  /** QuickBooks failed again and again. */
  KEEPS_FAILING;

  /** As files, commands and message keys write it: "no-tax-code". */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
