package io.shopbooks.pretend.woocommerce;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Answers GET /orders: filters, sorts and pages (`woocommerce.md` 3). */
final class OrderList {

  private static final List<String> SORTS =
      List.of("date", "id", "include", "title", "slug", "modified");

  private final Shop shop;
  private final Views views;

  OrderList(Shop shop, Views views) {
    this.shop = shop;
    this.views = views;
  }

  Answer answer(Call call) {
    var parameters = new Parameters(call.query());
    var paging = Paging.of(parameters);
    var sort = parameters.oneOf("orderby", SORTS);
    var rising = parameters.oneOf("order", List.of("desc", "asc")).equals("asc");
    var wanted = wanted(parameters);
    var include = parameters.ids("include");
    var decimals = parameters.number("dp").orElse(shop.settings.decimals());
    parameters.check();
    var found = sorted(wanted, sort, rising, include).toList();
    var fields = Fields.of(parameters);
    var page = Json.array();
    for (var card : paging.of(found)) {
      page.add(fields.cut(views.order(shop.orders.get(card.id()), decimals)));
    }
    var address = views.links().href("orders");
    return paging.header(Answer.json(200, page), call, address, found.size());
  }

  // Equal dates are told apart by id, as since 10.4.
  private Stream<OrderCard> sorted(
      Predicate<OrderCard> wanted, String sort, boolean rising, List<Integer> include) {
    if (sort.equals("include") && !include.isEmpty()) {
      var byPlace = Comparator.comparingInt((OrderCard card) -> include.indexOf(card.id()));
      return shop.orders.cards().filter(wanted).sorted(byPlace);
    }
    var byId = (rising ? shop.orders.cards() : shop.orders.newestFirst()).filter(wanted);
    var byTime =
        switch (sort) {
          case "date" -> Comparator.comparing(OrderCard::createdGmt);
          case "modified" -> Comparator.comparing(OrderCard::modifiedGmt);
          default -> null;
        };
    if (byTime == null) {
      return byId;
    }
    return byId.sorted(rising ? byTime : byTime.reversed());
  }

  private Predicate<OrderCard> wanted(Parameters parameters) {
    var statuses = parameters.listOf("status", Statuses.filterable());
    var window = TimeWindow.of(parameters, shop.zone());
    var include = parameters.ids("include");
    var exclude = parameters.ids("exclude");
    var parents = parameters.ids("parent");
    var customer = parameters.number("customer");
    var via = parameters.list("created_via");
    Predicate<OrderCard> wanted =
        card ->
            Statuses.isWanted(card.status(), statuses)
                && window.holds(
                    card.created(), card.createdGmt(), card.modified(), card.modifiedGmt())
                && (include.isEmpty() || include.contains(card.id()))
                && !exclude.contains(card.id())
                && (parents.isEmpty() || parents.contains(card.parent()))
                && (customer.isEmpty() || customer.getAsInt() == card.customer())
                && (via.isEmpty() || via.contains(card.createdVia()));
    return wanted.and(mentions(parameters)).and(holdsProduct(parameters));
  }

  private Predicate<OrderCard> mentions(Parameters parameters) {
    var search = parameters.text("search").toLowerCase(Locale.ROOT);
    return search.isEmpty()
        ? card -> true
        : card -> Views.mentions(shop.orders.get(card.id()), search);
  }

  private Predicate<OrderCard> holdsProduct(Parameters parameters) {
    var product = parameters.number("product");
    if (product.isEmpty()) {
      return card -> true;
    }
    return card -> {
      for (var line : shop.orders.get(card.id()).path("line_items")) {
        if (line.path("product_id").asInt() == product.getAsInt()) {
          return true;
        }
      }
      return false;
    };
  }
}
