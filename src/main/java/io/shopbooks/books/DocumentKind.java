package io.shopbooks.books;

import java.util.Locale;

/** What the books can get. */
public enum DocumentKind {
  /** A sale whose money was received. */
  SALES_RECEIPT(Purpose.SALE),
  /** A sale whose money is owed. */
  INVOICE(Purpose.SALE),
  /** Money received for an invoice. */
  PAYMENT(Purpose.PAYMENT),
  /** Money paid back. */
  REFUND_RECEIPT(Purpose.CREDIT),
  /** A credit against what the customer owes, or left open. */
  CREDIT_MEMO(Purpose.CREDIT),
  /** A zero payment that joins a credit to what it pays. */
  APPLICATION(Purpose.APPLICATION),
  /** Money out of an account: a gateway's fee, or money paid back beside a credit memo. */
  EXPENSE(Purpose.EXPENSE);

  /** What a document is for. A sale has one document of each purpose, whatever its kind. */
  public enum Purpose {
    SALE,
    PAYMENT,
    CREDIT,
    APPLICATION,
    EXPENSE
  }

  private final Purpose purpose;

  DocumentKind(Purpose purpose) {
    this.purpose = purpose;
  }

  public Purpose purpose() {
    return purpose;
  }

  /** As files, markers and commands write it: "sales-receipt". */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * @throws IllegalArgumentException if no kind is written so
   */
  public static DocumentKind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
