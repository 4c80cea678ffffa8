package io.shopbooks.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopbooks.books.Document;
import io.shopbooks.books.DocumentKey;
import io.shopbooks.books.DocumentKind;
import io.shopbooks.books.Due;
import io.shopbooks.books.Outcome;
import io.shopbooks.books.Reason;
import io.shopbooks.books.Why;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Asks QuickBooks whether a document nobody knows about is in the books (DESIGN 4.3): by its number
 * where it has one, else by its day, all pages; compared here by marker, total and customer.
 */
@Component("search")
public class Search {

  /** When to ask again what QuickBooks does not want to be asked. */
  private static final Duration UNANSWERABLE = Duration.ofHours(1);

  private final Queries queries;
  private final References references;

  Search(Queries queries, References references) {
    this.queries = queries;
    this.references = references;
  }

  /**
   * Posted if it is there; held if another document has its number or could be it; doubtful still
   * if QuickBooks does not tell; later if it is surely not there, or held if that was found too
   * often.
   *
   * @throws CompanyResting if QuickBooks does not answer
   */
  public Outcome ask(Due due) {
    try {
      return found(due);
    } catch (QuestionRefused e) {
      // One question that cannot be asked must not keep the others from being asked.
      return new Outcome(
          due.id(),
          Outcome.Kind.DOUBTFUL,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.of(UNANSWERABLE),
          e.getMessage());
    }
  }

  private Outcome found(Due due) {
    var document = due.document();
    var candidates = new ArrayList<JsonNode>();
    for (var where : questions(document)) {
      var entity = Forms.entity(document.key().kind());
      candidates.addAll(queries.all(document.key().realm(), entity, where + order(entity)));
      var ours = candidates.stream().filter(json -> isOurs(json, document.key())).findFirst();
      if (ours.isPresent()) {
        return Outcome.posted(due.id(), Forms.posted(ours.get(), document.total().currency()));
      }
    }
    return Stream.of(numberTaken(document, candidates), perhaps(document, candidates))
        .flatMap(Optional::stream)
        .findFirst()
        .map(reason -> Outcome.held(due.id(), reason, "asked: another one is in the books"))
        .orElseGet(() -> notThere(due));
  }

  private static Outcome notThere(Due due) {
    var said = "asked: not in the books";
    if (Patience.isOver(due)) {
      var reason = Reason.of(Why.KEEPS_FAILING).with("said", "no answer, " + due.tries() + " ×");
      return Outcome.held(due.id(), reason, said);
    }
    var first = due.tries() <= 1;
    return Outcome.later(due.id(), first ? Duration.ZERO : Patience.delay(due.tries() - 1), said);
  }

  /** So that no page misses one; purchases are not known to be sortable (3). */
  private static String order(String entity) {
    return entity.equals("Purchase") ? "" : " orderby Id";
  }

  /** The narrow question first; then its whole day, for people change numbers and customers. */
  private List<String> questions(Document document) {
    var byDay = " where TxnDate = '" + document.header().date() + "'";
    var number = document.header().number().filter(Queries::isSearchable);
    if (number.isPresent() && Letters.isNumbered(document.key().kind())) {
      return List.of(" where DocNumber = " + Queries.quoted(number.get()), byDay);
    }
    var isPayment = Forms.entity(document.key().kind()).equals("Payment");
    var customer = references.customer(document.key().realm(), document.header().customer());
    return isPayment && customer.isPresent()
        ? List.of(byDay + " and CustomerRef = " + Queries.quoted(customer.get()), byDay)
        : List.of(byDay);
  }

  private static boolean isOurs(JsonNode json, DocumentKey key) {
    return DocumentKey.in(memo(json), key.realm()).filter(key::equals).isPresent();
  }

  /** A document of another origin that has the number we want. */
  private static Optional<Reason> numberTaken(Document document, List<JsonNode> candidates) {
    return document
        .header()
        .number()
        .filter(number -> Letters.isNumbered(document.key().kind()))
        .flatMap(
            number ->
                candidates.stream()
                    .filter(json -> json.path("DocNumber").asText().equals(number))
                    .findFirst())
        .map(other -> reason(Why.NUMBER_TAKEN, document, other));
  }

  /** One without any marker, as if a person had cleared it: same day, customer and total. */
  private Optional<Reason> perhaps(Document document, List<JsonNode> candidates) {
    var customer = references.customer(document.key().realm(), document.header().customer());
    var isApplication = document.key().kind() == DocumentKind.APPLICATION;
    if (document.header().number().isPresent() || customer.isEmpty() || isApplication) {
      return Optional.empty();
    }
    return candidates.stream()
        .filter(json -> DocumentKey.in(memo(json), document.key().realm()).isEmpty())
        .filter(json -> customerOf(json).equals(customer.get()))
        .filter(json -> Forms.total(json, document.total().currency()).equals(document.total()))
        .findFirst()
        .map(other -> reason(Why.MAYBE_IN_BOOKS, document, other));
  }

  private static String customerOf(JsonNode json) {
    return json.path("CustomerRef").path("value").asText(json.at("/EntityRef/value").asText());
  }

  private static String memo(JsonNode json) {
    return json.path("PrivateNote").asText("");
  }

  private static Reason reason(Why why, Document document, JsonNode other) {
    return Reason.of(why)
        .with("number", document.header().number().orElse(""))
        .with("other", Forms.entity(document.key().kind()) + " " + other.path("Id").asText())
        .with("date", other.path("TxnDate").asText())
        .with("total", Forms.total(other, document.total().currency()));
  }
}
