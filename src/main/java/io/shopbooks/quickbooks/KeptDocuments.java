package io.shopbooks.quickbooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.shopbooks.books.AsKept;
import io.shopbooks.sale.Money;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.Optional;

/** Reads what QuickBooks answered about a document, long after it did. */
public final class KeptDocuments {

  private KeptDocuments() {}

  /** Day and tax of a document in this currency; what the answer does not tell is left open. */
  public static AsKept read(String stored, Currency currency) {
    try {
      var json = QuickBooks.JSON.readTree(stored);
      var tax = json.path("TxnTaxDetail").path("TotalTax");
      return new AsKept(
          date(json.path("TxnDate").asText()),
          tax.isNumber() ? Optional.of(new Money(tax.decimalValue(), currency)) : Optional.empty());
    } catch (JsonProcessingException unreadable) {
      return AsKept.untold();
    }
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException untold) {
      return Optional.empty();
    }
  }
}
