package io.shopbooks.quickbooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopbooks.sale.Money;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person changed in QuickBooks, told from what QuickBooks itself does (2.1, 2.3, 7). */
class VersionsTest {

  /** As we send it. */
  private static final String SENT =
      """
      {"CustomerRef":{"value":"58"},"TxnDate":"2026-11-20","DocNumber":"W-1",
       "PrivateNote":"Order 1\\nshopbooks:shop.example:sales-receipt:1",
       "ShipAddr":{"Line1":"1 Main St","City":"Albany"},
       "DepositToAccountRef":{"value":"91"},"PaymentRefNum":"ch_1","ApplyTaxAfterDiscount":true,
       "CustomField":[{"DefinitionId":"1","Type":"StringType","StringValue":"blue"}],
       "Line":[{"DetailType":"SalesItemLineDetail","Amount":40.00,"Description":"Mug",
         "SalesItemLineDetail":{"ItemRef":{"value":"21"},"Qty":2,"UnitPrice":20.00,
         "TaxCodeRef":{"value":"TAX"}}}],
       "TxnTaxDetail":{"TotalTax":2.80}}
      """;

  private final ObjectNode wanted = json(SENT);
  private final ObjectNode stored = answered(SENT);
  private final ObjectNode now = stored.deepCopy();

  /** As QuickBooks answers: with ids, names, totals and lines of its own. */
  private static ObjectNode answered(String sent) {
    var json = json(sent);
    json.put("Id", "187").put("SyncToken", "0").put("TotalAmt", 42.8).put("Balance", 0);
    json.put("domain", "QBO").put("sparse", false);
    ((ObjectNode) json.get("CustomerRef")).put("name", "Ann Lee");
    ((ObjectNode) json.at("/Line/0")).put("Id", "1").put("LineNum", 1);
    ((ObjectNode) json.at("/Line/0/SalesItemLineDetail/ItemRef")).put("name", "Mug");
    json.withArray("Line").add(json("{\"Amount\":40.0,\"DetailType\":\"SubTotalLineDetail\"}"));
    ((ObjectNode) json.get("TxnTaxDetail")).set("TxnTaxCodeRef", json("{\"value\":\"4\"}"));
    return json;
  }

  @Test
  void what_is_as_it_is_wanted_is_done() {
    assertThat(versions("42.80").isDone()).isTrue();
  }

  @Test
  void another_total_is_not_done() {
    assertThat(versions("42.81").isDone()).isFalse();
  }

  @Test
  void what_quickbooks_does_by_itself_is_no_change_of_a_person() {
    threePieces();
    now.put("SyncToken", "3").put("Balance", 1);
    ((ObjectNode) now.get("ShipAddr")).put("Line1", "Ann Lee").put("Line2", "1 Main St");
    ((ObjectNode) now.get("CustomerRef")).put("name", "Ann Lee-Jones");
    ((ObjectNode) now.at("/Line/0")).put("Amount", 40).put("LineNum", 7);
    now.set("MetaData", json("{\"LastUpdatedTime\":\"2026-11-21T10:00:00-08:00\"}"));

    assertThat(versions("62.80").changedThere()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PrivateNote | {\"PrivateNote\":\"Ask Bob\"}",
        "CustomerRef | {\"CustomerRef\":{\"value\":\"59\"}}",
        "DocNumber | {\"DocNumber\":\"W-1a\"}",
        "TxnDate | {\"TxnDate\":\"2026-11-21\"}",
        "DepositToAccountRef | {\"DepositToAccountRef\":{\"value\":\"35\"}}",
        "PaymentRefNum | {\"PaymentRefNum\":\"ch_2\"}",
        "CustomField | {\"CustomField\":[{\"DefinitionId\":\"1\",\"StringValue\":\"red\"}]}",
        "TxnTaxDetail | {\"TxnTaxDetail\":{\"TotalTax\":2.81,\"TxnTaxCodeRef\":{\"value\":\"4\"}}}",
        "Line | {\"Line\":[]}",
        "TotalAmt | {\"TotalAmt\":42.81}"
      })
  void each_field_we_sent_tells_that_a_person_changed_it(String field, String change) {
    threePieces();
    now.setAll(json(change));

    assertThat(versions("62.80").changedThere()).containsExactly(field);
  }

  @Test
  void another_line_of_a_person_is_a_change() {
    threePieces();
    now.withArray("Line")
        .add(json("{\"Amount\":0,\"Description\":\"Fragile\",\"DetailType\":\"DescriptionOnly\"}"));

    assertThat(versions("62.80").changedThere()).containsExactly("Line");
  }

  @Test
  void a_change_of_a_person_to_just_what_is_wanted_is_none() {
    wanted.put("PaymentRefNum", "ch_2");
    now.put("PaymentRefNum", "ch_2");

    assertThat(versions("42.80").changedThere()).isEmpty();
    assertThat(versions("42.80").isDone()).isTrue();
  }

  @Test
  void where_nobody_knows_what_was_stored_whatever_differs_was_changed_by_somebody() {
    threePieces();

    assertThat(new Versions(MissingNode.getInstance(), now, wanted, usd("62.80")).changedThere())
        .contains("Line");
  }

  @Test
  void a_full_update_keeps_what_is_not_ours() {
    threePieces();
    now.put("SyncToken", "5").put("CustomerMemo", "Thank you");
    now.set("ShipAddr", json("{\"Line1\":\"5 Quiet Lane\"}"));
    now.withArray("CustomField").add(json("{\"DefinitionId\":\"2\",\"StringValue\":\"VIP\"}"));
    now.set("TxnTaxDetail", json("{\"TotalTax\":2.8,\"TaxLine\":[{\"Amount\":2.8}]}"));

    var merged = versions("62.80").merged();

    assertThat(merged.path("Id").asText()).isEqualTo("187");
    assertThat(merged.path("SyncToken").asText()).isEqualTo("5");
    assertThat(merged.path("CustomerMemo").asText()).isEqualTo("Thank you");
    assertThat(merged.at("/ShipAddr/Line1").asText()).isEqualTo("5 Quiet Lane");
    assertThat(merged.at("/CustomField/1/StringValue").asText()).isEqualTo("VIP");
    assertThat(merged.path("Line")).isEqualTo(wanted.path("Line"));
    assertThat(merged.path("TxnTaxDetail")).isEqualTo(wanted.path("TxnTaxDetail"));
    assertThat(merged.has("TotalAmt")).isFalse();
    assertThat(merged.has("sparse")).isFalse();
  }

  @Test
  void tax_that_the_shop_took_back_leaves_no_old_tax_behind() {
    wanted.remove("TxnTaxDetail");

    assertThat(versions("40.00").merged().has("TxnTaxDetail")).isFalse();
    assertThat(versions("40.00").isDone()).isFalse();
  }

  @Test
  void a_voided_document_is_worth_nothing_any_more() {
    assertThat(versions("42.80").isVoided()).isFalse();
    now.put("TotalAmt", 0).put("PrivateNote", "Voided - Order 1");
    assertThat(versions("42.80").isVoided()).isTrue();
  }

  private Versions versions(String total) {
    return new Versions(stored, now, wanted, usd(total));
  }

  /** The shop sells three pieces. */
  private void threePieces() {
    ((ObjectNode) wanted.at("/Line/0")).put("Amount", new BigDecimal("60.00"));
    ((ObjectNode) wanted.at("/Line/0/SalesItemLineDetail")).put("Qty", 3);
  }

  private static Money usd(String amount) {
    return Money.of(amount, Paper.USD);
  }

  private static ObjectNode json(String text) {
    try {
      return (ObjectNode) QuickBooks.JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
