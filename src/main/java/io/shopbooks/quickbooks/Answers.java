package io.shopbooks.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopbooks.books.Due;
import io.shopbooks.books.Outcome;
import io.shopbooks.books.Reason;
import io.shopbooks.books.Why;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells what came of each document of a request, by the answer to it. */
@Component("answers")
public class Answers {

  private final QuickBooksSettings settings;
  private final Pace pace;
  private final Lookout lookout;
  private final CharacterSets characterSets;

  Answers(QuickBooksSettings settings, Pace pace, Lookout lookout, CharacterSets characterSets) {
    this.settings = settings;
    this.pace = pace;
    this.lookout = lookout;
    this.characterSets = characterSets;
  }

  /** One outcome for each document, whatever the answer leaves out. */
  public List<Outcome> read(Request request, List<Due> documents, Answer answer) {
    if (answer.status() == 0) {
      return documents.stream().map(due -> unanswered(due, answer)).toList();
    }
    var parts = parts(request, answer);
    return documents.stream()
        .map(due -> outcome(request, due, parts.get(due.id()), answer))
        .toList();
  }

  private static Outcome unanswered(Due due, Answer answer) {
    return Outcome.unanswered(due.id(), answer.shortText());
  }

  /**
   * The part of the answer that is about each document, matched by {@code bId}. What is told twice
   * is not told: the document is then asked about.
   */
  private static Map<Long, JsonNode> parts(Request request, Answer answer) {
    var parts = new HashMap<Long, JsonNode>();
    var json = answer.json().orElse(null);
    if (json == null || !answer.isGood() || !Faults.in(json, answer.status(), "").isEmpty()) {
      return parts;
    }
    if (!request.isBatch()) {
      request.parts().values().forEach(document -> parts.put(document, json));
      return parts;
    }
    var twice = new HashSet<Long>();
    for (var item : json.path("BatchItemResponse")) {
      var document = request.parts().get(item.path("bId").asText());
      if (document != null && parts.put(document, item) != null) {
        twice.add(document);
      }
    }
    parts.keySet().removeAll(twice);
    return parts;
  }

  private Outcome outcome(Request request, Due due, JsonNode part, Answer answer) {
    var faults = part == null ? Faults.in(answer) : Faults.in(part, answer.status(), answer.tid());
    var made = part == null ? null : part.get(Forms.entity(due.document().key().kind()));
    if (!faults.isEmpty()) {
      return made == null
          ? refused(request, due, faults, part == null)
          : Outcome.unclear(due.id(), "refused and made at once: " + faults.get(0).words());
    }
    if (made != null && made.hasNonNull("Id")) {
      return Outcome.posted(due.id(), Forms.posted(made, due.document().total().currency()));
    }
    var unread = new Fault(answer.status(), 0, answer.shortText(), "", answer.tid());
    return answer.status() >= 400
        ? refused(request, due, List.of(unread), true)
        : Outcome.unanswered(due.id(), "HTTP " + answer.status() + " " + answer.shortText());
  }

  /**
   * @param wholly whether the request was refused as one, so that no document of a batch is known
   *     to be the reason
   */
  private Outcome refused(Request request, Due due, List<Fault> faults, boolean wholly) {
    var reaction = Reactions.mostUrgent(faults, settings.throttlePause());
    var fault = faults.get(0);
    var said = fault.words() + (fault.tid().isEmpty() ? "" : " (intuit_tid " + fault.tid() + ")");
    if (reaction instanceof Reaction.Ask) {
      // A code tells that the request ended; a bare server error does not.
      return fault.code() == 0
          ? Outcome.unanswered(due.id(), said)
          : Outcome.unclear(due.id(), said);
    }
    var onlyOfThisOne = reaction instanceof Reaction.Hold || reaction instanceof Reaction.Mend;
    if (wholly && request.isBatch() && onlyOfThisOne) {
      pace.singly(request.realm());
      return Outcome.later(due.id(), Duration.ZERO, said);
    }
    if (reaction instanceof Reaction.Mend mend) {
      return mended(request, due, mend, fault, said);
    }
    if (reaction instanceof Reaction.Hold hold) {
      return Outcome.held(due.id(), reason(hold.why(), fault), said);
    }
    return again(request, due, reaction, fault, said);
  }

  /** It goes once more as it is; who is signed in and how fast is asked is settled elsewhere. */
  private Outcome again(Request request, Due due, Reaction reaction, Fault fault, String said) {
    if (Patience.isOver(due)) {
      return Outcome.held(due.id(), reason(Why.KEEPS_FAILING, fault), said);
    }
    if (reaction instanceof Reaction.Smaller) {
      pace.halve(request.realm());
    }
    var delay =
        reaction instanceof Reaction.Later ? Patience.delay(due.tries() + 1) : Duration.ZERO;
    return Outcome.later(due.id(), delay, said);
  }

  private Outcome mended(Request request, Due due, Reaction.Mend mend, Fault fault, String said) {
    var repair = mend.repair();
    if (due.repairs().contains(repair.word())) {
      return Outcome.held(due.id(), reason(mend.otherwise(), fault), said);
    }
    if (repair == Repair.NEW_REFERENCES) {
      lookout.lookAgainSoon(request.realm());
    }
    characterSets.learn(request.realm(), repair);
    return Outcome.repair(due.id(), repair.word(), said);
  }

  private static Reason reason(Why why, Fault fault) {
    return Reason.of(why).with("code", fault.code()).with("said", fault.words());
  }
}
