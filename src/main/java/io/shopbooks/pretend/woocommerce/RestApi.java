package io.shopbooks.pretend.woocommerce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The API: lets callers in, finds who answers, and says no in the API's own form. */
final class RestApi {

  private static final List<String> NAMESPACES =
      List.of(
          "oembed/1.0",
          "wc/v3",
          "wc/v1",
          "wc/pos/v1/catalog",
          "jetpack/v4",
          "wc-admin",
          "wc-analytics",
          "wc/store",
          "wc/store/v1",
          "wc/private",
          "wc/v2",
          "wc-admin-email",
          "wc-telemetry",
          "wccom-site/v3",
          "wp-abilities/v1",
          "wp/v2",
          "wp-site-health/v1",
          "wp-block-editor/v1");

  private final Shop shop;
  private final Doorkeeper doorkeeper;
  private final Routes routes;
  private final Links links;
  private final Traffic traffic;

  RestApi(Shop shop, Doorkeeper doorkeeper, Routes routes, Links links, Traffic traffic) {
    this.shop = shop;
    this.doorkeeper = doorkeeper;
    this.routes = routes;
    this.links = links;
    this.traffic = traffic;
  }

  /** Answers a call. */
  Answer answer(Call call) {
    Answer answer;
    try {
      answer = admitted(call);
    } catch (Refusal refusal) {
      answer = Answer.json(refusal.status(), refusal.error());
    }
    return answer.headers().containsKey("Link") ? answer : answer.with("Link", indexLink());
  }

  /** The header that tells where the API is (`woocommerce.md` 1). */
  String indexLink() {
    return "<" + links.index() + ">; rel=\"https://api.w.org/\"";
  }

  private Answer admitted(Call call) {
    if (call.route().equals("/")) {
      traffic.count(call.method(), "/");
      return Answer.json(200, Fields.of(new Parameters(call.query())).cut(index()))
          .with("Allow", "GET");
    }
    var caller = doorkeeper.admit(call);
    var match = routes.find(call.route()).orElseThrow(RestApi::noRoute);
    var route = match.route();
    traffic.count(call.method(), route.template());
    if (call.method().equals("OPTIONS")) {
      return options(route).with("Allow", route.allow());
    }
    var method = call.method().equals("HEAD") ? "GET" : call.method();
    var endpoint = route.byMethod().get(method);
    if (endpoint == null) {
      throw noRoute();
    }
    if (caller.isEmpty()) {
      throw notAllowed(method, route);
    }
    try {
      return endpoint.answer(call, match.address()).with("Allow", route.allow());
    } catch (Refusal refusal) {
      return Answer.json(refusal.status(), refusal.error()).with("Allow", route.allow());
    } catch (NumberFormatException e) {
      var refusal = Refusal.of(400, "rest_invalid_param", "Invalid number: " + e.getMessage());
      return Answer.json(refusal.status(), refusal.error()).with("Allow", route.allow());
    }
  }

  static Refusal noRoute() {
    return Refusal.of(
        404, "rest_no_route", "No route was found matching the URL and request method.");
  }

  private static Refusal notAllowed(String method, Routes.Route route) {
    var prefix = "woocommerce_rest_cannot_";
    if (method.equals("GET")) {
      return route.isCollection()
          ? Refusal.unauthorized(prefix + "view", "Sorry, you cannot list resources.")
          : Refusal.unauthorized(prefix + "view", "Sorry, you cannot view this resource.");
    }
    if (method.equals("POST") && route.isCollection() && !route.isBatch()) {
      return Refusal.unauthorized(
          prefix + "create", "Sorry, you are not allowed to create resources.");
    }
    return method.equals("DELETE")
        ? Refusal.unauthorized(
            prefix + "delete", "Sorry, you are not allowed to delete this resource.")
        : Refusal.unauthorized(
            prefix + "edit", "Sorry, you are not allowed to edit this resource.");
  }

  private Answer options(Routes.Route route) {
    var schema = Json.object().put("namespace", "wc/v3");
    var methods = schema.putArray("methods");
    for (var method : route.allow().split(", ")) {
      methods.add(method);
    }
    if (route.template().equals("/wc/v3/orders")) {
      new OrderSchema(shop).describe(schema);
    }
    return Answer.json(200, schema);
  }

  private ObjectNode index() {
    var index = Json.object().put("name", shop.store.kind.facts.name()).put("description", "");
    index.put("url", shop.home()).put("home", shop.home());
    var zone = shop.zone();
    var hours = zone.getRules().getOffset(shop.now()).getTotalSeconds() / 3600.0;
    index.set("gmt_offset", Amounts.number(hours));
    index.put("timezone_string", zone.getId());
    NAMESPACES.forEach(index.putArray("namespaces")::add);
    return index;
  }
}
