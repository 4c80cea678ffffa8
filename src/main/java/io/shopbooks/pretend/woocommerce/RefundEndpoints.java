package io.shopbooks.pretend.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.regex.MatchResult;

/** /orders/{id}/refunds and /refunds (`woocommerce.md` 6). */
final class RefundEndpoints {

  private final Shop shop;
  private final Views views;
  private final BackOffice office;
  private final Refunding refunding;

  RefundEndpoints(Shop shop, Views views, BackOffice office, Refunding refunding) {
    this.shop = shop;
    this.views = views;
    this.office = office;
    this.refunding = refunding;
  }

  void addTo(Routes routes) {
    routes.at("orders/{id}/refunds", "GET, POST").get(this::listOfOrder).post(this::create);
    routes
        .at("orders/{id}/refunds/{id}", "GET, DELETE")
        .get((call, at) -> shown(200, refund(at), call))
        .delete(this::delete);
    routes.at("refunds", "GET").get((call, at) -> list(call, "refunds", all(), this::ofAll));
  }

  private ObjectNode order(MatchResult address) {
    return office.order(Ids.of(address.group(1)));
  }

  private ObjectNode refund(MatchResult address) {
    var orderId = order(address).path("id").asInt();
    return shop.refunds
        .find(Ids.of(address.group(2)))
        .filter(refund -> refund.path("parent_id").asInt() == orderId)
        .orElseThrow(
            () ->
                Refusal.of(
                    404, "woocommerce_rest_invalid_order_refund_id", "Invalid order refund ID."));
  }

  private Answer listOfOrder(Call call, MatchResult address) {
    var order = order(address);
    var refunds = new ArrayList<ObjectNode>();
    order
        .path("refunds")
        .forEach(summary -> refunds.add(shop.refunds.get(summary.path("id").asText())));
    var path = "orders/" + order.path("id").asText() + "/refunds";
    return list(call, path, refunds, decimals -> refund -> views.refund(refund, decimals));
  }

  private List<ObjectNode> all() {
    var newestFirst = Comparator.comparing((ObjectNode r) -> r.path("date_created_gmt").asText());
    return shop.refunds
        .all()
        .sorted(newestFirst.thenComparing(r -> r.path("id").asInt()).reversed())
        .toList();
  }

  private Function<ObjectNode, ObjectNode> ofAll(int decimals) {
    return refund -> views.refundOfAll(refund, decimals);
  }

  private Answer list(
      Call call,
      String path,
      List<ObjectNode> refunds,
      IntFunction<Function<ObjectNode, ObjectNode>> shown) {
    var parameters = new Parameters(call.query());
    var paging = Paging.of(parameters);
    var decimals = parameters.number("dp").orElse(shop.settings.decimals());
    parameters.check();
    var fields = Fields.of(parameters);
    var page = Json.array();
    paging.of(refunds).forEach(r -> page.add(fields.cut(shown.apply(decimals).apply(r))));
    return paging.header(Answer.json(200, page), call, views.links().href(path), refunds.size());
  }

  // The header shows the pattern of the address instead of the order's id, as the real shop's does.
  private Answer create(Call call, MatchResult address) {
    var refund = refunding.make(order(address), wanted(call.body()), shop.now());
    var location = "orders/(?P<order_id>[\\d]+)/refunds/" + refund.path("id").asText();
    return shown(201, refund, call).with("Location", views.links().href(location));
  }

  private static NewRefund wanted(JsonNode body) {
    var refund = NewRefund.aRefund().because(body.path("reason").asText());
    if (!body.path("amount").asText().isEmpty()) {
      refund.amount = Optional.of(money(body.path("amount")));
    }
    refund.throughGateway = body.path("api_refund").asBoolean(true);
    refund.restocks = body.path("api_restock").asBoolean(true);
    for (var line : body.path("line_items")) {
      var taxes = new LinkedHashMap<Integer, BigDecimal>();
      line.path("refund_tax")
          .forEach(tax -> taxes.put(tax.path("id").asInt(), money(tax.path("refund_total"))));
      refund.given.add(
          new NewRefund.Given(
              line.path("id").asInt(),
              line.path("quantity").asInt(),
              Amounts.of(line.path("refund_total")),
              taxes));
    }
    return refund;
  }

  private static BigDecimal money(JsonNode text) {
    try {
      return Amounts.of(text);
    } catch (NumberFormatException e) {
      var parameters = new Parameters(Map.of());
      parameters.wrong("amount", "rest_invalid_type", "amount is not of type number.");
      parameters.check();
      throw e;
    }
  }

  private Answer delete(Call call, MatchResult address) {
    var refund = refund(address);
    if (!new Parameters(call.query()).flag("force")) {
      throw Refusal.of(
          501, "woocommerce_rest_trash_not_supported", "Refunds do not support trashing.");
    }
    refunding.delete(order(address), refund.path("id").asInt());
    return shown(200, refund, call);
  }

  private Answer shown(int status, ObjectNode refund, Call call) {
    var parameters = new Parameters(call.query());
    var decimals = parameters.number("dp").orElse(shop.settings.decimals());
    parameters.check();
    return Answer.json(status, Fields.of(parameters).cutAlone(views.refund(refund, decimals)));
  }
}
