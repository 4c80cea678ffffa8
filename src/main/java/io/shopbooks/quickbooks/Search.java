package io.shopbooks.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopbooks.books.Document;
import io.shopbooks.books.DocumentKey;
import io.shopbooks.books.Due;
import io.shopbooks.books.Outcome;
import io.shopbooks.books.Reason;
import io.shopbooks.books.Why;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Asks QuickBooks whether a document nobody knows about is in the books (DESIGN 4.3): by its number
 * where it has one, else by its day, all pages; compared here by marker, total and customer.
 */
@Component("search")
public class Search {

  private final Queries queries;
  private final References references;

  Search(Queries queries, References references) {
    this.queries = queries;
    this.references = references;
  }

  /**
   * Posted if it is there; held if another document has its number; later (which is now) if it is
   * surely not there.
   */
  public Outcome ask(Due due) {
    var document = due.document();
    var entity = Forms.entity(document.key().kind());
    var candidates = queries.all(document.key().realm(), entity, where(document));
    var ours = candidates.stream().filter(json -> isOurs(json, document.key())).findFirst();
    if (ours.isPresent()) {
      return Outcome.posted(due.id(), Forms.posted(ours.get(), document.total().currency()));
    }
    return taken(document, candidates)
        .map(other -> Outcome.held(due.id(), reason(document, other), "number taken"))
        .orElseGet(() -> Outcome.later(due.id(), Duration.ZERO, "asked: not in the books"));
  }

  private String where(Document document) {
    var number = document.header().number();
    if (number.isPresent() && Letters.isNumbered(document.key().kind())) {
      return " where DocNumber = " + Queries.quoted(number.get());
    }
    var byDay = " where TxnDate = '" + document.header().date() + "'";
    var isPayment = Forms.entity(document.key().kind()).equals("Payment");
    var customer = references.customer(document.key().realm(), document.header().customer());
    return isPayment && customer.isPresent()
        ? byDay + " and CustomerRef = " + Queries.quoted(customer.get())
        : byDay;
  }

  private static boolean isOurs(JsonNode json, DocumentKey key) {
    return DocumentKey.in(json.path("PrivateNote").asText(""), key.realm())
        .filter(key::equals)
        .isPresent();
  }

  /** A document of another origin that has the number we want. */
  private static Optional<JsonNode> taken(Document document, List<JsonNode> candidates) {
    return document
        .header()
        .number()
        .flatMap(
            number ->
                candidates.stream()
                    .filter(json -> json.path("DocNumber").asText().equals(number))
                    .findFirst());
  }

  private static Reason reason(Document document, JsonNode other) {
    return Reason.of(Why.NUMBER_TAKEN)
        .with("number", document.header().number().orElse(""))
        .with("other", Forms.entity(document.key().kind()) + " " + other.path("Id").asText())
        .with("date", other.path("TxnDate").asText())
        .with("total", Forms.total(other, document.total().currency()));
  }
}
