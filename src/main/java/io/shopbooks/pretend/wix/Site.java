package io.shopbooks.pretend.wix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopbooks.pretend.JsonLines;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What the site knows. One thread at a time works with it. */
final class Site {

  /** What there is to know. */
  enum Kind {
    /** Cashier rows by transaction id. */
    CASHIER,
    /** eCommerce orders by id, and what was paid and refunded on them by the same id. */
    ORDER,
    PAYMENTS,
    /** Events orders by order number. */
    TICKETS,
    /** Pricing Plans orders by id. */
    PLAN,
    /** Products with their variants and stock, by id. */
    PRODUCT,
    /** The app's key pair, who is told of events, and what waits to be told. */
    APP_KEY,
    HOOK,
    DELIVERY
  }

  final WixSite settings;
  final Clock clock;
  private final JsonLines journal;
  private final Map<Kind, Shelf> shelves = new EnumMap<>(Kind.class);
  private int lastId;
  private int lastNumber = 10_000;

  Site(WixSite settings, Clock clock, JsonLines journal) {
    this.settings = settings;
    this.clock = clock;
    this.journal = journal;
    for (var kind : Kind.values()) {
      shelves.put(kind, new Shelf());
    }
    journal.open(this::restore);
  }

  /** Does this while nobody else does anything. */
  synchronized <T> T alone(Supplier<T> work) {
    return work.get();
  }

  /** In whole milliseconds: no API of Wix tells more than six decimals (7). */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** Keeps a document that is known since an instant, which may lie ahead. */
  void put(Kind kind, String id, ObjectNode document, Instant since) {
    shelves.get(kind).put(id, document, since);
    if (journal.isKept()) {
      var line = Json.object().put("kind", kind.name()).put("id", id).put("since", since + "");
      line.put("ids", lastId).put("numbers", lastNumber).set("doc", document);
      journal.append(line);
    }
  }

  void put(Kind kind, String id, ObjectNode document) {
    put(kind, id, document, now());
  }

  private void restore(JsonNode line) {
    var kind = Kind.valueOf(line.path("kind").asText());
    var since = Instant.parse(line.path("since").asText());
    shelves.get(kind).put(line.path("id").asText(), (ObjectNode) line.path("doc"), since);
    lastId = line.path("ids").asInt();
    lastNumber = line.path("numbers").asInt();
  }

  /** As it stands now. */
  Optional<ObjectNode> find(Kind kind, String id) {
    return shelves.get(kind).find(id, now());
  }

  /** A copy of its last version, even one that is known only later, for whoever changes it. */
  ObjectNode latest(Kind kind, String id) {
    return shelves
        .get(kind)
        .latest(id)
        .orElseThrow(() -> new IllegalArgumentException("There is no " + kind + " " + id))
        .deepCopy();
  }

  /** All as lists and searches know them: a little behind (2.2). */
  Stream<ObjectNode> listed(Kind kind) {
    return shelves.get(kind).all(now().minus(settings.lag()));
  }

  /** The last versions of all. */
  Stream<ObjectNode> all(Kind kind) {
    return shelves.get(kind).all();
  }

  int count(Kind kind) {
    return shelves.get(kind).size();
  }

  /** A GUID that was never given before, the same for the same history. */
  String nextId() {
    lastId++;
    var name = settings.name() + "/" + lastId;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** A number that only grows, and grows with each id. */
  int sequence() {
    return lastId;
  }

  /** The next number that people see on an order. */
  int nextNumber() {
    lastNumber++;
    return lastNumber;
  }

  void close() {
    journal.close();
  }
}
