package io.shopbooks.pretend.quickbooks;

/** Hand-written request bodies that a test bends a little. */
final class Requests {

  private Requests() {}

  /** A good American receipt of one mug at 40.00, with further properties ("\"a\":1,"). */
  static String receipt(String more) {
    return receipt(more, line("40.00", "\"TaxCodeRef\":{\"value\":\"TAX\"}"));
  }

  /** A receipt of these lines. */
  static String receipt(String more, String lines) {
    return """
        {%s "CustomerRef":{"value":"<Customer WooCommerce>"}, "TxnDate":"2026-03-10",
         "DepositToAccountRef":{"value":"<Account Stripe clearing>"},
         "Line":[%s]}
        """
        .formatted(more, lines);
  }

  static String invoice(String more, String lines) {
    return """
        {%s "CustomerRef":{"value":"<Customer WooCommerce>"}, "TxnDate":"2026-03-10",
         "Line":[%s]}
        """
        .formatted(more, lines);
  }

  /** An item line of "Online sale"; detail is what else stands in its SalesItemLineDetail. */
  static String line(String amount, String detail) {
    return line("Online sale", amount, detail);
  }

  static String line(String item, String amount, String detail) {
    return """
        {"DetailType":"SalesItemLineDetail","Amount":%s,
         "SalesItemLineDetail":{"ItemRef":{"value":"<Item %s>"}%s}}
        """
        .formatted(amount, item, detail.isEmpty() ? "" : "," + detail);
  }

  static String taxCode(String code) {
    return "\"TaxCodeRef\":{\"value\":\"<TaxCode " + code + ">\"}";
  }

  static String discount(String amount, String detail) {
    return """
        {"DetailType":"DiscountLineDetail","Amount":%s,"DiscountLineDetail":{%s}}
        """
        .formatted(amount, detail);
  }

  /** A payment of a customer over these lines. */
  static String payment(String total, String lines) {
    return """
        {"CustomerRef":{"value":"<Customer WooCommerce>"},"TotalAmt":%s,"TxnDate":"2026-03-11",
         "DepositToAccountRef":{"value":"<Account Stripe clearing>"},"Line":[%s]}
        """
        .formatted(total, lines);
  }

  static String link(String amount, String type, String id) {
    return """
        {"Amount":%s,"LinkedTxn":[{"TxnId":"%s","TxnType":"%s"}]}
        """
        .formatted(amount, id, type);
  }
}
