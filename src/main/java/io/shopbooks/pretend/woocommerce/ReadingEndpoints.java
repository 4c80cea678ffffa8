package io.shopbooks.pretend.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/** What is mostly read: customers, coupons, taxes, reports, the currency, the system's status. */
final class ReadingEndpoints {

  private static final String ALLOW_LIST = "GET, POST";
  private static final String ALLOW_ONE = "GET, POST, PUT, PATCH, DELETE";

  private final Shop shop;
  private final Views views;
  private final Webhooks webhooks;

  ReadingEndpoints(Shop shop, Views views, Webhooks webhooks) {
    this.shop = shop;
    this.views = views;
    this.webhooks = webhooks;
  }

  void addTo(Routes routes) {
    papers(routes, "customers", shop.customers, "woocommerce_rest_invalid_id", false);
    papers(routes, "coupons", shop.coupons, "woocommerce_rest_shop_coupon_invalid_id", true);
    papers(routes, "taxes", shop.taxes, "woocommerce_rest_invalid_id", false);
    routes
        .at("taxes/classes", ALLOW_LIST)
        .get((call, at) -> whole("us/tax-classes.json", "taxes/classes"));
    routes
        .at("shipping/zones", ALLOW_LIST)
        .get((call, at) -> whole("us/shipping-zones.json", "shipping/zones"));
    routes.at("payment_gateways", "GET").get((call, at) -> gateways());
    routes.at("data/currencies/current", "GET").get((call, at) -> currency());
    routes.at("reports/orders/totals", "GET").get((call, at) -> totals());
    routes
        .at("system_status", "GET")
        .get((call, at) -> Answer.json(200, Fields.of(new Parameters(call.query())).cut(status())));
  }

  private void papers(
      Routes routes, String collection, Papers papers, String unknown, boolean newestFirst) {
    Supplier<List<ObjectNode>> all =
        () -> {
          var list = new ArrayList<>(papers.all().toList());
          if (newestFirst) {
            Collections.reverse(list);
          }
          return list;
        };
    routes.at(collection, ALLOW_LIST).get((call, at) -> page(call, collection, all.get()));
    var one =
        routes
            .at(collection + "/{id}", ALLOW_ONE)
            .get(
                (call, at) -> {
                  var paper =
                      papers
                          .find(Ids.of(at.group(1)))
                          .orElseThrow(() -> Refusal.of(404, unknown, "Invalid resource ID."));
                  return Answer.json(200, views.plain(paper, collection));
                });
    if (collection.equals("customers")) {
      one.put((call, at) -> changeCustomer(Ids.of(at.group(1)), call.body()));
    }
  }

  private Answer page(Call call, String collection, List<ObjectNode> all) {
    var parameters = new Parameters(call.query());
    var paging = Paging.of(parameters);
    parameters.check();
    var fields = Fields.of(parameters);
    var page = Json.array();
    paging.of(all).forEach(paper -> page.add(fields.cut(views.plain(paper, collection))));
    return paging.header(Answer.json(200, page), call, views.links().href(collection), all.size());
  }

  private Answer changeCustomer(int id, JsonNode body) {
    var customer =
        shop.customers
            .find(id)
            .orElseThrow(
                () -> Refusal.of(400, "woocommerce_rest_invalid_id", "Invalid resource ID."));
    for (var field : new String[] {"email", "first_name", "last_name"}) {
      if (body.has(field)) {
        customer.set(field, body.path(field));
      }
    }
    for (var address : new String[] {"billing", "shipping"}) {
      if (body.path(address).isObject()) {
        ((ObjectNode) customer.path(address)).setAll((ObjectNode) body.path(address));
      }
    }
    Dates.set(customer, "date_modified", shop.now(), shop.zone());
    shop.customers.put(id, customer);
    webhooks.happened("customer.updated", Integer.toString(id));
    return Answer.json(200, views.plain(customer, "customers"));
  }

  /** Recorded lists that never page; they are counted all the same. */
  private Answer whole(String resource, String collection) {
    var list = Json.resource(resource);
    for (var paper : list) {
      if (paper.has("id")) {
        views.links().add((ObjectNode) paper, collection, "", Links.WRITABLE);
        var zone = collection + "/" + paper.path("id").asText() + "/locations";
        ((ObjectNode) paper.path("_links"))
            .putArray("describedby")
            .addObject()
            .put("href", views.links().href(zone));
      } else {
        views.links().addCollection((ObjectNode) paper, collection);
      }
    }
    return Answer.json(200, list)
        .with("X-WP-Total", Integer.toString(list.size()))
        .with("X-WP-TotalPages", "1");
  }

  private static Answer gateways() {
    var list = Json.array();
    Gateways.papers().forEach(list::add);
    return Answer.json(200, list);
  }

  private Answer currency() {
    var currency = shop.store.kind.currency;
    var paper =
        Json.object()
            .put("code", currency.code())
            .put("name", currency.name())
            .put("symbol", currency.entity());
    var self = "data/currencies/" + currency.code();
    views.links().addAt(paper, self, "data/currencies", "", "GET");
    return Answer.json(200, paper);
  }

  private Answer totals() {
    var list = Json.array();
    Statuses.labels()
        .forEach(
            (slug, label) ->
                list.addObject()
                    .put("slug", slug)
                    .put("name", label)
                    .put(
                        "total", shop.orders.cards().filter(c -> c.status().equals(slug)).count()));
    return Answer.json(200, list);
  }

  private ObjectNode status() {
    var status = (ObjectNode) Json.resource("us/system-status.json");
    ((ObjectNode) status.path("environment"))
        .put("home_url", shop.home())
        .put("site_url", shop.home());
    var legacy = shop.store.has(Store.Habit.LEGACY_STORAGE);
    var currency = shop.store.kind.currency;
    var settings = (ObjectNode) status.path("settings");
    settings.put("currency", currency.code()).put("currency_symbol", currency.entity());
    settings.put("number_of_decimals", shop.settings.decimals()).put("HPOS_enabled", !legacy);
    if (legacy) {
      settings.put("order_datastore", "WC_Order_Data_Store_CPT");
    }
    return status;
  }
}
