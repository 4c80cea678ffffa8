package io.shopbooks.pretend.quickbooks;

import static io.shopbooks.pretend.quickbooks.Requests.assertTotal;
import static io.shopbooks.pretend.quickbooks.Requests.line;
import static io.shopbooks.pretend.quickbooks.Requests.receipt;
import static io.shopbooks.pretend.quickbooks.Requests.taxed;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** American companies that let QuickBooks find the rate. */
class AutomatedTaxTest {

  private static final String TAX = "\"TaxCodeRef\":{\"value\":\"TAX\"}";
  private static final String NON = "\"TaxCodeRef\":{\"value\":\"NON\"}";
  private static final String ANGELES = "\"TxnTaxCodeRef\":{\"value\":\"<TaxCode Los Angeles>\"}";
  private static final String TO_CALIFORNIA =
      "\"ShipAddr\":{\"Line1\":\"1 Sunset\",\"CountrySubDivisionCode\":\"CA\"},";

  @Test
  @DisplayName("8.1 automated tax replaces the code by that of the destination")
  void automated_tax_replaces_the_code() {
    try (var wire = Wire.to(Region.US_AUTOMATED)) {
      var texas = "\"TxnTaxDetail\":{\"TxnTaxCodeRef\":{\"value\":\"<TaxCode Texas>\"}},";
      var made = wire.made("salesreceipt", receipt(texas + TO_CALIFORNIA, line("100", TAX)));
      assertThat(made.at("/TxnTaxDetail/TxnTaxCodeRef/name").asText()).isEqualTo("Los Angeles");
      assertTotal(made, "9.50", "109.50");
      var home = wire.made("salesreceipt", receipt("", line("100", TAX)));
      assertThat(home.at("/TxnTaxDetail/TxnTaxCodeRef/name").asText()).isEqualTo("New York City");
      var oregon =
          wire.made(
              "salesreceipt", receipt(TO_CALIFORNIA.replace("\"CA\"", "\"OR\""), line("100", TAX)));
      assertTotal(oregon, "0", "100");
    }
  }

  @Test
  @DisplayName("8.1 automated tax keeps an explicit total")
  void automated_tax_keeps_an_explicit_total() {
    try (var wire = Wire.to(Region.US_AUTOMATED)) {
      var request =
          receipt("\"TxnTaxDetail\":{\"TotalTax\":9.37}," + TO_CALIFORNIA, line("100", TAX));
      var made = wire.made("salesreceipt", request);
      assertTotal(made, "9.37", "109.37");
      assertThat(made.at("/TxnTaxDetail/TaxReviewStatus").asText()).isEqualTo("AST_TAX_OVERRIDE");
      wire.company.preferences().assume(Assumption.TOTAL_TAX_NEEDS_CODE, true);
      assertTotal(wire.made("salesreceipt", request), "9.50", "109.50");
      assertTotal(
          wire.made("salesreceipt", request.replace("\"TotalTax\"", ANGELES + ",\"TotalTax\"")),
          "9.37",
          "109.37");
      wire.company.preferences().assume(Assumption.TOTAL_TAX_FORBIDDEN, true);
      assertTotal(
          wire.made("salesreceipt", request.replace("\"TotalTax\"", ANGELES + ",\"TotalTax\"")),
          "9.50",
          "109.50");
    }
  }

  @Test
  @DisplayName("8.1 UseAutomatedSalesTax chooses between automated and the app's own rates")
  void an_app_may_choose_its_own_rates() {
    try (var wire = Wire.to(Region.US_AUTOMATED)) {
      var texas = "\"TxnTaxCodeRef\":{\"value\":\"<TaxCode Texas>\"},\"UseAutomatedSalesTax\":";
      var own = receipt("\"TxnTaxDetail\":{" + texas + "false}," + TO_CALIFORNIA, line("100", TAX));
      assertTotal(wire.made("salesreceipt", own), "8.25", "108.25");
      var always =
          receipt(
              "\"TxnTaxDetail\":{" + texas + "true,\"TotalTax\":1}," + TO_CALIFORNIA,
              line("100", TAX));
      assertTotal(wire.made("salesreceipt", always), "9.50", "109.50");
    }
  }

  @Test
  @DisplayName("7.3 automated tax does not tax the shipping box")
  void automated_tax_leaves_the_shipping_box_alone() {
    try (var wire = Wire.to(Region.US_AUTOMATED)) {
      var lines =
          line("100", TAX)
              + ","
              + line("10", TAX).replace("<Item Online sale>", "SHIPPING_ITEM_ID");
      assertTotal(wire.made("salesreceipt", receipt(TO_CALIFORNIA, lines)), "9.50", "119.50");
    }
  }

  @Test
  @DisplayName("6.2 automated tax that nobody set up taxes nothing")
  void automated_tax_not_set_up_taxes_nothing() {
    try (var wire = Wire.to(Region.US_NOT_SET_UP)) {
      assertThat(
              wire.get("preferences")
                  .json()
                  .at("/Preferences/TaxPrefs/PartnerTaxEnabled")
                  .asBoolean(true))
          .isFalse();
      assertTotal(
          wire.made("salesreceipt", taxed(ANGELES + ",\"TotalTax\":3.80", line("40", TAX))),
          "0",
          "40");
    }
  }
}
