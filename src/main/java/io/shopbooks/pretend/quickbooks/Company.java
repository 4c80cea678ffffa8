package io.shopbooks.pretend.quickbooks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.NoSuchElementException;

/** Everything one pretend company keeps. Whoever reads or changes it holds its lock. */
final class Company {

  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");

  private final String realm;
  private final Region region;
  private final Clock clock;
  private final Journal journal;
  private final Records records = new Records();
  private final GeneralLedger ledger = new GeneralLedger();
  private final Inventory inventory = new Inventory(this);
  private final Settings settings = new Settings();
  private final RequestIds requestIds = new RequestIds(settings);
  private final Counters counters = new Counters();
  private final Limits limits = new Limits();

  Company(String realm, Region region, Clock clock, Journal journal) {
    this.realm = realm;
    this.region = region;
    this.clock = clock;
    this.journal = journal;
  }

  String realm() {
    return realm;
  }

  Region region() {
    return region;
  }

  Records records() {
    return records;
  }

  GeneralLedger ledger() {
    return ledger;
  }

  Inventory inventory() {
    return inventory;
  }

  Settings settings() {
    return settings;
  }

  RequestIds requestIds() {
    return requestIds;
  }

  Counters counters() {
    return counters;
  }

  Limits limits() {
    return limits;
  }

  Clock clock() {
    return clock;
  }

  Journal journal() {
    return journal;
  }

  boolean holds(Assumption assumption) {
    return settings.holds(assumption);
  }

  /** A switch of the preferences by its path: "SalesFormsPrefs.AllowDiscount". */
  boolean prefers(String path) {
    return Json.flag(preferences(), path);
  }

  ObjectNode preferences() {
    return the("Preferences", "1").json();
  }

  /** The home currency. */
  String currency() {
    return region.currency();
  }

  boolean isMulticurrency() {
    return prefers("CurrencyPrefs.MultiCurrencyEnabled");
  }

  /** The time as QuickBooks writes it: whole seconds in the company's zone. */
  String time() {
    return SECONDS.format(clock.instant().atZone(region.zone()));
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), region.zone());
  }

  /** An object that must exist. */
  Stored the(String type, String id) {
    return records
        .find(type, id)
        .orElseThrow(() -> new NoSuchElementException("No " + type + " " + id + " in " + realm));
  }

  /** Keeps a new object that posts nothing, with the properties every object has. */
  Stored keep(String type, ObjectNode json) {
    if (!json.has("Id")) {
      json.put("Id", records.nextId(Schema.named(type).orElseThrow()));
    }
    return put(type, stamped(json, null), List.of());
  }

  /** Keeps an object and what it posts. */
  Stored put(String type, ObjectNode json, List<Posting> postings) {
    var stored = records.put(type, json, postings);
    if (Schema.isTransaction(type)) {
      ledger.post(stored.id(), postings);
    }
    return stored;
  }

  /** Sets SyncToken and times; null before means that the object is new. */
  ObjectNode stamped(ObjectNode json, ObjectNode before) {
    json.put("domain", "QBO").put("sparse", false);
    var token = before == null ? 0 : Long.parseLong(Json.text(before, "SyncToken")) + 1;
    json.put("SyncToken", String.valueOf(token));
    var created = before == null ? time() : Json.text(before, "MetaData.CreateTime");
    json.putObject("MetaData").put("CreateTime", created).put("LastUpdatedTime", time());
    return json;
  }

  /** Takes a transaction out of the books and remembers that it was there. */
  void remove(Stored stored) {
    var tombstone = Json.object().put("domain", "QBO").put("status", "Deleted");
    tombstone.put("Id", stored.id());
    var metaData = stored.copy().withObject("/MetaData").put("LastUpdatedTime", time());
    tombstone.set("MetaData", metaData);
    for (var kept : List.of("DocNumber", "TotalAmt", "PrivateNote", "TxnDate")) {
      if (stored.json().has(kept)) {
        tombstone.set(kept, stored.json().get(kept));
      }
    }
    records.remove(stored, tombstone);
    ledger.post(stored.id(), List.of());
  }

  /** Ends a unit of work: from here on it survives. */
  void commit() {
    commit(null);
  }

  /** Ends a unit of work together with the answer kept under its requestid, null for none. */
  void commit(ObjectNode answer) {
    var changes = records.commit();
    if (!changes.isEmpty() || answer != null) {
      journal.append(History.line(changes, answer));
    }
  }
}
