package io.shopbooks.pretend.quickbooks;

import static io.shopbooks.pretend.quickbooks.Requests.discount;
import static io.shopbooks.pretend.quickbooks.Requests.line;
import static io.shopbooks.pretend.quickbooks.Requests.link;
import static io.shopbooks.pretend.quickbooks.Requests.payment;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is read can be sent back as a full update: the way to change one property of an object. */
class EchoTest {

  private static final Map<Region, String> CODES =
      Map.of(
          Region.GB, "20.0% S",
          Region.CA, "GST/QST QC - 9.975",
          Region.AU, "GST",
          Region.FR, "20,0% TVA",
          Region.JP, "10% Standard");

  private static String taxed(Region region, String amount) {
    var code = CODES.get(region);
    return line(
        amount, code == null ? "\"TaxCodeRef\":{\"value\":\"TAX\"}" : Requests.taxCode(code));
  }

  private static String form(Region region, String number, boolean refund) {
    var tax =
        region.isAmerican()
            ? "\"TxnTaxDetail\":{\"TxnTaxCodeRef\":{\"value\":\"<TaxCode Texas>\"}},"
            : "";
    var account = refund ? "\"DepositToAccountRef\":{\"value\":\"<Account Checking>\"}," : "";
    var lines = taxed(region, "40") + "," + taxed(region, "-4") + "," + discount("6", "");
    return """
        {"DocNumber":"%s",%s%s "CustomerRef":{"value":"<Customer WooCommerce>"},
         "ShipAddr":{"Line1":"1 Main","City":"Austin","CountrySubDivisionCode":"TX"},"Line":[%s]}
        """
        .formatted(number, tax, account, lines);
  }

  @ParameterizedTest
  @EnumSource
  void documents_can_be_sent_back(Region region) {
    try (var wire = Wire.to(region)) {
      wire.made("salesreceipt", form(region, "1", false));
      wire.made("refundreceipt", form(region, "2", true));
      wire.made("creditmemo", form(region, "3", false));
      var bill = wire.made("invoice", form(region, "4", false));
      var paid = payment("5", link("5", "Invoice", wire.idOf(bill)));
      wire.made(
          "payment", paid.replace("{\"CustomerRef\"", "{\"PaymentRefNum\":\"p\",\"CustomerRef\""));
      wire.made(
          "purchase",
          """
          {"AccountRef":{"value":"<Account Checking>"},"PaymentType":"Cash","Line":[{"Amount":3,
           "DetailType":"AccountBasedExpenseLineDetail",
           "AccountBasedExpenseLineDetail":{"AccountRef":{"value":"<Account Merchant fees>"}}}]}
          """);
      wire.made(
          "journalentry",
          """
          {"Line":[{"Amount":10,"DetailType":"JournalEntryLineDetail",
            "JournalEntryLineDetail":{"PostingType":"Debit","AccountRef":{"value":"<Account Checking>"}}},
           {"Amount":10,"DetailType":"JournalEntryLineDetail",
            "JournalEntryLineDetail":{"PostingType":"Credit","AccountRef":{"value":"<Account Services>"}}}]}
          """);
      wire.made(
          "deposit",
          """
          {"DepositToAccountRef":{"value":"<Account Checking>"},"Line":[{"Amount":7,
           "DetailType":"DepositLineDetail",
           "DepositLineDetail":{"AccountRef":{"value":"<Account Services>"}}}]}
          """);
      var before = wire.company.trialBalance();
      for (var document : wire.company.documents()) {
        var resource = document.type().toLowerCase();
        echo(wire, resource, wire.get(resource + "/" + document.id()).json().path(document.type()));
      }
      assertThat(wire.company.trialBalance()).isEqualTo(before);
      assertThat(wire.company.documents()).hasSize(8).allMatch(d -> !d.syncToken().equals("0"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void list_objects_can_be_sent_back(Region region) {
    try (var wire = Wire.to(region)) {
      wire.company.lists().addInventoryItem("Mug", "10", "3", "2026-01-01");
      wire.company.preferences().useCurrencies();
      wire.company.lists().addCurrency("CHF");
      for (var type :
          List.of(
              "Customer",
              "Vendor",
              "Employee",
              "Item",
              "Account",
              "PaymentMethod",
              "Class",
              "Department",
              "Term",
              "CompanyCurrency")) {
        var found =
            wire.query("select * from " + type + " maxresults 1000")
                .json()
                .at("/QueryResponse/" + type);
        assertThat(found).as(type).isNotEmpty();
        found.forEach(object -> echo(wire, type.toLowerCase(), object));
      }
    }
  }

  /** Sends an object back; what QuickBooks moves by itself may differ, nothing else. */
  private static void echo(Wire wire, String resource, JsonNode object) {
    var after = wire.made(resource, object.toString());
    assertThat(lasting(after)).isEqualTo(lasting(object));
  }

  /** Without token, times, the reshuffled address, and the word about a tax that was sent. */
  private static JsonNode lasting(JsonNode object) {
    var kept = (ObjectNode) object.deepCopy();
    if (kept.get("TxnTaxDetail") instanceof ObjectNode tax) {
      tax.remove("TaxReviewStatus");
    }
    return kept.remove(List.of("SyncToken", "MetaData", "ShipAddr"));
  }
}
