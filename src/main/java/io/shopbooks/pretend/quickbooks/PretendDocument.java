package io.shopbooks.pretend.quickbooks;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One transaction as it stands in the pretend books, or as it stood when it was deleted.
 *
 * @param type SalesReceipt, Invoice, Payment and so on
 * @param number DocNumber, "" for none
 * @param customer name of the customer or payee, "" for none
 * @param memo the PrivateNote, where a marker stands
 * @param balance what is still open
 * @param json the whole object as the API answers it
 */
public record PretendDocument(
    String type,
    String id,
    String syncToken,
    String number,
    LocalDate date,
    String customer,
    String currency,
    BigDecimal total,
    BigDecimal tax,
    BigDecimal balance,
    String memo,
    boolean isVoided,
    boolean isDeleted,
    String json) {

  static PretendDocument of(Stored stored, boolean deleted) {
    var json = stored.json();
    var customer = stored.text("CustomerRef.name");
    return new PretendDocument(
        stored.type(),
        stored.id(),
        stored.text("SyncToken"),
        stored.text("DocNumber"),
        LocalDate.parse(stored.text("TxnDate")),
        customer.isEmpty() ? stored.text("EntityRef.name") : customer,
        stored.text("CurrencyRef.value"),
        Json.number(json, "TotalAmt"),
        Json.number(json, "TxnTaxDetail.TotalTax"),
        Json.number(json, "Balance"),
        stored.text("PrivateNote"),
        stored.text("PrivateNote").startsWith("Voided"),
        deleted,
        Json.pretty(json));
  }
}
