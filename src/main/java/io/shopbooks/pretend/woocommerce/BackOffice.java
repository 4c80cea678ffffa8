package io.shopbooks.pretend.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/** What a clerk does to an order that is there: edit, trash, take back from the trash, delete. */
final class BackOffice {

  /** Hidden field of a trashed order. */
  private static final String BEFORE_TRASH = "~status_before_trash";

  private static final List<String> PLAIN_FIELDS =
      List.of(
          "currency",
          "customer_id",
          "customer_note",
          "parent_id",
          "payment_method",
          "payment_method_title",
          "transaction_id");

  private final Shop shop;
  private final Webhooks webhooks;
  private final Progress progress;
  private final Refunding refunding;
  private final Recalculation recalculation;

  BackOffice(
      Shop shop,
      Webhooks webhooks,
      Progress progress,
      Refunding refunding,
      Recalculation recalculation) {
    this.shop = shop;
    this.webhooks = webhooks;
    this.progress = progress;
    this.refunding = refunding;
    this.recalculation = recalculation;
  }

  /** The order with this id, trashed or not. */
  ObjectNode order(int id) {
    return shop.orders
        .find(id)
        .orElseThrow(() -> Refusal.notFound("woocommerce_rest_shop_order_invalid_id"));
  }

  /** Changes what is given, as PUT /orders/{id} does, and gives the order back as it is kept. */
  ObjectNode edit(int id, JsonNode changes, Instant at) {
    var order = order(id);
    ObjectNode before = order.deepCopy();
    fields(order, changes);
    recalculation.apply(order, changes);
    if (changes.path("set_paid").asBoolean()) {
      progress.paid(order, at);
    }
    var status = changes.path("status").asText(order.path("status").asText());
    var turnsRefunded = status.equals("refunded") && !before.path("status").asText().equals(status);
    if (turnsRefunded && refunding.left(order).signum() > 0) {
      shop.orders.put(id, order);
      var rest = NewRefund.aRefund().because("Order fully refunded.").notRestocked();
      refunding.make(order, rest, at);
      order = order(id);
    }
    progress.to(order, status, at);
    if (movesDate(before, order)) {
      Dates.set(order, "date_modified", at, shop.zone());
    }
    shop.orders.put(id, order);
    webhooks.happened("order.updated", Integer.toString(id));
    return order;
  }

  private void fields(ObjectNode order, JsonNode changes) {
    PLAIN_FIELDS.stream()
        .filter(changes::hasNonNull)
        .forEach(field -> order.set(field, changes.path(field)));
    for (var address : new String[] {"billing", "shipping"}) {
      if (changes.path(address).isObject()) {
        ((ObjectNode) order.path(address)).setAll((ObjectNode) changes.path(address));
      }
    }
    order.put("currency_symbol", StoreKind.symbolOf(order.path("currency").asText()));
    changes.path("meta_data").forEach(meta -> meta(order, meta));
  }

  private void meta(ObjectNode order, JsonNode wanted) {
    for (var meta : order.path("meta_data")) {
      var isSame =
          wanted.has("id")
              ? meta.path("id").asInt() == wanted.path("id").asInt()
              : meta.path("key").equals(wanted.path("key"));
      if (isSame) {
        ((ObjectNode) meta).set("value", wanted.path("value"));
        return;
      }
    }
    var meta = shop.paper().meta(wanted.path("key").asText(), wanted.path("value"));
    order.withArray("meta_data").add(meta);
  }

  // HPOS moves the date at every save; posts only if something other than meta changed (3.4).
  private boolean movesDate(ObjectNode before, ObjectNode after) {
    if (!shop.store.has(Store.Habit.LEGACY_STORAGE)) {
      return true;
    }
    var a = before.deepCopy().without("meta_data");
    var b = after.deepCopy().without("meta_data");
    return !a.equals(b);
  }

  /** A plugin gives the order another number; its id stays (4.1). */
  void renumber(int id, String number, Instant at) {
    var order = order(id);
    order.put("number", number);
    Dates.set(order, "date_modified", at, shop.zone());
    shop.orders.put(id, order);
    webhooks.happened("order.updated", Integer.toString(id));
  }

  /** Into the trash: it stays readable by its id. Gives back the order as it was. */
  ObjectNode trash(int id, Instant at) {
    var order = order(id);
    ObjectNode before = order.deepCopy();
    order.put(BEFORE_TRASH, order.path("status").asText()).put("status", "trash");
    Dates.set(order, "date_modified", at, shop.zone());
    shop.orders.put(id, order);
    webhooks.happened("order.deleted", Integer.toString(id));
    return before;
  }

  /** Out of the trash again. */
  void untrash(int id, Instant at) {
    var order = order(id);
    order.put("status", order.path(BEFORE_TRASH).asText("pending")).remove(BEFORE_TRASH);
    Dates.set(order, "date_modified", at, shop.zone());
    shop.orders.put(id, order);
    webhooks.happened("order.restored", Integer.toString(id));
    webhooks.happened("order.updated", Integer.toString(id));
  }

  /** For good, with its refunds; no webhook tells (9.3). */
  ObjectNode delete(int id) {
    var order = order(id);
    order.path("refunds").forEach(refund -> shop.refunds.remove(refund.path("id").asText()));
    shop.orders.remove(id);
    return order;
  }

  /** Writes a note on an order; that moves no date and rings no bell (3.4, 9.3). */
  ObjectNode note(int id, String text, boolean toCustomer, Instant at) {
    order(id);
    var noteId = shop.counters.next(Counters.Kind.NOTE);
    var note = Json.object().put("id", noteId).put("author", "system");
    Dates.set(note, "date_created", at, shop.zone());
    note.put("note", text).put("customer_note", toCustomer).put("~order", id);
    shop.notes.put(noteId, note);
    return note;
  }
}
