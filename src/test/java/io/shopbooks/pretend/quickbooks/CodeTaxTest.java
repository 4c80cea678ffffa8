package io.shopbooks.pretend.quickbooks;

import static io.shopbooks.pretend.quickbooks.Requests.assertTotal;
import static io.shopbooks.pretend.quickbooks.Requests.line;
import static io.shopbooks.pretend.quickbooks.Requests.overridden;
import static io.shopbooks.pretend.quickbooks.Requests.override;
import static io.shopbooks.pretend.quickbooks.Requests.receipt;
import static io.shopbooks.pretend.quickbooks.Requests.taxCode;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CodeTaxTest {

  private static final String STANDARD = taxCode("20.0% S");

  @Test
  @DisplayName("8.2 each line has a tax code that exists")
  void each_line_has_a_tax_code() {
    try (var wire = Wire.to(Region.GB)) {
      wire.refuses("6000", "salesreceipt", receipt("", line("40", STANDARD) + "," + line("5", "")));
      wire.refuses(
          "2500", "salesreceipt", receipt("", line("40", "\"TaxCodeRef\":{\"value\":\"TAX\"}")));
      assertTotal(wire.made("salesreceipt", receipt("", line("40", STANDARD))), "8", "48");
    }
  }

  @Test
  @DisplayName("8.1 American properties are unknown elsewhere")
  void american_properties_are_unknown() {
    try (var wire = Wire.to(Region.GB)) {
      wire.refuses(
          "2010", "salesreceipt", receipt("\"ApplyTaxAfterDiscount\":true,", line("40", STANDARD)));
      wire.refuses(
          "2010",
          "salesreceipt",
          receipt(
              "\"TxnTaxDetail\":{\"TxnTaxCodeRef\":{\"value\":\"<TaxCode 20.0% S>\"}},",
              line("40", STANDARD)));
      wire.refuses(
          "2010",
          "salesreceipt",
          receipt("\"ShippingTaxIncludedInTotalTax\":true,", line("40", STANDARD)));
    }
  }

  @Test
  @DisplayName("10 zero-rated, exempt and harmonised codes of Canada")
  void canadian_codes_differ() {
    try (var wire = Wire.to(Region.CA)) {
      var lines =
          line("100", taxCode("HST ON"))
              + ","
              + line("10", taxCode("Zero-rated"))
              + ","
              + line("5", taxCode("Exempt"));
      assertTotal(wire.made("salesreceipt", receipt("", lines)), "13", "128");
    }
  }

  @Test
  @DisplayName("8.2 a tax line is of a rate that the lines' codes have, each once")
  void a_tax_line_is_of_a_rate_of_the_lines() {
    try (var wire = Wire.to(Region.GB)) {
      wire.refuses(
          "6000", "salesreceipt", overridden(line("40", STANDARD), override("VAT 5", "2.00")));
      wire.refuses(
          "6000",
          "salesreceipt",
          overridden(line("40", STANDARD), override("VAT 20", "8.00"), override("VAT 20", "8.00")));
      wire.refuses(
          "2500",
          "salesreceipt",
          overridden(
              line("40", STANDARD), override("VAT 20", "8.00").replace("<TaxRate VAT 20>", "99")));
      wire.refuses(
          "2170",
          "salesreceipt",
          overridden(
              line("40", STANDARD),
              override("VAT 20", "8.00").replace("\"TaxLineDetail\",", "\"TaxLine\",")));
      wire.refuses(
          "6000",
          "salesreceipt",
          overridden(line("40", STANDARD), override("VAT 20", "8.00"))
              .replace("{\"TaxLine\"", "{\"TotalTax\":9,\"TaxLine\""));
      wire.made("salesreceipt", overridden(line("40", STANDARD), override("VAT 20", "8.00")));
    }
  }

  @Test
  @DisplayName("8.2 6170: not applicable and a tax detail exclude each other")
  void not_applicable_has_no_detail() {
    try (var wire = Wire.to(Region.GB)) {
      var none = "\"GlobalTaxCalculation\":\"NotApplicable\",";
      wire.refuses(
          "6170",
          "salesreceipt",
          receipt(none + "\"TxnTaxDetail\":{\"TotalTax\":0},", line("40", "")));
      var made = wire.made("salesreceipt", receipt(none, line("40", "")));
      assertThat(made.path("TotalAmt").decimalValue()).isEqualByComparingTo("40");
      assertThat(made.has("TxnTaxDetail")).isFalse();
    }
  }

  @Test
  @DisplayName("7.2 the word is TaxInclusive, not TaxIncluded")
  void the_word_is_tax_inclusive() {
    try (var wire = Wire.to(Region.GB)) {
      wire.refuses(
          "2170",
          "salesreceipt",
          receipt("\"GlobalTaxCalculation\":\"TaxIncluded\",", line("40", STANDARD)));
      wire.made(
          "salesreceipt",
          receipt("\"GlobalTaxCalculation\":\"TaxInclusive\",", line("40", STANDARD)));
    }
  }

  @Test
  @DisplayName("8.2 sent back as it stood, the tax detail keeps the old tax")
  void an_echoed_detail_keeps_the_old_tax() {
    try (var wire = Wire.to(Region.GB)) {
      var made = wire.made("salesreceipt", receipt("", line("40", STANDARD)));
      var update = "\"Id\":\"" + wire.idOf(made) + "\",\"SyncToken\":\"0\",";
      var echo =
          receipt(
              update + "\"TxnTaxDetail\":" + made.path("TxnTaxDetail") + ",", line("80", STANDARD));
      assertTotal(wire.made("salesreceipt", echo), "8", "88");
      var without = receipt(update.replace("\"0\"", "\"1\""), line("80", STANDARD));
      assertTotal(wire.made("salesreceipt", without), "16", "96");
    }
  }

  @Test
  @DisplayName("6.2 with sales tax off, codes are not needed and the detail is ignored")
  void without_sales_tax_nothing_is_taxed() {
    try (var wire = Wire.to(Region.GB)) {
      wire.company.preferences().useSalesTax(false);
      var made = wire.made("salesreceipt", overridden(line("40", ""), override("VAT 20", "8.00")));
      assertThat(made.path("TotalAmt").decimalValue()).isEqualByComparingTo("40");
      assertThat(made.has("TxnTaxDetail")).isFalse();
    }
  }

  @Test
  void a_person_adds_tax_codes_and_renames_accounts() {
    try (var wire = Wire.to(Region.GB)) {
      wire.company.lists().addTaxRate("VAT 12.5", "12.5", "HMRC");
      wire.company.lists().addTaxCode("Reduced", "VAT 12.5");
      wire.company.lists().rename("Account", "HMRC Payable", "VAT control");
      wire.made("salesreceipt", receipt("", line("100", taxCode("Reduced"))));
      assertThat(wire.balance("Stripe clearing")).isEqualByComparingTo("112.5");
      wire.company.lists().inactivate("TaxCode", "Reduced");
      wire.refuses("610", "salesreceipt", receipt("", line("100", taxCode("Reduced"))));
    }
  }

  @Test
  @DisplayName("7.4 the tax of an expense is owed less")
  void the_tax_of_an_expense_is_owed_less() {
    try (var wire = Wire.to(Region.GB)) {
      var expense =
          """
          {"AccountRef":{"value":"<Account Checking>"},"PaymentType":"Cash",
           "Line":[{"Amount":10,"DetailType":"AccountBasedExpenseLineDetail",
            "AccountBasedExpenseLineDetail":{"AccountRef":{"value":"<Account Merchant fees>"},%s}}]}
          """
              .formatted(STANDARD);
      assertTotal(wire.made("purchase", expense), "2", "12");
      assertThat(wire.balance("HMRC Payable")).isEqualByComparingTo("2");
      wire.refuses(
          "6170",
          "purchase",
          expense.replace(
              "{\"AccountRef\":{\"value\":\"<Account C",
              "{\"GlobalTaxCalculation\":\"NotApplicable\",\"TxnTaxDetail\":{},\"AccountRef\":{\"value\":\"<Account C"));
    }
  }
}
