package io.shopbooks.pretend.quickbooks;

import static io.shopbooks.pretend.quickbooks.Requests.key;
import static io.shopbooks.pretend.quickbooks.Requests.line;
import static io.shopbooks.pretend.quickbooks.Requests.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The numbers of documents, addresses, and what a customer has. */
class NumbersTest {

  private Wire wire;

  @BeforeEach
  void open() {
    wire = Wire.to(Region.US);
  }

  @AfterEach
  void close() {
    wire.close();
  }

  private JsonNode sale() {
    return wire.made("salesreceipt", receipt("\"DocNumber\":\"WC-1\",\"PrivateNote\":\"m1\","));
  }

  @Test
  @DisplayName("7.5 a number is used once per type, unless told to let it through")
  void a_number_is_used_once() {
    sale();
    var again = receipt("\"DocNumber\":\"WC-1\",");
    wire.refuses("6140", "salesreceipt", again);
    wire.made("invoice", Requests.invoice("\"DocNumber\":\"WC-1\",", line("1", "")));
    wire.made("salesreceipt", receipt("\"DocNumber\":\"WC-2\","));
    wire.made("salesreceipt?include=allowduplicatedocnum", again);
    wire.company.preferences().assume(Assumption.DUPLICATE_NUMBERS_LET_THROUGH, true);
    wire.made("salesreceipt", again);
  }

  @Test
  @DisplayName("7.5 with custom numbers on, a document without a number has none")
  void without_a_number_there_is_none() {
    assertThat(wire.made("salesreceipt", receipt("")).has("DocNumber")).isFalse();
    assertThat(
            wire.made("salesreceipt", receipt("\"DocNumber\":\"AUTO_GENERATE\","))
                .path("DocNumber")
                .asText())
        .isEqualTo("1001");
    assertThat(
            wire.made("salesreceipt", receipt("\"AutoDocNumber\":true,"))
                .path("DocNumber")
                .asText())
        .isEqualTo("1002");
  }

  @Test
  @DisplayName("7.5 with custom numbers off QuickBooks counts, and a number sent comes again")
  void quickbooks_counts_itself() {
    wire.company.preferences().customNumbers(false);
    assertThat(wire.made("salesreceipt", receipt("")).path("DocNumber").asText()).isEqualTo("1001");
    wire.made("salesreceipt", receipt("\"DocNumber\":\"1002\","));
    var made = wire.made("salesreceipt", receipt(""));
    assertThat(made.path("DocNumber").asText()).as("an unwanted duplicate").isEqualTo("1002");
    var updated = wire.made("salesreceipt", receipt(key(wire.idOf(made), "0")));
    assertThat(updated.path("DocNumber").asText()).isEqualTo("1002");
  }

  @Test
  @DisplayName("7.1 an invoice is due by its terms and takes the customer's addresses")
  void an_invoice_takes_what_the_customer_has() {
    wire.made(
        "customer",
        "{\"DisplayName\":\"Jane\",\"BillAddr\":{\"Line1\":\"1 Main\"},\"SalesTermRef\":{\"value\":\"<Term Net 15>\"}}");
    var body =
        Requests.invoice("", line("1", "")).replace("<Customer WooCommerce>", "<Customer Jane>");
    var made = wire.made("invoice", body);
    assertThat(made.path("DueDate").asText()).isEqualTo("2026-03-25");
    assertThat(made.at("/BillAddr/Line1").asText()).isEqualTo("1 Main");
    wire.refuses(
        "5030",
        "invoice",
        body.replace(
            "{ \"Cust", "{\"DepositToAccountRef\":{\"value\":\"<Account Checking>\"},\"Cust"));
  }

  @Test
  @DisplayName("2.1 paths, entities and parameters are exact")
  void addresses_are_exact() {
    assertThat(wire.post("SalesReceipt", receipt("")).code()).isEqualTo("500");
    assertThat(wire.post("salesreceipts", receipt("")).code()).isEqualTo("500");
    assertThat(wire.get("salesreceipt").code()).isEqualTo("500");
    assertThat(wire.call("DELETE", wire.api("salesreceipt/1"), null, null).code()).isEqualTo("500");
    assertThat(
            wire.call("GET", wire.address("/v3/Company/" + Wire.REALM + "/preferences"), null, null)
                .status())
        .isEqualTo(404);
    wire.refuses("2010", "salesreceipt?requestId=1", receipt(""));
    wire.refuses("2010", "salesreceipt?minorversion=99", receipt(""));
    wire.refuses("2170", "salesreceipt?operation=remove", receipt(""));
    wire.refuses("2170", "salesreceipt?include=duplicates", receipt(""));
    wire.made("salesreceipt?minorversion=40", receipt(""));
    wire.made("salesreceipt?minorversion=75", receipt(""));
  }

  @Test
  @DisplayName("2.1 a body is JSON in UTF-8 and says so")
  void a_body_is_json_in_utf_8() {
    wire.refuses("2010", "salesreceipt", "{\"Line\":");
    wire.refuses("2010", "salesreceipt", "[]");
    wire.refuses("2010", "salesreceipt", "{\"DocNumber\":\"1\",\"DocNumber\":\"2\"}");
    assertThat(
            wire.call("POST", wire.api("salesreceipt"), "text/plain", wire.fill(receipt("")))
                .code())
        .isEqualTo("500");
    assertThat(wire.call("POST", wire.api("salesreceipt"), "application/json", null).code())
        .isEqualTo("2010");
  }
}
