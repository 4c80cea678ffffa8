package io.shopbooks.quickbooks;

import java.util.Locale;

/** What is done differently after QuickBooks refused a document. Each is tried once. */
enum Repair {
  /** 2040: texts with plain characters only. */
  PLAIN_CHARACTERS,
  /** 2050: texts shorter. */
  SHORTEN,
  /** 2210: without the buyer's e-mail address. */
  NO_EMAIL,
  /** 3000: without custom fields. */
  NO_CUSTOM_FIELDS,
  /** 6070: one piece at the amount, the quantity told in words. */
  ONE_PIECE,
  /** 2290: negative lines taken off the others of their tax code. */
  NET_LINES,
  /** 610, 2030, 2500, 6250: what it refers to looked up anew. */
  NEW_REFERENCES,
  /** 5010: against the version in the books. */
  REBASE,
  /** 6420: nothing is to be mailed. */
  NO_DELIVERY;

  /** As the ledger keeps it: "no-email". */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
