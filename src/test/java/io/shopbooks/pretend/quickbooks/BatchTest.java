package io.shopbooks.pretend.quickbooks;

import static io.shopbooks.pretend.quickbooks.Requests.line;
import static io.shopbooks.pretend.quickbooks.Requests.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BatchTest {

  private Wire wire;

  @BeforeEach
  void open() {
    wire = Wire.to(Region.US);
  }

  @AfterEach
  void close() {
    wire.close();
  }

  static String batch(String... items) {
    return "{\"BatchItemRequest\":[" + String.join(",", items) + "]}";
  }

  static String create(String bId, String body) {
    return "{\"bId\":\"" + bId + "\",\"operation\":\"create\",\"SalesReceipt\":" + body + "}";
  }

  private static String many(int count) {
    return batch(
        IntStream.range(0, count)
            .mapToObj(i -> create("b" + i, receipt("")))
            .toArray(String[]::new));
  }

  private JsonNode item(Wire.Reply reply, String bId) {
    for (var item : reply.json().path("BatchItemResponse")) {
      if (item.path("bId").asText().equals(bId)) {
        return item;
      }
    }
    throw new AssertionError(bId + " is missing in " + reply.body());
  }

  @Test
  @DisplayName("4.1 at most 30 items (1040)")
  void a_batch_has_at_most_thirty_items() {
    wire.refuses("1040", "batch", many(31));
    assertThat(wire.post("batch", many(30)).json().path("BatchItemResponse")).hasSize(30);
  }

  @Test
  @DisplayName("2.5 a bId is there, short, and given once")
  void a_bid_is_short_and_unique() {
    wire.refuses("2130", "batch", batch(create("12345678901", receipt(""))));
    wire.refuses("2020", "batch", batch(create("", receipt(""))));
    wire.refuses("2600", "batch", batch(create("a", receipt("")), create("a", receipt(""))));
    wire.refuses("2010", "batch", "{\"Items\":[]}");
    wire.refuses("2020", "batch", batch());
    assertThat(wire.post("batch", batch(create("1234567890", receipt("")))).status())
        .isEqualTo(200);
  }

  @Test
  @DisplayName("4.1 items fail one by one at HTTP 200, and the answers come in another order")
  void items_fail_one_by_one() {
    var reply =
        wire.post(
            "batch",
            batch(
                create("good", receipt("\"DocNumber\":\"1\",")),
                create("twice", receipt("\"DocNumber\":\"1\",")),
                create("wrong", receipt("\"Nonsense\":1,")),
                "{\"bId\":\"item\",\"operation\":\"create\",\"Item\":{\"Name\":\"Shipping\"}}",
                "{\"bId\":\"what\",\"operation\":\"merge\",\"Customer\":{}}",
                "{\"bId\":\"none\",\"operation\":\"create\"}",
                "{\"bId\":\"ask\",\"Query\":\"select * from Term\"}"));
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.text("/BatchItemResponse/0/bId")).isEqualTo("ask");
    assertThat(item(reply, "good").at("/SalesReceipt/TotalAmt").decimalValue())
        .isEqualByComparingTo("40");
    assertThat(item(reply, "twice").at("/Fault/Error/0/code").asText()).isEqualTo("6140");
    assertThat(item(reply, "wrong").at("/Fault/Error/0/code").asText()).isEqualTo("2010");
    assertThat(item(reply, "item").at("/Fault/Error/0/code").asText()).isEqualTo("2020");
    assertThat(item(reply, "what").at("/Fault/Error/0/code").asText()).isEqualTo("2170");
    assertThat(item(reply, "none").at("/Fault/Error/0/code").asText()).isEqualTo("2020");
    assertThat(item(reply, "ask").at("/QueryResponse/Term")).hasSize(3);
    assertThat(wire.company.documents()).hasSize(1);
  }

  @Test
  @DisplayName("4.1 update, delete and void go by operation and optionsData")
  void items_update_delete_and_void() {
    var ids =
        IntStream.range(0, 3)
            .mapToObj(i -> wire.idOf(wire.made("salesreceipt", receipt(""))))
            .toList();
    var reply =
        wire.post(
            "batch",
            batch(
                "{\"bId\":\"u\",\"operation\":\"update\",\"SalesReceipt\":{\"Id\":\"%s\",\"SyncToken\":\"0\",\"sparse\":true,\"PrivateNote\":\"x\"}}"
                    .formatted(ids.get(0)),
                "{\"bId\":\"v\",\"operation\":\"update\",\"optionsData\":\"void\",\"SalesReceipt\":{\"Id\":\"%s\",\"SyncToken\":\"0\"}}"
                    .formatted(ids.get(1)),
                "{\"bId\":\"d\",\"operation\":\"delete\",\"SalesReceipt\":{\"Id\":\"%s\",\"SyncToken\":\"0\"}}"
                    .formatted(ids.get(2)),
                "{\"bId\":\"s\",\"operation\":\"delete\",\"SalesReceipt\":{\"Id\":\"%s\",\"SyncToken\":\"7\"}}"
                    .formatted(ids.get(0))));
    assertThat(item(reply, "u").at("/SalesReceipt/PrivateNote").asText()).isEqualTo("x");
    assertThat(item(reply, "v").at("/SalesReceipt/TotalAmt").decimalValue())
        .isEqualByComparingTo("0");
    assertThat(item(reply, "d").at("/SalesReceipt/status").asText()).isEqualTo("Deleted");
    assertThat(item(reply, "s").at("/Fault/Error/0/code").asText()).isEqualTo("5010");
  }

  @Test
  @DisplayName("4.1 items never see one another")
  void items_do_not_see_each_other() {
    var invoice =
        "{\"bId\":\"i\",\"operation\":\"create\",\"Invoice\":"
            + Requests.invoice("", line("40", ""))
            + "}";
    var payment =
        "{\"bId\":\"p\",\"operation\":\"create\",\"Payment\":"
            + Requests.payment("40", Requests.link("40", "Invoice", "1"))
            + "}";
    var customer =
        "{\"bId\":\"c\",\"operation\":\"create\",\"Customer\":{\"DisplayName\":\"Jane\"}}";
    int next = Integer.parseInt(wire.company.lists().idOf("Employee", "Emma Clerk")) + 1;
    var sale = create("s", receipt("").replace("<Customer WooCommerce>", String.valueOf(next)));
    var query = "{\"bId\":\"q\",\"Query\":\"select * from Invoice\"}";
    var reply = wire.post("batch", batch(invoice, payment, customer, sale, query));
    assertThat(item(reply, "i").at("/Invoice/Id").asText()).isEqualTo("1");
    assertThat(item(reply, "p").at("/Fault/Error/0/code").asText()).isEqualTo("620");
    assertThat(item(reply, "c").at("/Customer/Id").asText()).isEqualTo(String.valueOf(next));
    assertThat(item(reply, "s").at("/Fault/Error/0/code").asText()).isEqualTo("2500");
    assertThat(item(reply, "q").path("QueryResponse")).isEmpty();
    assertThat(item(wire.post("batch", batch(payment, sale)), "p").has("Payment")).isTrue();
  }

  @Test
  @DisplayName("14 allowduplicatedocnum does not reach into a batch")
  void include_does_not_reach_into_a_batch() {
    wire.made("salesreceipt", receipt("\"DocNumber\":\"1\","));
    var again =
        wire.post(
            "batch?include=allowduplicatedocnum",
            batch(create("a", receipt("\"DocNumber\":\"1\","))));
    assertThat(item(again, "a").at("/Fault/Error/0/code").asText()).isEqualTo("6140");
  }

  @Test
  @DisplayName("4.1 each item is counted")
  void each_item_is_counted() {
    wire.post(
        "batch",
        batch(create("a", receipt("")), "{\"bId\":\"q\",\"Query\":\"select * from Term\"}"));
    var counters = wire.company.counters();
    assertThat(counters)
        .containsEntry("batches", 1L)
        .containsEntry("batch items", 2L)
        .containsEntry("writes", 1L)
        .containsEntry("reads", 1L);
    assertThat(counters.keySet().stream().collect(Collectors.joining(" "))).contains("POST batch");
  }
}
