package io.shopbooks.pretend.wix;

import static io.shopbooks.pretend.wix.Site.Kind.ORDER;
import static io.shopbooks.pretend.wix.Site.Kind.PAYMENTS;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;

/** The eCommerce orders and what was paid on them (`wix.md` 2, 3). */
final class OrderEndpoints {

  private static final Search.Rules RULES =
      new Search.Rules(Fields.ofOrders(), 100, 100, "createdDate");
  private static final Set<String> ON_REQUEST = Set.of("PENDING", "REJECTED");
  private static final int MOST_IDS = 100;

  private final Site site;
  private final OrderView view;

  OrderEndpoints(Site site) {
    this.site = site;
    this.view = new OrderView(site.settings);
  }

  void addTo(Routes routes) {
    routes
        .needing(Scope.READ_ORDERS, null)
        .post("/ecom/v1/orders/search", this::search)
        .post("/ecom/v1/orders/aggregate", call -> Refusal.notPretended("Aggregations"))
        .get("/ecom/v1/orders/{id}", this::order)
        .get("/ecom/v1/payments/orders/{id}", this::payments)
        .post("/ecom/v1/payments/list-by-ids", this::paymentsByIds)
        .get("/ecom/v1/fulfillments/orders/{id}", this::fulfillments);
  }

  // What does not stand in "search" is not looked at: the first page comes again and again (2.2).
  private Answer search(Call call) {
    var search = Search.of(call.body().path("search"), RULES);
    var asksForStatus = search.asksFor("status");
    var orders =
        site.listed(ORDER)
            .filter(order -> !status(order).equals("INITIALIZED"))
            .filter(order -> asksForStatus || !ON_REQUEST.contains(status(order)));
    var page = search.page(orders, RULES);
    var answer = Json.object();
    var list = answer.putArray("orders");
    page.documents().forEach(order -> list.add(view.order(order)));
    answer.set("metadata", page.metadata());
    return Answer.ok(answer);
  }

  private static String status(ObjectNode order) {
    return order.path("status").asText();
  }

  private Answer order(Call call, MatchResult address) {
    var order = site.find(ORDER, address.group(1)).filter(o -> !status(o).equals("INITIALIZED"));
    var answer = Json.object();
    answer.set("order", view.order(order.orElseThrow(OrderEndpoints::notFound)));
    return Answer.ok(answer);
  }

  private static Refusal notFound() {
    return Refusal.application(404, "ORDER_NOT_FOUND", "Order not found");
  }

  private Answer payments(Call call, MatchResult address) {
    var money = site.find(PAYMENTS, address.group(1)).orElseThrow(OrderEndpoints::notFound);
    var answer = Json.object();
    answer.set("orderTransactions", view.payments(money));
    return Answer.ok(answer);
  }

  private Answer paymentsByIds(Call call) {
    var answer = Json.object();
    var list = answer.putArray("orderTransactions");
    for (var id : ids(call.body())) {
      site.find(PAYMENTS, id).ifPresent(money -> list.add(view.payments(money)));
    }
    return Answer.ok(answer);
  }

  private static List<String> ids(ObjectNode body) {
    var ids = body.path("orderIds");
    if (!ids.isArray() || ids.isEmpty()) {
      throw Refusal.field("orderIds", "MIN_SIZE", "must hold at least one id");
    }
    if (ids.size() > MOST_IDS) {
      throw Refusal.field("orderIds", "MAX_SIZE", "must not hold more than 100 ids");
    }
    var texts = new ArrayList<String>();
    ids.forEach(id -> texts.add(id.asText()));
    return texts;
  }

  private Answer fulfillments(Call call, MatchResult address) {
    var order = site.find(ORDER, address.group(1)).orElseThrow(OrderEndpoints::notFound);
    return Answer.ok(fulfilled(order));
  }

  private static ObjectNode fulfilled(ObjectNode order) {
    var answer = Json.object().put("orderId", order.path("id").asText());
    answer.putArray("fulfillments");
    return answer;
  }
}
