package io.shopbooks.pretend.quickbooks;

import static io.shopbooks.pretend.quickbooks.Requests.discount;
import static io.shopbooks.pretend.quickbooks.Requests.line;
import static io.shopbooks.pretend.quickbooks.Requests.receipt;
import static io.shopbooks.pretend.quickbooks.Requests.taxCode;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CodeTaxTest {

  private static final String STANDARD = taxCode("20.0% S");

  private static String override(String rate, String amount) {
    return """
        {"Amount":%s,"DetailType":"TaxLineDetail",
         "TaxLineDetail":{"TaxRateRef":{"value":"<TaxRate %s>"},"PercentBased":true}}
        """
        .formatted(amount, rate);
  }

  private static String overridden(String lines, String... taxLines) {
    return receipt("\"TxnTaxDetail\":{\"TaxLine\":[" + String.join(",", taxLines) + "]},", lines);
  }

  private static void assertTotal(JsonNode made, String tax, String total) {
    assertThat(made.at("/TxnTaxDetail/TotalTax").decimalValue())
        .as(made.toString())
        .isEqualByComparingTo(tax);
    assertThat(made.path("TotalAmt").decimalValue()).isEqualByComparingTo(total);
  }

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
  @DisplayName("8.2 tax is rounded per rate on summed amounts")
  void tax_is_rounded_per_rate() {
    try (var wire = Wire.to(Region.CA)) {
      var code = taxCode("GST/QST QC - 9.975");
      var made =
          wire.made("salesreceipt", receipt("", line("19.99", code) + "," + line("0.33", code)));
      assertThat(made.at("/TxnTaxDetail/TaxLine/0/Amount").decimalValue())
          .isEqualByComparingTo("1.02");
      assertThat(made.at("/TxnTaxDetail/TaxLine/1/Amount").decimalValue())
          .isEqualByComparingTo("2.03");
      assertThat(made.at("/TxnTaxDetail/TaxLine/1/TaxLineDetail/TaxPercent").decimalValue())
          .isEqualByComparingTo("9.975");
      assertTotal(made, "3.05", "23.37");
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
  @DisplayName("8.2 a tax line may differ from the computed tax by rounding only")
  void a_tax_line_differs_by_rounding_only() {
    try (var wire = Wire.to(Region.GB)) {
      wire.refuses(
          "6000", "salesreceipt", overridden(line("40", STANDARD), override("VAT 20", "8.02")));
      wire.refuses(
          "6000", "salesreceipt", overridden(line("40", STANDARD), override("VAT 20", "7.98")));
      var made =
          wire.made("salesreceipt", overridden(line("40", STANDARD), override("VAT 20", "8.01")));
      assertTotal(made, "8.01", "48.01");
      assertThat(
              made.at("/TxnTaxDetail/TaxLine/0/TaxLineDetail/OverrideDeltaAmount").decimalValue())
          .isEqualByComparingTo("0.01");
    }
  }

  @Test
  @DisplayName("14 the tolerance grows with the lines and is a setting")
  void the_tolerance_grows_with_the_lines() {
    try (var wire = Wire.to(Region.GB)) {
      var three = line("10", STANDARD) + "," + line("10", STANDARD) + "," + line("20", STANDARD);
      wire.refuses("6000", "salesreceipt", overridden(three, override("VAT 20", "8.03")));
      wire.made("salesreceipt", overridden(three, override("VAT 20", "8.02")));
      wire.company.preferences().taxTolerancePerLine("0");
      wire.refuses("6000", "salesreceipt", overridden(three, override("VAT 20", "8.01")));
      wire.company.preferences().taxTolerancePerLine("100");
      wire.made("salesreceipt", overridden(three, override("VAT 20", "5.00")));
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
  @DisplayName("8.2 a gross amount fixes the tax of its line")
  void a_gross_amount_fixes_the_tax() {
    try (var wire = Wire.to(Region.CA)) {
      var gross = line("132.74", "\"TaxInclusiveAmt\":150," + taxCode("HST ON"));
      wire.refuses(
          "2600", "salesreceipt", receipt("\"GlobalTaxCalculation\":\"TaxExcluded\",", gross));
      wire.refuses(
          "6000",
          "salesreceipt",
          receipt("\"GlobalTaxCalculation\":\"TaxInclusive\",", gross.replace("150", "151")));
      assertTotal(
          wire.made("salesreceipt", receipt("\"GlobalTaxCalculation\":\"TaxInclusive\",", gross)),
          "17.26",
          "150");
      var shown =
          wire.made(
              "salesreceipt",
              receipt(
                  "\"GlobalTaxCalculation\":\"TaxInclusive\",", line("100", taxCode("HST ON"))));
      assertThat(shown.at("/Line/0/SalesItemLineDetail/TaxInclusiveAmt").decimalValue())
          .isEqualByComparingTo("113");
    }
  }

  @Test
  @DisplayName("0.11 TaxInclusiveAmt exists in GB, AU and CA only")
  void gross_amounts_exist_in_three_countries() {
    try (var wire = Wire.to(Region.JP)) {
      var inclusive = "\"GlobalTaxCalculation\":\"TaxInclusive\",";
      wire.refuses(
          "2010",
          "salesreceipt",
          receipt(inclusive, line("1000", "\"TaxInclusiveAmt\":1100," + taxCode("10% Standard"))));
    }
    try (var wire = Wire.to(Region.AU)) {
      var inclusive = "\"GlobalTaxCalculation\":\"TaxInclusive\",";
      assertTotal(
          wire.made(
              "salesreceipt",
              receipt(inclusive, line("100", "\"TaxInclusiveAmt\":110," + taxCode("GST")))),
          "10",
          "110");
    }
  }

  @Test
  @DisplayName("7.3 a discount lowers the tax of its code, or of all lines in proportion")
  void a_discount_lowers_the_tax() {
    try (var wire = Wire.to(Region.GB)) {
      var lines = line("100", STANDARD) + "," + line("100", taxCode("0.0% Z"));
      assertTotal(
          wire.made("salesreceipt", receipt("", lines + "," + discount("20", ""))), "18", "198");
      assertTotal(
          wire.made("salesreceipt", receipt("", lines + "," + discount("20", STANDARD))),
          "16",
          "196");
    }
  }

  @Test
  @DisplayName("7.3 a negative item line carries its own tax back")
  void a_negative_line_takes_its_tax_back() {
    try (var wire = Wire.to(Region.GB)) {
      var lines = line("100", STANDARD) + "," + line("Discount", "-10", STANDARD);
      assertTotal(wire.made("salesreceipt", receipt("", lines)), "18", "108");
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
  @DisplayName("14 amounts of a currency without cents have none")
  void yen_have_no_cents() {
    try (var wire = Wire.to(Region.JP)) {
      var made = wire.made("salesreceipt", receipt("", line("1000.4", taxCode("8% Reduced"))));
      assertTotal(made, "80", "1080");
      wire.refuses(
          "6070",
          "salesreceipt",
          receipt("", line("1001", "\"Qty\":3,\"UnitPrice\":333.3," + taxCode("8% Reduced"))));
      wire.made(
          "salesreceipt",
          receipt("", line("1000", "\"Qty\":3,\"UnitPrice\":333.3," + taxCode("8% Reduced"))));
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

  @Test
  @DisplayName("8.2 a rate can be taken of the amount and the taxes before it")
  void a_rate_on_amount_plus_tax() {
    try (var wire = Wire.to(Region.CA)) {
      wire.company.lists().addTaxRate("PST 10 on tax", "10", "Revenu Québec");
      wire.company.lists().addCompoundTaxCode("GST + PST on tax", "GST", "PST 10 on tax");
      var made = wire.made("salesreceipt", receipt("", line("100", taxCode("GST + PST on tax"))));
      assertTotal(made, "15.50", "115.50");
    }
  }
}
