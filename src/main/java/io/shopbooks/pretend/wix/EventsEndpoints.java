package io.shopbooks.pretend.wix;

import static io.shopbooks.pretend.wix.Site.Kind.TICKETS;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;

/** The orders of Wix Events, which without a fieldset tell almost nothing (`wix.md` 4.4). */
final class EventsEndpoints {

  private static final int MOST_ASKED = 400;
  private static final int MOST_GIVEN = 100;
  private static final Set<String> FIELDSETS = Set.of("DETAILS", "INVOICE", "TICKETS");
  private static final Set<String> TAGS = Set.of("CONFIRMED");
  private static final Set<String> STATUSES =
      Set.of(
          "FREE",
          "PENDING",
          "PAID",
          "PARTIALLY_PAID",
          "OFFLINE_PENDING",
          "INITIATED",
          "CANCELED",
          "DECLINED",
          "AUTHORIZED",
          "VOIDED",
          "NA_ORDER_STATUS");
  private static final List<String> ALWAYS = List.of("orderNumber", "eventId", "created");

  private final Site site;

  EventsEndpoints(Site site) {
    this.site = site;
  }

  void addTo(Routes routes) {
    routes
        .needing(Scope.READ_EVENTS, WixApp.EVENTS)
        .get("/events/v1/orders/summary", (call, address) -> Refusal.notPretended("Summaries"))
        .get("/events/v1/orders", this::list)
        .get("/events/v1/events/{event}/orders/{order}", this::order);
  }

  // There is no filter by date: from, to and others are not looked at.
  private Answer list(Call call, MatchResult address) {
    var offset = call.number("offset", 0, 0, Integer.MAX_VALUE);
    var limit = Math.min(MOST_GIVEN, call.number("limit", MOST_GIVEN, 1, MOST_ASKED));
    var statuses = call.values("status", STATUSES);
    var confirmed = !call.values("tag", TAGS).isEmpty();
    var fieldsets = call.values("fieldset", FIELDSETS);
    var orders =
        site.listed(TICKETS)
            .filter(order -> statuses.isEmpty() || statuses.contains(status(order)))
            .filter(order -> !confirmed || order.path("confirmed").asBoolean())
            .sorted(sort(call))
            .toList();
    var answer = Json.object().put("total", orders.size()).put("offset", offset);
    var list = answer.put("limit", limit).putArray("orders");
    orders.stream().skip(offset).limit(limit).forEach(o -> list.add(shown(o, fieldsets)));
    return Answer.ok(answer);
  }

  private static String status(ObjectNode order) {
    return order.path("status").asText();
  }

  private static Comparator<ObjectNode> sort(Call call) {
    var text = call.value("sort").isEmpty() ? "created:desc" : call.value("sort");
    if (!text.matches("created:(asc|desc)")) {
      throw Refusal.field("sort", "FORMAT", "must be created:asc or created:desc");
    }
    Comparator<ObjectNode> order =
        Comparator.comparing(document -> Instant.parse(document.path("created").asText()));
    return text.endsWith("desc") ? order.reversed() : order;
  }

  private Answer order(Call call, MatchResult address) {
    var order =
        site.find(TICKETS, address.group(2))
            .filter(found -> found.path("eventId").asText().equals(address.group(1)))
            .orElseThrow(() -> Refusal.of(404, "Order not found"));
    var answer = Json.object();
    answer.set("order", shown(order, call.values("fieldset", FIELDSETS)));
    return Answer.ok(answer);
  }

  private static ObjectNode shown(ObjectNode kept, List<String> fieldsets) {
    var order = Json.shown(kept);
    var shown = Json.object();
    for (var field : order.properties()) {
      var needed =
          switch (field.getKey()) {
            case "invoice" -> "INVOICE";
            case "tickets" -> "TICKETS";
            default -> "DETAILS";
          };
      if (ALWAYS.contains(field.getKey()) || fieldsets.contains(needed)) {
        shown.set(field.getKey(), field.getValue());
      }
    }
    return shown;
  }
}
