package io.shopbooks.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopbooks.books.Due;
import io.shopbooks.books.Reason;
import io.shopbooks.books.Removable;
import io.shopbooks.books.Removal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Takes documents of ours out of the company again, one by one, and only as we left them
 * (`quickbooks-online.md` 2.3, 2.4).
 */
@Component("takeBacks")
public class TakeBacks {

  private static final int NOT_FOUND = 610;
  private static final int CHANGED_MEANWHILE = 5010;

  /** What people fill in beside what we send: it would be lost with the document. */
  private static final List<String> BY_HAND =
      List.of(
          "PaymentRefNum",
          "PaymentMethodRef",
          "DepositToAccountRef",
          "CustomerMemo",
          "PrivateNote",
          "DocNumber",
          "TxnDate",
          "DueDate",
          "SalesTermRef",
          "ClassRef",
          "DepartmentRef",
          "CustomField",
          "ShipDate",
          "ShipMethodRef",
          "TrackingNum");

  private final Updates updates;
  private final Map<String, Looking> looking = new ConcurrentHashMap<>();

  TakeBacks(Updates updates) {
    this.updates = updates;
  }

  /**
   * How these documents stand in the company: one metered read for each.
   *
   * @throws CompanyResting if QuickBooks does not answer
   */
  public List<Removable> look(String realm, List<Due> documents) {
    var standing = new ArrayList<Removable>();
    try {
      for (var due : documents) {
        looking.put(realm, new Looking(standing.size(), documents.size()));
        var found = updates.read(realm, due);
        var state = state(realm, due, found);
        standing.add(new Removable(due.id(), state.word(), links(found), state.said()));
      }
    } finally {
      looking.remove(realm);
    }
    return standing;
  }

  /** How many documents this process has looked at, of those it looks at now. */
  public record Looking(int done, int all) {}

  /** How far {@link #look} is with this company; empty while this process is not at it. */
  public Optional<Looking> looking(String realm) {
    return Optional.ofNullable(looking.get(realm));
  }

  private record State(String word, String said) {}

  private State state(String realm, Due due, Updates.Found found) {
    if (found.json().isEmpty()) {
      return new State("gone", "");
    }
    try {
      var outcome = updates.decide(realm, due, found).outcome();
      var reason = outcome == null ? null : outcome.reason().orElse(null);
      if (reason != null) {
        return new State("changed", told(reason));
      }
      var filled = byHand(due, found.json().get());
      return filled.isEmpty() ? new State("there", "") : new State("changed", filled);
    } catch (NoSuchElementException nothingToCompareWith) {
      return new State("changed", "inactive-item");
    }
  }

  private static String byHand(Due due, JsonNode now) {
    var stored = Updates.stored(due);
    return BY_HAND.stream()
        .filter(field -> !Alike.same(stored.path(field), now.path(field)))
        .collect(Collectors.joining(", "));
  }

  private static String told(Reason reason) {
    return reason.facts().getOrDefault("fields", reason.facts().getOrDefault("how", ""));
  }

  private static List<Removable.Link> links(Updates.Found found) {
    var links = new ArrayList<Removable.Link>();
    found
        .json()
        .ifPresent(
            json ->
                json.path("LinkedTxn")
                    .forEach(
                        link ->
                            links.add(
                                new Removable.Link(
                                    link.path("TxnType").asText(), link.path("TxnId").asText()))));
    return links;
  }

  /** Whether the document may go, as it was just read. */
  public Removal decide(String realm, Due due, Updates.Found found) {
    var state = state(realm, due, found);
    return switch (state.word()) {
      case "gone" -> new Removal("gone", "");
      case "changed" -> new Removal("kept", "changed in QuickBooks: " + state.said());
      default -> new Removal("delete", "");
    };
  }

  /** The exact request; its id is the same for the same version of the same document. */
  public Request request(String realm, Due due, Updates.Found found) {
    var token = found.json().orElseThrow().path("SyncToken").asText();
    var path = Forms.entity(due.document().key().kind()).toLowerCase(Locale.ROOT);
    var body =
        QuickBooks.JSON
            .createObjectNode()
            .put("Id", due.quickbooksId())
            .put("SyncToken", token)
            .toString();
    var what = realm + " delete " + due.document().key().marker() + "#" + due.attempt();
    var id = UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8)).toString();
    return new Request(realm, id, "POST", path, "operation=delete", body, 1, Map.of("", due.id()));
  }

  /** What the answer says. A lost one says nothing: the document is then looked at again. */
  public Removal came(Due due, Answer answer) {
    var faults = Faults.in(answer);
    if (faults.isEmpty()) {
      var status =
          answer
              .json()
              .map(json -> json.path(Forms.entity(due.document().key().kind())))
              .map((JsonNode made) -> made.path("status").asText())
              .orElse("");
      return status.equals("Deleted")
          ? new Removal("gone", "")
          : new Removal("unknown", "HTTP " + answer.status() + " " + answer.shortText());
    }
    var fault = faults.get(0);
    if (fault.code() == NOT_FOUND) {
      return new Removal("gone", "");
    }
    var open = fault.code() == 0 || fault.code() == CHANGED_MEANWHILE || answer.status() >= 500;
    return new Removal(open ? "unknown" : "kept", fault.words());
  }
}
