package io.shopbooks.pretend.quickbooks;

import static io.shopbooks.pretend.quickbooks.Requests.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CdcTest {

  private Wire wire;

  @BeforeEach
  void open() {
    wire = Wire.to(Region.US);
    wire.later(Duration.ofHours(1));
  }

  @AfterEach
  void close() {
    wire.close();
  }

  private Wire.Reply changes(String entities, String since) {
    return wire.get("cdc?entities=" + entities + "&changedSince=" + since.replace("+", "%2B"));
  }

  private JsonNode response(Wire.Reply reply, int entity) {
    return reply.json().at("/CDCResponse/0/QueryResponse/" + entity);
  }

  @Test
  @DisplayName("4.2 changes of several entities come in one answer, deleted ones last")
  void deleted_objects_come_last() {
    var gone = wire.idOf(wire.made("salesreceipt", receipt("")));
    wire.made("salesreceipt", receipt("\"PrivateNote\":\"shopbooks:1\","));
    wire.made("customer", "{\"DisplayName\":\"Jane\"}");
    wire.made("salesreceipt?operation=delete", "{\"Id\":\"" + gone + "\",\"SyncToken\":\"0\"}");
    var reply = changes("SalesReceipt,Customer,Invoice", "2026-03-10T17:30:00Z");
    var receipts = response(reply, 0).path("SalesReceipt");
    assertThat(receipts).hasSize(2);
    assertThat(receipts.get(0).path("PrivateNote").asText()).isEqualTo("shopbooks:1");
    assertThat(receipts.get(1).path("status").asText()).isEqualTo("Deleted");
    assertThat(receipts.get(1).path("Id").asText()).isEqualTo(gone);
    assertThat(receipts.get(1).has("TotalAmt")).isFalse();
    assertThat(response(reply, 0).path("maxResults").asInt()).isEqualTo(2);
    assertThat(response(reply, 1).path("Customer")).hasSize(1);
    assertThat(response(reply, 2)).isEmpty();
  }

  @Test
  @DisplayName("4.2 it looks back 30 days at most")
  void it_looks_back_thirty_days() {
    assertThat(changes("Invoice", "2026-02-08T17:59:59Z").code()).isEqualTo("4001");
    assertThat(changes("Invoice", "2026-02-08T18:00:00Z").status()).isEqualTo(200);
  }

  @Test
  @DisplayName("4.2 tax lists are not covered, unknown ones neither")
  void some_entities_are_not_covered() {
    for (var entity :
        List.of(
            "TaxCode",
            "TaxRate",
            "TaxAgency",
            "JournalCode",
            "TimeActivity",
            "invoice",
            "Counter")) {
      assertThat(changes("Invoice," + entity, "2026-03-10").code()).as(entity).isEqualTo("4001");
    }
    assertThat(
            changes("Invoice,Account,Class,Department,Term,PaymentMethod,Preferences", "2026-03-10")
                .status())
        .isEqualTo(200);
  }

  @Test
  @DisplayName("4.2 entities and changedSince are needed, and a time is a time")
  void its_parameters_are_needed() {
    assertThat(wire.get("cdc?entities=Invoice").code()).isEqualTo("2020");
    assertThat(wire.get("cdc?changedSince=2026-03-10").code()).isEqualTo("2020");
    assertThat(changes("Invoice", "lately").code()).isEqualTo("4001");
    assertThat(wire.get("cdc?entities=Invoice&changedSince=2026-03-10&startposition=1").code())
        .isEqualTo("2010");
  }

  @Test
  @DisplayName("4.2 an answer has 1000 objects at most and no second page")
  void an_answer_has_a_thousand_objects() {
    for (int i = 0; i < 34; i++) {
      var items = new String[30];
      for (int j = 0; j < 30; j++) {
        items[j] = BatchTest.create("b" + j, receipt(""));
      }
      wire.post("batch", BatchTest.batch(items));
    }
    wire.made("customer", "{\"DisplayName\":\"Jane\"}");
    var reply = changes("SalesReceipt,Customer", "2026-03-10T17:30:00Z");
    assertThat(response(reply, 0).path("SalesReceipt")).hasSize(1000);
    assertThat(response(reply, 1).path("Customer")).isEmpty();
  }

  @Test
  @DisplayName("2.1 times are whole seconds: a later part of the same second misses the change")
  void times_are_whole_seconds() {
    wire.later(Duration.ofMillis(700));
    wire.made("customer", "{\"DisplayName\":\"Jane\"}");
    assertThat(response(changes("Customer", "2026-03-10T18:00:00.500Z"), 0)).isEmpty();
    assertThat(response(changes("Customer", "2026-03-10T18:00:00Z"), 0).path("Customer"))
        .hasSize(1);
  }
}
