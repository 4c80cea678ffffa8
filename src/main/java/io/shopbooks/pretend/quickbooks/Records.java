package io.shopbooks.pretend.quickbooks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** All objects of one company by type and id, and what was deleted. Not for several threads. */
final class Records {

  /** Ids are numbers written as text: 9 comes before 10. */
  private static final Comparator<String> BY_ID =
      Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder());

  private final Map<String, NavigableMap<String, Stored>> live = new HashMap<>();
  private final Map<String, Map<String, Stored>> gone = new HashMap<>();
  private final Map<String, Set<String>> index = new HashMap<>();
  private final Map<String, String> transactions = new HashMap<>();
  private final Map<String, Long> lastIds = new HashMap<>();
  private final List<Change> changes = new ArrayList<>();
  private long commits;

  /** One object as it stands after a change; a deleted one as its tombstone. */
  record Change(Stored stored, boolean deleted) {}

  Optional<Stored> find(String type, String id) {
    return Optional.ofNullable(all(type).get(id));
  }

  /** A transaction of any type: their ids come from one sequence. */
  Optional<Stored> transaction(String id) {
    return Optional.ofNullable(transactions.get(id)).flatMap(type -> find(type, id));
  }

  /** In the order of their ids. */
  NavigableMap<String, Stored> all(String type) {
    return live.computeIfAbsent(type, name -> new TreeMap<>(BY_ID));
  }

  Collection<Stored> deleted(String type) {
    return gone.getOrDefault(type, Map.of()).values();
  }

  /** The next free id: one sequence for transactions, one for people, one per other list. */
  String nextId(Entity entity) {
    return String.valueOf(lastIds.getOrDefault(sequence(entity), 0L) + 1);
  }

  Stored put(String type, ObjectNode json, List<Posting> postings) {
    var id = Json.text(json, "Id");
    var born = find(type, id).map(Stored::born).orElse(commits + 1);
    var stored = new Stored(type, json, born, postings);
    apply(new Change(stored, false));
    changes.add(new Change(stored, false));
    return stored;
  }

  void remove(Stored stored, ObjectNode tombstone) {
    var change = new Change(new Stored(stored.type(), tombstone, stored.born(), List.of()), true);
    apply(change);
    changes.add(change);
  }

  /** Ends a unit of work and tells what it changed, in order. */
  List<Change> commit() {
    commits++;
    var done = List.copyOf(changes);
    changes.clear();
    return done;
  }

  /** How many units of work are done: an object born later came after. */
  long commits() {
    return commits;
  }

  /** A change read back from the journal. */
  void restore(Change change) {
    apply(change);
    commits = Math.max(commits, change.stored().born());
  }

  private void apply(Change change) {
    var stored = change.stored();
    var id = stored.id();
    find(stored.type(), id).ifPresent(old -> keys(old).forEach(key -> index.get(key).remove(id)));
    if (change.deleted()) {
      all(stored.type()).remove(id);
      transactions.remove(id);
      gone.computeIfAbsent(stored.type(), type -> new LinkedHashMap<>()).put(id, stored);
    } else {
      all(stored.type()).put(id, stored);
      keys(stored).forEach(key -> index.computeIfAbsent(key, k -> new TreeSet<>()).add(id));
      count(stored);
    }
  }

  private void count(Stored stored) {
    var entity = Schema.named(stored.type()).orElseThrow();
    if (entity.isTransaction()) {
      transactions.put(stored.id(), stored.type());
    }
    if (stored.id().matches("\\d+")) {
      lastIds.merge(sequence(entity), Long.parseLong(stored.id()), Math::max);
    }
  }

  private static String sequence(Entity entity) {
    return entity.isTransaction() ? "transaction" : entity.nameSpace();
  }

  /** Ids of the list objects with this name, whatever its case. */
  Set<String> named(Entity entity, String name) {
    return index.getOrDefault(nameKey(entity, name), Set.of());
  }

  /** Ids of the transactions of one type with this number. */
  Set<String> numbered(String type, String number) {
    return index.getOrDefault("number " + type + " " + number, Set.of());
  }

  private static List<String> keys(Stored stored) {
    var entity = Schema.named(stored.type()).orElseThrow();
    var number = stored.text("DocNumber");
    if (entity.isList()) {
      return List.of(nameKey(entity, stored.text(entity.nameProperty())));
    }
    return number.isEmpty() ? List.of() : List.of("number " + stored.type() + " " + number);
  }

  private static String nameKey(Entity entity, String name) {
    return "name " + entity.nameSpace() + " " + name.toLowerCase(Locale.ROOT);
  }
}
