package io.shopbooks.quickbooks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopbooks.books.DocumentKind;
import io.shopbooks.books.Due;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Writes the request that carries documents to QuickBooks: one alone, or several as a batch. */
@Component("letters")
public class Letters {

  private final FormWriter writer;

  Letters(FormWriter writer) {
    this.writer = writer;
  }

  /** The exact request; its id is the same whenever the same attempt is written. */
  public Request write(String realm, List<Due> documents) {
    return documents.size() == 1 ? single(realm, documents.get(0)) : batch(realm, documents);
  }

  private Request single(String realm, Due due) {
    var entity = Forms.entity(due.document().key().kind());
    return new Request(
        realm,
        id(List.of(due)),
        "POST",
        entity.toLowerCase(java.util.Locale.ROOT),
        "",
        writer.write(realm, due).toString(),
        1,
        Map.of("", due.id()));
  }

  private Request batch(String realm, List<Due> documents) {
    var body = QuickBooks.JSON.createObjectNode();
    var items = body.putArray("BatchItemRequest");
    var parts = new HashMap<String, Long>();
    for (int i = 0; i < documents.size(); i++) {
      var due = documents.get(i);
      var bId = Integer.toString(i + 1);
      ObjectNode item = items.addObject();
      item.put("bId", bId);
      item.put("operation", "create");
      item.set(Forms.entity(due.document().key().kind()), writer.write(realm, due));
      parts.put(bId, due.id());
    }
    return new Request(
        realm, id(documents), "POST", "batch", "", body.toString(), documents.size(), parts);
  }

  /** QuickBooks answers a repeated id with what it answered first (`quickbooks-online.md` 2.5). */
  static String id(List<Due> documents) {
    var what =
        documents.stream()
            .map(
                due ->
                    due.document().key().realm()
                        + due.document().key().marker()
                        + "#"
                        + due.attempt())
            .collect(Collectors.joining("\n"));
    return UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** Whether the kind has a number of its own that can be searched for. */
  static boolean isNumbered(DocumentKind kind) {
    return switch (kind) {
      case SALES_RECEIPT, INVOICE, REFUND_RECEIPT, CREDIT_MEMO -> true;
      case PAYMENT, APPLICATION, EXPENSE -> false;
    };
  }
}
