package io.shopbooks.pretend.wix;

import static io.shopbooks.pretend.wix.Site.Kind.DELIVERY;
import static io.shopbooks.pretend.wix.Site.Kind.HOOK;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** Tells the app's webhooks what happened on the site (`wix.md` 4.2, 4.4, 4.5, 5). */
final class Happenings {

  private final Site site;

  Happenings(Site site) {
    this.site = site;
  }

  /** An order was created or updated. */
  void order(String slug, ObjectNode order, Instant at) {
    if (isHeard("wix.ecom.v1.order_" + slug)) {
      var event = event("wix.ecom.v1.order", slug, order.path("id").asText(), at);
      var isNew = slug.equals("created");
      event.set(isNew ? "createdEvent" : "updatedEvent", entity(isNew, Json.shown(order)));
      tell("wix.ecom.v1.order_" + slug, event, at);
    }
  }

  private ObjectNode entity(boolean isNew, ObjectNode entity) {
    return named(isNew ? "entity" : "currentEntity", entity);
  }

  /** Something was done with an order: approved, canceled, payment_status_updated. */
  void orderAction(String slug, ObjectNode more, ObjectNode order, Instant at) {
    if (isHeard("wix.ecom.v1.order_" + slug)) {
      var body = more.set("order", Json.shown(order));
      action("wix.ecom.v1.order", slug, order.path("id").asText(), (ObjectNode) body, at);
    }
    order("updated", order, at);
  }

  /** Payments or refunds of an order changed. */
  void transactions(String slug, ObjectNode body, String orderId, Instant at) {
    if (isHeard("wix.ecom.v1.order_transactions_" + slug)) {
      action("wix.ecom.v1.order_transactions", slug, orderId, body, at);
    }
  }

  /** Something was done with an order of Pricing Plans: purchased, cycle_started... */
  void plan(String slug, ObjectNode order, Instant at) {
    if (isHeard("wix.pricing_plans.v2.order_" + slug)) {
      var body = Json.object();
      body.set("order", Json.shown(order));
      action("wix.pricing_plans.v2.order", slug, order.path("id").asText(), body, at);
    }
  }

  /** A charge of the cashier: a flat payload, and other words than the list's (4.2). */
  void charged(String type, String previous, ObjectNode row, Instant at) {
    if (isHeard("PAYMENT_EVENT")) {
      tell("PAYMENT_EVENT", PaymentEvent.of(site, type, previous, row, at), at);
    }
  }

  /** A buyer asked to be forgotten: the charge is told once more, without the person (4.2). */
  void forgotten(ObjectNode row, Instant at) {
    if (isHeard("PAYMENT_EVENT")) {
      tell("PAYMENT_EVENT", PaymentEvent.anonymised(site, row, at), at);
    }
  }

  /** A flat event, which is no domain event: of Events or of the V1 stock. */
  void flat(String eventType, ObjectNode payload, Instant at) {
    if (isHeard(eventType)) {
      tell(eventType, Json.shown(payload), at);
    }
  }

  private void action(String fqdn, String slug, String id, ObjectNode body, Instant at) {
    var event = event(fqdn, slug, id, at);
    event.set("actionEvent", named("body", body));
    tell(fqdn + "_" + slug, event, at);
  }

  private ObjectNode event(String fqdn, String slug, String entityId, Instant at) {
    var event = Json.object().put("id", site.nextId()).put("entityFqdn", fqdn).put("slug", slug);
    event.put("entityId", entityId).put("eventTime", at.toString());
    event.put("entityEventSequence", String.valueOf(site.sequence()));
    return event.put("triggeredByAnonymizeRequest", false).put("originatedFrom", "");
  }

  // Objects by default; strings of JSON under another name in older definitions (5).
  private ObjectNode named(String name, ObjectNode content) {
    if (site.settings.has(Habit.TELLS_PARTLY)) {
      partly(content);
    }
    var holder = Json.object();
    if (site.settings.has(Habit.TELLS_AS_TEXT)) {
      return holder.put(name + "AsJson", Json.text(content));
    }
    holder.set(name, content);
    return holder;
  }

  private static void partly(ObjectNode content) {
    var order = content.path("order") instanceof ObjectNode inner ? inner : content;
    order.remove("lineItems");
    order.remove("priceSummary");
  }

  private boolean isHeard(String eventType) {
    return site.all(HOOK).anyMatch(hook -> hears(hook, eventType));
  }

  private static boolean hears(ObjectNode hook, String eventType) {
    for (var wanted : hook.path("events")) {
      if (wanted.asText().equals(eventType)) {
        return true;
      }
    }
    return false;
  }

  private void tell(String eventType, ObjectNode data, Instant at) {
    var times = site.settings.has(Habit.TELLS_TWICE) ? 2 : 1;
    site.all(HOOK)
        .filter(hook -> hears(hook, eventType))
        .toList()
        .forEach(
            hook -> {
              for (var time = 0; time < times; time++) {
                var delivery = Json.object().put("hook", hook.path("id").asText());
                delivery.put("id", site.nextId()).put("eventType", eventType);
                delivery.put("due", at.toString()).put("failures", 0).set("data", data);
                site.put(DELIVERY, delivery.path("id").asText(), delivery);
              }
            });
  }
}
