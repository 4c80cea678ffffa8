package io.shopbooks.properties;

/** Sets of choices that together have every way of booking sales, discounts, tax and credits. */
enum Choice {
  /** Receipts, discounts apart, fees of gateways, refund receipts. */
  RECEIPTS(
      """
      sales: { discount-item: Discount }
      """,
      ""),
  /** Invoices, paid or not, net lines, credit memos. */
  INVOICES(
      """
      sales: { document: invoice, unpaid: invoice }
      credits: { document: credit-memo }
      """,
      ""),
  /** Receipts in one name, tax within the lines. */
  TAX_WITHIN(
      """
      sales: { customer: generic, discount-item: Discount }
      credits: { document: refund-receipt }
      """,
      "none"),
  /** Invoices of what is owed, tax as a line of its own. */
  TAX_APART(
      """
      sales: { unpaid: invoice, customer: organisation }
      """,
      "item");

  private final String sales;
  private final String mode;

  Choice(String sales, String mode) {
    this.sales = sales;
    this.mode = mode;
  }

  /** As in a connection file, for this place. */
  String yaml(Place place) {
    return """
    sync: { time-zone: UTC, start-date: "2026-01-01" }
    %s
    taxes:
      mode: %s
    %s
    payments:
      methods:
        stripe: { account: Stripe clearing, method: Credit Card }
        paypal: { account: PayPal clearing }
        "*": { account: Undeposited Funds }
      fees: { account: Merchant fees, meta: [_stripe_fee, _paypal_transaction_fee] }
    report: { send: never }
    """
        .formatted(sales.strip(), mode.isEmpty() ? place.mode() : mode, place.taxes());
  }

  boolean invoicesUnpaid() {
    return this == INVOICES || this == TAX_APART;
  }

  boolean invoices(boolean paid) {
    return this == INVOICES || this == TAX_APART && !paid;
  }

  /** Whether documents tell their tax beside their lines. */
  boolean tellsTax() {
    return mode.isEmpty();
  }

  /** Whether a refund of money that was paid back is a memo with an expense. */
  boolean memos() {
    return this == INVOICES;
  }
}
