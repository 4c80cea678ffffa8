package io.shopbooks.quickbooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopbooks.books.Due;
import io.shopbooks.books.Outcome;
import io.shopbooks.books.Reason;
import io.shopbooks.books.Why;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Decides what becomes of a document in the books whose order changed in the shop: it is written,
 * it is as it should be already, or a person must look, because somebody changed it there (DESIGN
 * 4.10).
 */
@Component("updates")
public class Updates {

  private static final int NOT_FOUND = 610;

  private final Calls calls;
  private final FormWriter writer;

  Updates(Calls calls, FormWriter writer) {
    this.calls = calls;
    this.writer = writer;
  }

  /**
   * The document as it stands in QuickBooks.
   *
   * @param json absent where it was deleted
   */
  public record Found(Optional<ObjectNode> json) {}

  /**
   * What is to be done.
   *
   * @param word "write", "same" or "held"
   * @param request of "write": the exact request
   * @param outcome of "same": posted, as it is there; of "held": the reason
   */
  public record Decision(String word, Request request, Outcome outcome) {}

  /**
   * Reads the document: one metered read, for documents whose update is due.
   *
   * @throws CompanyResting if QuickBooks does not answer
   * @throws IllegalStateException if it refuses the question
   */
  public Found read(String realm, Due due) {
    var entity = entity(due);
    var request = Request.get(realm, path(due) + "/" + due.quickbooksId(), "");
    try {
      return new Found(Optional.of((ObjectNode) calls.read(request, entity)));
    } catch (QuestionRefused e) {
      if (e.code() == NOT_FOUND) {
        return new Found(Optional.empty());
      }
      // Not as a failure of this room, which would concern the company: the others can be asked.
      throw new IllegalStateException(e.getMessage());
    }
  }

  /** Compares what was sent, what is there and what is wanted. */
  public Decision decide(String realm, Due due, Found found) {
    var now = found.json().orElse(null);
    if (now == null) {
      return held(due, gone(due, "deleted"), "asked: deleted in the books");
    }
    var versions = new Versions(stored(due), now, writer.write(realm, due), due.document().total());
    if (versions.isDone()) {
      return new Decision("same", null, Outcome.posted(due.id(), posted(due, now)));
    }
    if (versions.isVoided()) {
      return held(due, gone(due, "voided"), "asked: voided in the books");
    }
    var changed = versions.changedThere();
    return changed.isEmpty()
        ? new Decision("write", request(realm, due, versions.merged()), null)
        : held(due, bothSides(due, now, changed), "asked: changed in the books");
  }

  private static Request request(String realm, Due due, ObjectNode body) {
    return new Request(
        realm,
        Letters.id(List.of(due)),
        "POST",
        path(due),
        "",
        body.toString(),
        1,
        Map.of("", due.id()));
  }

  private static Decision held(Due due, Reason reason, String said) {
    return new Decision("held", null, Outcome.held(due.id(), reason, said));
  }

  private static Reason gone(Due due, String how) {
    return Reason.of(Why.DELETED_IN_BOOKS)
        .with("document", entity(due) + " " + due.quickbooksId())
        .with("how", how);
  }

  /** Both versions, as far as they differ. */
  private static Reason bothSides(Due due, JsonNode now, List<String> changed) {
    var posted = posted(due, now);
    return Reason.of(Why.CHANGED_ON_BOTH_SIDES)
        .with("number", posted.number())
        .with("planned", due.document().total())
        .with("posted", posted.total())
        .with("fields", String.join(", ", changed));
  }

  private static Outcome.Posted posted(Due due, JsonNode now) {
    return Forms.posted(now, due.document().total().currency());
  }

  static JsonNode stored(Due due) {
    try {
      return due.stored().isEmpty()
          ? MissingNode.getInstance()
          : QuickBooks.JSON.readTree(due.stored());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The ledger keeps a document that is no JSON", e);
    }
  }

  private static String entity(Due due) {
    return Forms.entity(due.document().key().kind());
  }

  private static String path(Due due) {
    return entity(due).toLowerCase(Locale.ROOT);
  }
}
