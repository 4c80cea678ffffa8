package io.shopbooks.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When an order counts as changed. */
class ContentHashTest {

  private final ObjectNode order = Recorded.order("us/orders/rest-fee-coupon-meta.json");
  private final String before = ContentHash.of(order, List.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "date_modified", "date_modified_gmt", "version", "date_created", "payment_url",
        "is_editable", "needs_payment", "currency_symbol", "cart_hash", "_links"
      })
  void what_opening_an_order_moves_does_not_count(String field) {
    order.put(field, "moved");

    assertThat(hash()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "total,1.00",
    "total_tax,1.00",
    "status,cancelled",
    "currency,EUR",
    "number,X-1",
    "date_paid_gmt,2026-11-22T00:00:00",
    "date_created_gmt,2026-11-22T00:00:00",
    "payment_method,stripe",
    "transaction_id,ch_1",
    "customer_note,please",
    "customer_id,9"
  })
  void what_the_books_could_care_for_counts(String field, String value) {
    order.put(field, value);

    assertThat(hash()).isNotEqualTo(before);
  }

  @Test
  void lines_addresses_and_extra_fields_count() {
    line().put("total", "120.14");
    var line = hash();
    ((ObjectNode) order.path("billing")).put("company", "New");
    var company = hash();
    meta().addObject().put("key", "_stripe_fee").put("value", "1.18");

    assertThat(List.of(before, line, company, hash())).doesNotHaveDuplicates();
  }

  @Test
  void an_order_whose_product_was_deleted_since_has_not_changed() {
    var sold = Recorded.json("us/orders/deleted-product--before.json");
    var deleted = Recorded.json("us/orders/deleted-product.json");

    assertThat(sold).isNotEqualTo(deleted);
    assertThat(ContentHash.of(sold, List.of())).isEqualTo(ContentHash.of(deleted, List.of()));
  }

  @Test
  void extra_fields_may_be_written_again_and_editors_may_lock() {
    var first = meta().remove(0);
    meta().add(((ObjectNode) first).put("id", 99999));
    meta().addObject().put("key", "_edit_lock").put("value", "1795304987:1");

    assertThat(hash()).isEqualTo(before);
  }

  @Test
  void the_order_of_keys_does_not_count() {
    var sorted = Json.MAPPER.createObjectNode();
    var fields = new TreeMap<String, JsonNode>();
    order.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
    sorted.setAll(fields);

    assertThat(sorted.fieldNames().next()).isNotEqualTo(order.fieldNames().next());
    assertThat(ContentHash.of(sorted, List.of())).isEqualTo(before);
  }

  @Test
  void a_refund_counts_and_so_does_its_deletion() {
    var refund = Recorded.json("us/refunds/create-amount-only.json");

    var refunded = ContentHash.of(order, List.of(refund));

    assertThat(refunded).isNotEqualTo(before).hasSize(64);
    order.putArray("refunds").addObject().put("id", 9).put("total", "-5.00");
    assertThat(ContentHash.of(order, List.of(refund))).isEqualTo(refunded);
    assertThat(hash()).isEqualTo(before);
  }

  private String hash() {
    return ContentHash.of(order, List.of());
  }

  private ObjectNode line() {
    return (ObjectNode) order.path("line_items").get(0);
  }

  private ArrayNode meta() {
    return (ArrayNode) order.path("meta_data");
  }
}
