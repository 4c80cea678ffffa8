package io.shopbooks.pretend.quickbooks;

import static io.shopbooks.pretend.quickbooks.Requests.assertTotal;
import static io.shopbooks.pretend.quickbooks.Requests.discount;
import static io.shopbooks.pretend.quickbooks.Requests.line;
import static io.shopbooks.pretend.quickbooks.Requests.receipt;
import static io.shopbooks.pretend.quickbooks.Requests.taxed;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AmericanTaxTest {

  private static final String TAX = "\"TaxCodeRef\":{\"value\":\"TAX\"}";
  private static final String NON = "\"TaxCodeRef\":{\"value\":\"NON\"}";
  private static final String ANGELES = "\"TxnTaxCodeRef\":{\"value\":\"<TaxCode Los Angeles>\"}";
  private static final String TO_CALIFORNIA =
      "\"ShipAddr\":{\"Line1\":\"1 Sunset\",\"CountrySubDivisionCode\":\"CA\"},";

  @Test
  @DisplayName("8.1 6100: a line is TAX or NON")
  void a_line_is_tax_or_non() {
    try (var wire = Wire.to(Region.US)) {
      wire.refuses(
          "6100",
          "salesreceipt",
          receipt("", line("40", "\"TaxCodeRef\":{\"value\":\"<TaxCode California>\"}")));
      wire.refuses(
          "6100", "salesreceipt", receipt("", line("40", "\"TaxCodeRef\":{\"value\":\"99\"}")));
      wire.made("salesreceipt", receipt("", line("40", NON)));
    }
  }

  @Test
  @DisplayName("8.1 the code of a document is a tax group that exists")
  void the_code_of_a_document_is_a_group() {
    try (var wire = Wire.to(Region.US)) {
      wire.refuses(
          "2500", "salesreceipt", taxed("\"TxnTaxCodeRef\":{\"value\":\"99\"}", line("40", TAX)));
      wire.refuses(
          "6470", "salesreceipt", taxed("\"TxnTaxCodeRef\":{\"value\":\"TAX\"}", line("40", TAX)));
      wire.refuses(
          "6160",
          "salesreceipt",
          taxed("\"TxnTaxCodeRef\":{\"value\":\"CustomSalesTax\"}", line("40", TAX)));
      var made = wire.made("salesreceipt", taxed(ANGELES, line("40", TAX)));
      var key = "\"Id\":\"" + wire.idOf(made) + "\",\"SyncToken\":\"0\",";
      var custom = "\"TxnTaxDetail\":{\"TxnTaxCodeRef\":{\"value\":\"CustomSalesTax\"}},";
      var update = receipt(key + custom, line("40", TAX));
      wire.refuses("6230", "salesreceipt", update);
    }
  }

  @Test
  @DisplayName("8.1 the rates of the code are put on the taxable lines, rounded per rate")
  void the_rates_of_the_code_count() {
    try (var wire = Wire.to(Region.US)) {
      var made =
          wire.made("salesreceipt", taxed(ANGELES, line("39.99", TAX) + "," + line("10", NON)));
      assertTotal(made, "3.80", "53.79");
      assertThat(made.at("/TxnTaxDetail/TaxLine")).hasSize(2);
      assertThat(made.at("/TxnTaxDetail/TaxLine/0/Amount").decimalValue())
          .isEqualByComparingTo("2.90");
      assertThat(made.at("/TxnTaxDetail/TaxLine/1/Amount").decimalValue())
          .isEqualByComparingTo("0.90");
      assertThat(made.at("/TxnTaxDetail/TaxReviewStatus").asText()).isEqualTo("NON_AST_TAX");
    }
  }

  @Test
  @DisplayName("8.1 a TotalTax is kept and spread over the rates")
  void a_total_tax_is_kept() {
    try (var wire = Wire.to(Region.US)) {
      var made =
          wire.made("salesreceipt", taxed(ANGELES + ",\"TotalTax\":3.81", line("39.99", TAX)));
      assertTotal(made, "3.81", "43.80");
      assertThat(made.at("/TxnTaxDetail/TaxLine/0/Amount").decimalValue())
          .isEqualByComparingTo("2.91");
      assertThat(made.at("/TxnTaxDetail/TaxLine/1/Amount").decimalValue())
          .isEqualByComparingTo("0.90");
      wire.refuses("2290", "salesreceipt", taxed(ANGELES + ",\"TotalTax\":-1", line("40", TAX)));
    }
  }

  @Test
  @DisplayName("8.1 a document without a code has no tax where rates are kept by hand")
  void without_a_code_there_is_no_tax() {
    try (var wire = Wire.to(Region.US)) {
      assertTotal(wire.made("salesreceipt", receipt("", line("40", TAX))), "0", "40");
      assertTotal(wire.made("salesreceipt", taxed("\"TotalTax\":3", line("40", TAX))), "3", "43");
    }
  }

  @Test
  @DisplayName("8.1 without a line code the item and the customer decide")
  void taxability_follows_item_and_customer() {
    try (var wire = Wire.to(Region.US)) {
      assertTotal(wire.made("salesreceipt", taxed(ANGELES, line("100", ""))), "9.50", "109.50");
      wire.company.lists().taxable("Item", "Online sale", false);
      assertTotal(wire.made("salesreceipt", taxed(ANGELES, line("100", ""))), "0", "100");
      wire.company.lists().taxable("Item", "Online sale", true);
      wire.company.lists().taxable("Customer", "WooCommerce", false);
      assertTotal(wire.made("salesreceipt", taxed(ANGELES, line("100", ""))), "0", "100");
    }
  }

  @Test
  @DisplayName(
      "7.2 tax comes first and discount after, unless ApplyTaxAfterDiscount says otherwise")
  void tax_comes_before_discount_by_default() {
    try (var wire = Wire.to(Region.US)) {
      var lines = line("100", TAX) + "," + discount("20", "");
      assertTotal(wire.made("salesreceipt", taxed(ANGELES, lines)), "9.50", "89.50");
      var before = "\"ApplyTaxAfterDiscount\":true,\"TxnTaxDetail\":{" + ANGELES + "},";
      var after = receipt(before, lines);
      assertTotal(wire.made("salesreceipt", after), "7.60", "87.60");
    }
  }

  @Test
  @DisplayName("8.1 QuickBooks adds its shipping tax on top unless the total is said to cover it")
  void shipping_tax_comes_on_top() {
    try (var wire = Wire.to(Region.US)) {
      var lines =
          line("40", TAX) + "," + line("10", TAX).replace("<Item Online sale>", "SHIPPING_ITEM_ID");
      assertTotal(
          wire.made("salesreceipt", taxed(ANGELES + ",\"TotalTax\":4.75", lines)), "5.71", "55.71");
      var covered = "\"ShippingTaxIncludedInTotalTax\":true,";
      var total = "\"TxnTaxDetail\":{" + ANGELES + ",\"TotalTax\":4.75},";
      assertTotal(wire.made("salesreceipt", receipt(covered + total, lines)), "4.75", "54.75");
    }
  }

  @Test
  @DisplayName("6.2 with sales tax off the detail is silently ignored")
  void without_sales_tax_the_detail_vanishes() {
    try (var wire = Wire.to(Region.US)) {
      wire.company.preferences().useSalesTax(false);
      var made = wire.made("salesreceipt", taxed(ANGELES + ",\"TotalTax\":3.80", line("40", TAX)));
      assertThat(made.has("TxnTaxDetail")).isFalse();
      assertThat(made.path("TotalAmt").decimalValue()).isEqualByComparingTo("40");
    }
  }

  @Test
  @DisplayName("14 whether automated tax honours a total of zero is a matter of the company")
  void a_total_of_zero_may_not_count() {
    try (var wire = Wire.to(Region.US_AUTOMATED)) {
      var request = receipt("\"TxnTaxDetail\":{\"TotalTax\":0}," + TO_CALIFORNIA, line("100", TAX));
      assertTotal(wire.made("salesreceipt", request), "9.50", "109.50");
      assertTotal(wire.made("salesreceipt", request.replace("TAX\"", "NON\"")), "0", "100");
      wire.company.preferences().assume(Assumption.ZERO_TOTAL_TAX_HONOURED, true);
      assertTotal(wire.made("salesreceipt", request), "0", "100");
    }
  }

  @Test
  @DisplayName("8.1 a person who edits the document loses the override")
  void an_edit_in_quickbooks_loses_the_override() {
    try (var wire = Wire.to(Region.US_AUTOMATED)) {
      var request =
          receipt("\"TxnTaxDetail\":{\"TotalTax\":9.37}," + TO_CALIFORNIA, line("100", TAX));
      var id = wire.idOf(wire.made("salesreceipt", request));
      wire.company.edit("SalesReceipt", id, "{\"PrivateNote\":\"checked\"}");
      assertThat(wire.company.document(id).orElseThrow().tax()).isEqualByComparingTo("9.50");
    }
  }
}
