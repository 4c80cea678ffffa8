package io.shopbooks.pretend.quickbooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

/** Hand-written request bodies that a test bends a little. */
final class Requests {

  private static final String ACCOUNTS =
      "\"IncomeAccountRef\":{\"value\":\"<Account Sales of Product Income>\"},"
          + "\"ExpenseAccountRef\":{\"value\":\"<Account Cost of Goods Sold>\"}";

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

  /** A line of a document's tax: so much of this rate. */
  static String override(String rate, String amount) {
    return """
        {"Amount":%s,"DetailType":"TaxLineDetail",
         "TaxLineDetail":{"TaxRateRef":{"value":"<TaxRate %s>"},"PercentBased":true}}
        """
        .formatted(amount, rate);
  }

  /** A receipt of these lines, which says this of its tax. */
  static String taxed(String detail, String lines) {
    return receipt("\"TxnTaxDetail\":{" + detail + "},", lines);
  }

  /** A receipt of these lines, with these for its tax. */
  static String overridden(String lines, String... taxLines) {
    return taxed("\"TaxLine\":[" + String.join(",", taxLines) + "]", lines);
  }

  /** Which object an update is about, and which version of it. */
  static String key(String id, String token) {
    return "\"Id\":\"" + id + "\",\"SyncToken\":\"" + token + "\",";
  }

  static void assertTotal(JsonNode made, String tax, String total) {
    assertThat(made.at("/TxnTaxDetail/TotalTax").decimalValue())
        .as(made.toString())
        .isEqualByComparingTo(tax);
    assertThat(made.path("TotalAmt").decimalValue()).isEqualByComparingTo(total);
  }

  static String customer(String properties) {
    return "{" + properties + "}";
  }

  static String item(String properties) {
    return "{" + properties + "," + ACCOUNTS + "}";
  }

  static String stocked(String more) {
    return item(
        "\"Name\":\"Mug\",\"Type\":\"Inventory\",\"TrackQtyOnHand\":true,\"QtyOnHand\":10,"
            + "\"InvStartDate\":\"2026-01-01\",\"AssetAccountRef\":{\"value\":\"<Account Inventory Asset>\"}"
            + more);
  }
}
