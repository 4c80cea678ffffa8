package io.shopbooks.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes customers, items and payment methods, and changes items. Their names are unique in the
 * company, so that a creation whose answer was lost is found again under its name.
 */
@Component
class Creations {

  private static final Logger LOG = LoggerFactory.getLogger(Creations.class);
  private static final int BATCH = 30;
  private static final int NAME_TAKEN = 6240;
  private static final int CHANGED_MEANWHILE = 5010;

  private final Calls calls;
  private final Queries queries;
  private final Mirror mirror;
  private final QuickBooksSettings settings;
  private final MadeLists lists;
  private final Clock clock;

  Creations(
      Calls calls,
      Queries queries,
      Mirror mirror,
      QuickBooksSettings settings,
      MadeLists lists,
      Clock clock) {
    this.lists = lists;
    this.calls = calls;
    this.queries = queries;
    this.mirror = mirror;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Why a wish was not fulfilled.
   *
   * @param certain a person must decide; else it may go better later
   */
  record Failure(String name, String said, boolean certain) {}

  /** One wish on its way: which of its names is tried, and what was mended. */
  private static final class Attempt {
    private final Wish wish;
    private final String shop;
    private final Set<String> repairs = new HashSet<>();
    private int name;

    private Attempt(Wish wish, String shop) {
      this.wish = wish;
      this.shop = shop;
    }

    private String name() {
      return wish.names().get(name);
    }

    private ObjectNode json() {
      var json = wish.json(name());
      if (repairs.contains(Repair.NO_EMAIL.word())) {
        json.remove("PrimaryEmailAddr");
      }
      return Characters.fit(json, repairs);
    }
  }

  /**
   * Answers the failures, by the key of their wish.
   *
   * @param shops whose sale needs it, by the key of a wish; none for what a catalogue offers
   */
  Map<String, Failure> make(String realm, Collection<Wish> wishes, Map<String, String> shops) {
    var failures = new HashMap<String, Failure>();
    var open = new ArrayList<Attempt>();
    wishes.forEach(wish -> open.add(new Attempt(wish, shops.getOrDefault(wish.key(), ""))));
    make(realm, open, failures);
    return failures;
  }

  private void make(String realm, List<Attempt> attempts, Map<String, Failure> failures) {
    var open = attempts;
    while (!open.isEmpty()) {
      var again = new ArrayList<Attempt>();
      for (int i = 0; i < open.size(); i += BATCH) {
        again.addAll(round(realm, open.subList(i, Math.min(open.size(), i + BATCH)), failures));
      }
      open = again;
    }
  }

  private List<Attempt> round(String realm, List<Attempt> open, Map<String, Failure> failures) {
    var asked = clock.instant();
    var answers = open.size() == 1 ? single(realm, open.get(0)) : batch(realm, open);
    var again = new ArrayList<Attempt>();
    for (var attempt : open) {
      var json = answers.get(attempt);
      var made = json == null ? null : json.get(attempt.wish.entity());
      if (made != null) {
        mirror.put(realm, attempt.wish.entity(), made, asked);
        if (attempt.wish.operation().equals("create")) {
          lists.made(realm, attempt.shop, attempt.wish.entity(), made);
        }
        LOG.info(
            "{}d company={} {}={}",
            attempt.wish.operation(),
            realm,
            attempt.wish.entity(),
            made.path("Id").asText());
      } else if (json == null) {
        failures.put(attempt.wish.key(), new Failure(attempt.name(), "no answer", false));
      } else if (goesOn(realm, attempt, json, failures)) {
        again.add(attempt);
      }
    }
    return again;
  }

  /** Whether a refused wish is tried once more, under another name or mended. */
  private boolean goesOn(
      String realm, Attempt attempt, JsonNode json, Map<String, Failure> failures) {
    var faults = Faults.in(json, 400, "");
    var said = faults.isEmpty() ? "an answer nobody can read" : faults.get(0).words();
    if (!faults.isEmpty() && faults.get(0).code() == NAME_TAKEN) {
      if (isThere(realm, attempt)) {
        return false;
      }
      if (attempt.name + 1 < attempt.wish.names().size()) {
        attempt.name++;
        return true;
      }
    }
    var reaction = faults.isEmpty() ? null : Reactions.mostUrgent(faults, settings.throttlePause());
    if (reaction instanceof Reaction.Mend mend && attempt.repairs.add(mend.repair().word())) {
      return true;
    }
    var overtaken = faults.stream().anyMatch(fault -> fault.code() == CHANGED_MEANWHILE);
    var certain =
        !overtaken && (reaction instanceof Reaction.Hold || reaction instanceof Reaction.Mend);
    // A person who makes it by hand makes it under the name it should have, not the last one tried.
    var name = attempt.wish.names().get(0);
    failures.put(attempt.wish.key(), new Failure(name, said, certain));
    return false;
  }

  /** The name is taken; perhaps by what we wanted to make. Costs one read. */
  private boolean isThere(String realm, Attempt attempt) {
    var property = attempt.wish.entity().equals("Customer") ? "DisplayName" : "Name";
    var where =
        " where %s like %s and Active in (true, false)"
            .formatted(property, Queries.quoted(Queries.searchable(attempt.name())));
    var asked = clock.instant();
    var found =
        queries.all(realm, attempt.wish.entity(), where).stream()
            .filter(json -> isNamed(json.path(property).asText(), attempt.name()))
            .toList();
    found.forEach(json -> mirror.put(realm, attempt.wish.entity(), json, asked));
    return found.stream()
        .map(json -> MirrorRow.of(attempt.wish.entity(), json))
        .filter(MirrorRow::active)
        .anyMatch(attempt.wish::isFulfilledBy);
  }

  /** As it was wished for, or with the plain characters that QuickBooks insists on. */
  private static boolean isNamed(String found, String wished) {
    return found.equalsIgnoreCase(wished) || found.equalsIgnoreCase(Characters.plain(wished));
  }

  private Map<Attempt, JsonNode> single(String realm, Attempt attempt) {
    var path = attempt.wish.entity().toLowerCase(Locale.ROOT);
    var body = attempt.json().toString();
    var answer = calls.send(Request.post(realm, id(realm, path, body), path, body));
    var answers = new HashMap<Attempt, JsonNode>();
    answer.json().filter(json -> isAnswer(answer)).ifPresent(json -> answers.put(attempt, json));
    return answers;
  }

  private Map<Attempt, JsonNode> batch(String realm, List<Attempt> attempts) {
    var body = QuickBooks.JSON.createObjectNode();
    var items = body.putArray("BatchItemRequest");
    var parts = new LinkedHashMap<String, Attempt>();
    for (int i = 0; i < attempts.size(); i++) {
      var item =
          items
              .addObject()
              .put("bId", Integer.toString(i + 1))
              .put("operation", attempts.get(i).wish.operation());
      item.set(attempts.get(i).wish.entity(), attempts.get(i).json());
      parts.put(Integer.toString(i + 1), attempts.get(i));
    }
    var text = body.toString();
    var answer =
        calls.send(
            new Request(
                realm,
                id(realm, "batch", text),
                "POST",
                "batch",
                "",
                text,
                attempts.size(),
                Map.of()));
    var answers = new HashMap<Attempt, JsonNode>();
    answer
        .json()
        .filter(json -> isAnswer(answer))
        .ifPresent(
            json ->
                json.path("BatchItemResponse")
                    .forEach(
                        part -> {
                          var attempt = parts.get(part.path("bId").asText());
                          if (attempt != null) {
                            answers.put(attempt, part);
                          }
                        }));
    return answers;
  }

  /** Server errors tell nothing about what was made. */
  private static boolean isAnswer(Answer answer) {
    return answer.status() >= 200 && answer.status() < 500;
  }

  private static String id(String realm, String path, String body) {
    var what = realm + path + body;
    return UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
