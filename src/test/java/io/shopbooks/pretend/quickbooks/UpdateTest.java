package io.shopbooks.pretend.quickbooks;

import static io.shopbooks.pretend.quickbooks.Requests.key;
import static io.shopbooks.pretend.quickbooks.Requests.line;
import static io.shopbooks.pretend.quickbooks.Requests.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class UpdateTest {

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
  @DisplayName("2.4 the SyncToken must be there and be the newest")
  void the_sync_token_is_the_newest() {
    var id = wire.idOf(sale());
    wire.refuses("2020", "salesreceipt", receipt("\"Id\":\"" + id + "\","));
    wire.refuses("5010", "salesreceipt", receipt(key(id, "1")));
    wire.made("salesreceipt", receipt(key(id, "0")));
    wire.refuses(
        "5010",
        "salesreceipt?operation=delete",
        "{" + key(id, "0") + "\"x\":1}".replace("\"x\":1", "\"sparse\":false"));
    wire.refuses(
        "5010",
        "salesreceipt?operation=update&include=void",
        "{\"Id\":\"" + id + "\",\"SyncToken\":\"0\"}");
  }

  @Test
  @DisplayName("9.2 610 and 2030: the id exists and is one")
  void the_id_exists() {
    wire.refuses("610", "salesreceipt", receipt(key("4711", "0")));
    wire.refuses("2030", "salesreceipt", receipt(key("WC-1", "0")));
    assertThat(wire.get("salesreceipt/4711").code()).isEqualTo("610");
    var id = wire.idOf(sale());
    assertThat(wire.get("salesreceipt/" + id).text("/SalesReceipt/DocNumber")).isEqualTo("WC-1");
    assertThat(wire.get("invoice/" + id).code()).isEqualTo("610");
  }

  @Test
  @DisplayName("2.3 a full update clears what it does not send")
  void a_full_update_clears_the_rest() {
    var id = wire.idOf(sale());
    wire.later(Duration.ofMinutes(5));
    var after = wire.made("salesreceipt", receipt(key(id, "0")));
    assertThat(after.has("PrivateNote")).isFalse();
    assertThat(after.has("DocNumber")).isFalse();
    assertThat(after.path("SyncToken").asText()).isEqualTo("1");
    assertThat(after.at("/MetaData/CreateTime").asText()).isEqualTo("2026-03-10T13:00:00-04:00");
    assertThat(after.at("/MetaData/LastUpdatedTime").asText())
        .isEqualTo("2026-03-10T13:05:00-04:00");
  }

  @Test
  @DisplayName("2.3 a sparse update changes only what it sends")
  void a_sparse_update_changes_what_it_sends() {
    var id = wire.idOf(sale());
    var after =
        wire.made("salesreceipt", "{" + key(id, "0") + "\"sparse\":true,\"PrivateNote\":\"m2\"}");
    assertThat(after.path("PrivateNote").asText()).isEqualTo("m2");
    assertThat(after.path("DocNumber").asText()).isEqualTo("WC-1");
    assertThat(after.path("TotalAmt").decimalValue()).isEqualByComparingTo("40");
    assertThat(after.path("sparse").asBoolean()).isFalse();
  }

  @Test
  @DisplayName("2.3 sparse updates are for some entities only")
  void sparse_updates_are_for_some_entities() {
    var memo = wire.idOf(wire.made("creditmemo", Requests.invoice("", line("5", ""))));
    wire.refuses(
        "500", "creditmemo", "{" + key(memo, "0") + "\"sparse\":true,\"PrivateNote\":\"x\"}");
    wire.made("creditmemo", Requests.invoice(key(memo, "0"), line("6", "")));
  }

  @Test
  @DisplayName("7.3 a line keeps its id; an unknown id makes a new line")
  void a_line_keeps_its_id() {
    var made = wire.made("salesreceipt", receipt("", line("1", "") + "," + line("2", "")));
    var second = line("2", "").replace("{\"DetailType\"", "{\"Id\":\"2\",\"DetailType\"");
    var unknown = line("3", "").replace("{\"DetailType\"", "{\"Id\":\"9\",\"DetailType\"");
    var after =
        wire.made(
            "salesreceipt",
            receipt(key(wire.idOf(made), "0"), second + "," + unknown + "," + line("4", "")));
    assertThat(after.at("/Line/0/Id").asText()).isEqualTo("2");
    assertThat(after.at("/Line/1/Id").asText()).isEqualTo("3");
    assertThat(after.at("/Line/2/Id").asText()).isEqualTo("4");
    assertThat(after.path("TotalAmt").decimalValue()).isEqualByComparingTo("9");
  }

  @Test
  @DisplayName("2.1 an address comes back reshuffled after an update")
  void an_address_is_reshuffled_by_an_update() {
    var address =
        "\"ShipAddr\":{\"Line1\":\"1 Sunset\",\"City\":\"Los Angeles\",\"CountrySubDivisionCode\":\"CA\",\"PostalCode\":\"90001\"},";
    var made = wire.made("salesreceipt", receipt(address));
    assertThat(made.at("/ShipAddr/City").asText()).isEqualTo("Los Angeles");
    var after =
        wire.made(
            "salesreceipt",
            "{" + key(wire.idOf(made), "0") + "\"sparse\":true,\"PrivateNote\":\"x\"}");
    assertThat(after.at("/ShipAddr/Line1").asText()).isEqualTo("WooCommerce");
    assertThat(after.at("/ShipAddr/Line2").asText()).isEqualTo("1 Sunset");
    assertThat(after.at("/ShipAddr/Line3").asText()).isEqualTo("Los Angeles CA 90001");
    assertThat(after.path("ShipAddr").has("City")).isFalse();
  }

  @Test
  @DisplayName("2.3 a deletion answers Deleted and leaves no trace in the accounts")
  void a_deleted_receipt_is_gone() {
    var id = wire.idOf(sale());
    wire.refuses(
        "2010",
        "salesreceipt?operation=delete",
        "{\"Id\":\"" + id + "\",\"SyncToken\":\"0\",\"Why\":1}");
    var gone =
        wire.made("salesreceipt?operation=delete", "{\"Id\":\"" + id + "\",\"SyncToken\":\"0\"}");
    assertThat(gone.path("status").asText()).isEqualTo("Deleted");
    assertThat(gone.path("domain").asText()).isEqualTo("QBO");
    assertThat(wire.get("salesreceipt/" + id).code()).isEqualTo("610");
    assertThat(wire.balance("Stripe clearing")).isEqualByComparingTo("0");
    assertThat(wire.company.deleted())
        .singleElement()
        .satisfies(d -> assertThat(d.memo()).isEqualTo("m1"));
  }

  @Test
  @DisplayName("2.3 a void leaves the document at zero, with a word in its note")
  void a_voided_receipt_is_zero() {
    var id = wire.idOf(sale());
    wire.refuses(
        "500", "salesreceipt?operation=void", "{\"Id\":\"" + id + "\",\"SyncToken\":\"0\"}");
    var after =
        wire.made(
            "salesreceipt?operation=update&include=void",
            "{\"Id\":\"" + id + "\",\"SyncToken\":\"0\",\"sparse\":true}");
    assertThat(after.path("PrivateNote").asText()).isEqualTo("Voided - m1");
    assertThat(after.path("TotalAmt").decimalValue()).isEqualByComparingTo("0");
    assertThat(after.at("/Line/0/Amount").decimalValue()).isEqualByComparingTo("0");
    assertThat(wire.balance("Stripe clearing")).isEqualByComparingTo("0");
  }

  @Test
  @DisplayName("2.3 an invoice is voided by operation=void")
  void an_invoice_is_voided_by_its_operation() {
    var id = wire.idOf(wire.made("invoice", Requests.invoice("", line("40", ""))));
    var key = "{\"Id\":\"" + id + "\",\"SyncToken\":\"0\"}";
    wire.refuses("500", "invoice?operation=update&include=void", key);
    assertThat(wire.made("invoice?operation=void", key).path("Balance").decimalValue())
        .isEqualByComparingTo("0");
    assertThat(wire.company.openReceivables()).isEmpty();
  }

  @Test
  @DisplayName("9.2 documents in closed books can be neither deleted, voided nor moved out")
  void closed_documents_stay() {
    var id = wire.idOf(sale());
    wire.company.preferences().closeBooks(LocalDate.parse("2026-03-10"));
    wire.refuses(
        "6200", "salesreceipt?operation=delete", "{\"Id\":\"" + id + "\",\"SyncToken\":\"0\"}");
    wire.refuses(
        "6200",
        "salesreceipt?operation=update&include=void",
        "{\"Id\":\"" + id + "\",\"SyncToken\":\"0\"}");
    wire.refuses(
        "6200", "salesreceipt", "{" + key(id, "0") + "\"sparse\":true,\"TxnDate\":\"2026-03-11\"}");
  }

  @Test
  @DisplayName("2.4 a person's edit moves the SyncToken")
  void a_person_moves_the_sync_token() {
    var id = wire.idOf(sale());
    wire.company.edit("SalesReceipt", id, "{\"PrivateNote\":\"seen\"}");
    wire.refuses("5010", "salesreceipt", receipt(key(id, "0")));
    wire.company.voids("SalesReceipt", id);
    assertThat(wire.get("salesreceipt/" + id).text("/SalesReceipt/PrivateNote"))
        .isEqualTo("Voided - seen");
    wire.company.delete("SalesReceipt", id);
    assertThat(wire.get("salesreceipt/" + id).code()).isEqualTo("610");
  }
}
