package io.shopbooks.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An auditor who finds nothing is worth something only if he finds what was hidden. */
class AuditTest {

  private static final String RECEIPT_7 = document("SalesReceipt", "7", "sales-receipt:7", "10.10");
  private static final String INVOICE_8 = document("Invoice", "8", "invoice:8", "20.00");
  private static final String PAYMENT_8 = document("Payment", "", "payment:8", "20.00");
  private static final String REFUND_9 = document("RefundReceipt", "7-R1", "refund-receipt:9", "1");
  private static final String FEE_7 = document("Purchase", "", "expense:7", "0.59");

  @Test
  void books_that_equal_the_shop_are_clean() {
    var audit = audit(RECEIPT_7, INVOICE_8, PAYMENT_8, REFUND_9, FEE_7);
    assertThat(audit.isClean()).isTrue();
    assertThat(audit).extracting(Audit::orders, Audit::sales, Audit::documents).contains(3, 2, 5);
  }

  @Test
  void finds_each_loss() {
    var all = List.of(RECEIPT_7, INVOICE_8, PAYMENT_8, REFUND_9, FEE_7);
    for (var lost : all) {
      var audit = audit(all.stream().filter(one -> !one.equals(lost)).toArray(String[]::new));
      assertThat(audit.missing()).as(lost).hasSize(1);
      assertThat(audit.doubled()).isEmpty();
    }
  }

  @Test
  void finds_each_double() {
    var all = List.of(RECEIPT_7, INVOICE_8, PAYMENT_8, REFUND_9, FEE_7);
    for (var twice : all) {
      var audit = audit(Stream.concat(all.stream(), Stream.of(twice)).toArray(String[]::new));
      assertThat(audit.doubled()).as(twice).isNotEmpty();
      assertThat(audit.missing()).isEmpty();
    }
  }

  @Test
  void finds_a_sale_that_is_there_as_receipt_and_as_invoice() {
    var both =
        audit(
            RECEIPT_7,
            INVOICE_8,
            PAYMENT_8,
            REFUND_9,
            FEE_7,
            document("Invoice", "", "invoice:7", "10.10"));
    assertThat(both.doubled()).containsExactly("sale 7: 2 times");
  }

  @Test
  void finds_a_double_without_a_marker_by_its_number() {
    var bare = document("SalesReceipt", "7", "", "10.10");
    assertThat(audit(RECEIPT_7, INVOICE_8, PAYMENT_8, REFUND_9, FEE_7, bare).doubled())
        .containsExactly("number 7");
  }

  @Test
  void finds_a_wrong_cent() {
    var wrong = document("SalesReceipt", "7", "sales-receipt:7", "10.11");
    assertThat(audit(wrong, INVOICE_8, PAYMENT_8, REFUND_9, FEE_7).wrong())
        .singleElement()
        .asString()
        .contains("sale 7", "10.10", "10.11");
  }

  @Test
  void finds_a_paid_invoice_that_is_still_open() {
    var open = INVOICE_8.replace("\"balance\":0", "\"balance\":20.00");
    assertThat(audit(RECEIPT_7, open, PAYMENT_8, REFUND_9, FEE_7).wrong())
        .containsExactly("invoice 8: 20.00 is open, 0 should be");
  }

  @Test
  void finds_a_document_the_shop_never_asked_for() {
    var pending = document("SalesReceipt", "6", "sales-receipt:6", "5");
    assertThat(audit(RECEIPT_7, INVOICE_8, PAYMENT_8, REFUND_9, FEE_7, pending).wrong())
        .containsExactly("sale 6: nothing in the shop asks for it");
  }

  @Test
  void finds_a_trial_balance_that_does_not_balance() {
    var books = books(RECEIPT_7).replace("-3.3e1", "-32.99");
    assertThat(Audit.of(List.of(), books, Set.of()).wrong())
        .contains("the trial balance adds up to 0.01");
  }

  @Test
  void reads_json_as_it_comes() {
    var read =
        PlainJson.read(" {\"a\\\"\\u00e9\" : [1.10, -2e1, true, null, {}], \"b\":\"\\n\" } ");
    assertThat(read).hasToString("{a\"é=[1.10, -2E+1, true, null, {}], b=\n}");
  }

  private static Audit audit(String... documents) {
    return Audit.of(
        List.of(
            order(
                "7",
                "processing",
                "10.10",
                "2026-01-01T00:00:00",
                "\"refunds\":[{\"id\":9,\"total\":\"-1.00\"}],"
                    + "\"meta_data\":[{\"key\":\"_stripe_fee\",\"value\":\"0.59\"}]"),
            order("8", "completed", "20.00", "2026-01-01T00:00:00", "\"refunds\":[]"),
            order("6", "pending", "5.00", "", "\"refunds\":[]")),
        books(documents),
        EnumSet.allOf(Audit.Also.class));
  }

  private static String order(String id, String status, String total, String paid, String more) {
    return """
    {"id":%s,"status":"%s","currency":"USD","total":"%s","date_paid_gmt":"%s",%s}"""
        .formatted(id, status, total, paid, more);
  }

  private static String document(String type, String number, String marker, String total) {
    return """
    {"type":"%s","number":"%s","marker":"%s","total":%s,"currency":"USD","balance":0}"""
        .formatted(
            type, number, marker.isEmpty() ? "" : "shopbooks:http://shop/x:" + marker, total);
  }

  private static String books(String... documents) {
    return Stream.of(documents)
        .collect(
            Collectors.joining(
                ",",
                "{\"companies\":[{\"documents\":[",
                "],\"trialBalance\":{\"Cash\":33.00,\"Sales\":-3.3e1}}]}"));
  }
}
