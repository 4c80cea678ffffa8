package io.shopbooks.pretend.quickbooks;

import static io.shopbooks.pretend.quickbooks.Requests.assertTotal;
import static io.shopbooks.pretend.quickbooks.Requests.discount;
import static io.shopbooks.pretend.quickbooks.Requests.line;
import static io.shopbooks.pretend.quickbooks.Requests.overridden;
import static io.shopbooks.pretend.quickbooks.Requests.override;
import static io.shopbooks.pretend.quickbooks.Requests.receipt;
import static io.shopbooks.pretend.quickbooks.Requests.taxCode;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What tax by codes comes to: rounding, what is written over it, discounts and gross amounts. */
class CodeTaxAmountsTest {

  private static final String STANDARD = taxCode("20.0% S");

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
