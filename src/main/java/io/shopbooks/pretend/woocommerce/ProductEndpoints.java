package io.shopbooks.pretend.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.stream.Stream;

/** /products, /products/{id}/variations and their batches (`woocommerce.md` 7). */
final class ProductEndpoints {

  private static final String ALLOW_ONE = "GET, POST, PUT, PATCH, DELETE";
  private static final List<String> SORTS =
      List.of(
          "date",
          "modified",
          "id",
          "include",
          "title",
          "slug",
          "price",
          "popularity",
          "rating",
          "menu_order");

  private final Shop shop;
  private final Views views;
  private final ProductDesk desk;

  ProductEndpoints(Shop shop, Views views, ProductDesk desk) {
    this.shop = shop;
    this.views = views;
    this.desk = desk;
  }

  void addTo(Routes routes) {
    routes.at("products", "GET, POST").get((call, at) -> list(call)).post(this::create);
    routes
        .at("products/{id}", ALLOW_ONE)
        .get((call, at) -> shown(200, desk.product(id(at, 1)), call, views::product))
        .put((call, at) -> shown(200, update(id(at, 1), call.body()), call, views::product))
        .delete(this::delete);
    var products = new Batch(desk::create, this::update, desk::delete);
    routes
        .at("products/batch", Batch.ALLOW)
        .put((call, at) -> products.answer(call.body(), views::product));
    routes.at("products/{id}/variations", "GET, POST").get(this::variations);
    routes
        .at("products/{id}/variations/{id}", ALLOW_ONE)
        .get((call, at) -> shown(200, variation(at), call, views::variation))
        .put(
            (call, at) ->
                shown(200, desk.update(variation(at), call.body()), call, views::variation));
    routes
        .at("products/{id}/variations/batch", Batch.ALLOW)
        .put((call, at) -> variationBatch(id(at, 1)).answer(call.body(), views::variation));
  }

  private static int id(MatchResult address, int group) {
    return Ids.of(address.group(group));
  }

  private ObjectNode variation(MatchResult address) {
    return desk.variation(id(address, 1), id(address, 2));
  }

  private Batch variationBatch(int parentId) {
    desk.product(parentId);
    return new Batch(
        desk::create, (id, body) -> desk.update(desk.variation(parentId, id), body), desk::delete);
  }

  private static ObjectNode refuseVariation(JsonNode body) {
    throw Refusal.of(400, "rest_invalid_param", "This shop makes no new variations.");
  }

  private ObjectNode update(int id, JsonNode body) {
    return desk.update(desk.product(id), body);
  }

  private Answer create(Call call, MatchResult address) {
    var product = desk.create(call.body());
    return shown(201, product, call, views::product)
        .with("Location", views.links().href("products/" + product.path("id").asText()));
  }

  private Answer delete(Call call, MatchResult address) {
    var id = id(address, 1);
    var force = new Parameters(call.query()).flag("force");
    return shown(200, force ? desk.delete(id) : desk.trash(id), call, views::product);
  }

  private Answer list(Call call) {
    var parameters = new Parameters(call.query());
    var skus = parameters.list("sku");
    var status = parameters.list("status");
    var type = parameters.text("type");
    // Without sku= the list holds parents only; with it, variations are found, too.
    Predicate<ObjectNode> wanted =
        product ->
            (skus.isEmpty()
                    ? !Products.isVariation(product)
                    : skus.contains(product.path("sku").asText()))
                && (status.isEmpty() || status.contains("any")
                    ? !product.path("status").asText().equals("trash")
                    : status.contains(product.path("status").asText()))
                && (type.isEmpty() || type.equals(product.path("type").asText()));
    return page(call, "products", parameters, shop.products.all().filter(wanted), views::product);
  }

  private Answer variations(Call call, MatchResult address) {
    var parentId = id(address, 1);
    desk.product(parentId);
    var all = shop.products.all().filter(product -> product.path("parent_id").asInt() == parentId);
    var path = "products/" + parentId + "/variations";
    return page(call, path, new Parameters(call.query()), all, views::variation);
  }

  private Answer page(
      Call call,
      String path,
      Parameters parameters,
      Stream<ObjectNode> candidates,
      Function<ObjectNode, ObjectNode> view) {
    var paging = Paging.of(parameters);
    var window = TimeWindow.of(parameters, shop.zone());
    var include = parameters.ids("include");
    var exclude = parameters.ids("exclude");
    var search = parameters.text("search").toLowerCase(Locale.ROOT);
    var sort = sort(parameters.oneOf("orderby", SORTS));
    var rising = parameters.oneOf("order", List.of("desc", "asc")).equals("asc");
    parameters.check();
    var found =
        candidates
            .filter(product -> include.isEmpty() || include.contains(id(product)))
            .filter(product -> !exclude.contains(id(product)))
            .filter(product -> search.isEmpty() || Views.mentions(product.path("name"), search))
            .filter(product -> isWithin(product, window))
            .sorted(rising ? sort : sort.reversed())
            .toList();
    var fields = Fields.of(parameters);
    var page = Json.array();
    paging.of(found).forEach(product -> page.add(fields.cut(view.apply(product))));
    return paging.header(Answer.json(200, page), call, views.links().href(path), found.size());
  }

  private static int id(JsonNode product) {
    return product.path("id").asInt();
  }

  private static boolean isWithin(JsonNode product, TimeWindow window) {
    return window.holds(
        product.path("date_created").asText(),
        product.path("date_created_gmt").asText(),
        product.path("date_modified").asText(),
        product.path("date_modified_gmt").asText());
  }

  private static Comparator<ObjectNode> sort(String name) {
    Comparator<ObjectNode> sort =
        switch (name) {
          case "modified" -> Comparator.comparing(p -> p.path("date_modified_gmt").asText());
          case "title", "slug" -> Comparator.comparing(p -> p.path("name").asText());
          case "price" -> Comparator.comparing(p -> Amounts.of(p.path("price")));
          case "popularity" -> Comparator.comparing(p -> p.path("total_sales").asInt());
          case "date" -> Comparator.comparing(p -> p.path("date_created_gmt").asText());
          default -> Comparator.comparingInt(product -> id(product));
        };
    return sort.thenComparingInt(product -> id(product));
  }

  private Answer shown(
      int status, ObjectNode product, Call call, Function<ObjectNode, ObjectNode> view) {
    var parameters = new Parameters(call.query());
    return Answer.json(status, Fields.of(parameters).cutAlone(view.apply(product)));
  }
}
