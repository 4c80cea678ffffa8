package io.shopbooks.pretend.wix;

import static io.shopbooks.pretend.wix.Site.Kind.PLAN;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.Set;
import java.util.regex.MatchResult;

/** The orders of Pricing Plans, at most 50 at a time (`wix.md` 4.5). */
final class PlanEndpoints {

  private static final int MOST = 50;
  private static final Set<String> STATUSES =
      Set.of("DRAFT", "PENDING", "ACTIVE", "PAUSED", "ENDED", "CANCELED");
  private static final Set<String> PAYMENTS =
      Set.of("PAID", "REFUNDED", "FAILED", "UNPAID", "PENDING", "NOT_APPLICABLE");
  private static final Set<String> SORTS = Set.of("createdDate", "endDate");

  private final Site site;

  PlanEndpoints(Site site) {
    this.site = site;
  }

  void addTo(Routes routes) {
    routes
        .needing(Scope.READ_PLANS, WixApp.PRICING_PLANS)
        .get("/pricing-plans/v2/orders", this::list)
        .get("/pricing-plans/v2/orders/{id}", this::order);
  }

  private Answer list(Call call, MatchResult address) {
    var offset = call.number("offset", 0, 0, Integer.MAX_VALUE);
    var limit = call.number("limit", MOST, 1, MOST);
    var statuses = call.values("orderStatuses", STATUSES);
    var payments = call.values("paymentStatuses", PAYMENTS);
    var orders =
        site.listed(PLAN)
            .filter(o -> statuses.isEmpty() || statuses.contains(o.path("status").asText()))
            .filter(
                o -> payments.isEmpty() || payments.contains(o.path("lastPaymentStatus").asText()))
            .sorted(sort(call))
            .toList();
    var answer = Json.object();
    var list = answer.putArray("orders");
    orders.stream().skip(offset).limit(limit).forEach(order -> list.add(Json.shown(order)));
    answer
        .putObject("pagingMetadata")
        .put("count", list.size())
        .put("offset", offset)
        .put("total", orders.size());
    return Answer.ok(answer);
  }

  private static Comparator<ObjectNode> sort(Call call) {
    call.values("sorting.fieldName", SORTS);
    var field = call.value("sorting.fieldName").equals("endDate") ? "endDate" : "createdDate";
    var isAscending = call.value("sorting.order").equals("ASC");
    Comparator<ObjectNode> order =
        Comparator.comparing(
            document -> Instant.parse(document.path(field).asText(Instant.MAX.toString())));
    return isAscending ? order : order.reversed();
  }

  private Answer order(Call call, MatchResult address) {
    var order = site.find(PLAN, address.group(1));
    var answer = Json.object();
    answer.set("order", Json.shown(order.orElseThrow(() -> Refusal.of(404, "Order not found"))));
    return Answer.ok(answer);
  }
}
