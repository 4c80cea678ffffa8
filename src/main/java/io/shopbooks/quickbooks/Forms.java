package io.shopbooks.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopbooks.books.DocumentKey;
import io.shopbooks.books.DocumentKind;
import io.shopbooks.books.InBooks;
import io.shopbooks.books.Outcome;
import io.shopbooks.books.Removed;
import io.shopbooks.books.Seen;
import io.shopbooks.sale.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Our documents as QuickBooks names, stores and answers them. */
final class Forms {

  /** The entities our documents are stored as. */
  static final List<String> ENTITIES =
      List.of("SalesReceipt", "Invoice", "Payment", "CreditMemo", "RefundReceipt", "Purchase");

  private Forms() {}

  static String entity(DocumentKind kind) {
    return switch (kind) {
      case SALES_RECEIPT -> "SalesReceipt";
      case INVOICE -> "Invoice";
      case PAYMENT, APPLICATION -> "Payment";
      case CREDIT_MEMO -> "CreditMemo";
      case REFUND_RECEIPT -> "RefundReceipt";
      case EXPENSE -> "Purchase";
    };
  }

  /** What may be stored as this entity. */
  static Set<DocumentKind> kinds(String entity) {
    return Stream.of(DocumentKind.values())
        .filter(kind -> entity(kind).equals(entity))
        .collect(Collectors.toSet());
  }

  /** The document, if it carries our marker; of a deleted one, that it is gone. */
  static Optional<Seen> seen(String realm, String entity, JsonNode json, Supplier<Currency> home) {
    return json.path("status").asText().equals("Deleted")
        ? Optional.of(new Removed(realm, kinds(entity), json.path("Id").asText()))
        : inBooks(realm, json, home).map(Seen.class::cast);
  }

  /** The document, if it carries our marker. */
  static Optional<InBooks> inBooks(String realm, JsonNode json, Supplier<Currency> home) {
    return DocumentKey.in(json.path("PrivateNote").asText(""), realm)
        .map(key -> inBooks(key, json, home.get()));
  }

  /** The document, known to be this one. */
  static InBooks inBooks(DocumentKey key, JsonNode json, Currency home) {
    return new InBooks(
        key,
        json.path("Id").asText(),
        json.path("SyncToken").asText(),
        json.path("DocNumber").asText(""),
        LocalDate.parse(json.path("TxnDate").asText()),
        total(json, home),
        json.toString());
  }

  /** What QuickBooks made of a document that is in this currency. */
  static Outcome.Posted posted(JsonNode json, Currency currency) {
    return new Outcome.Posted(
        json.path("Id").asText(),
        json.path("SyncToken").asText(),
        total(json, currency),
        json.path("DocNumber").asText(""),
        json.toString());
  }

  /** The total in the document's own currency; {@code otherwise} where it names none. */
  static Money total(JsonNode json, Currency otherwise) {
    var code = json.path("CurrencyRef").path("value").asText(otherwise.getCurrencyCode());
    var amount = json.path("TotalAmt");
    return new Money(
        amount.isNumber() ? amount.decimalValue() : BigDecimal.ZERO, Currency.getInstance(code));
  }
}
