package io.shopbooks.pretend.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The shop's own pages for people: its orders, and one order. */
final class Pages {

  private static final int PER_PAGE = 25;

  private final Shop shop;
  private final Views views;
  private final SpringTemplateEngine engine = new SpringTemplateEngine();

  Pages(Shop shop, Views views) {
    this.shop = shop;
    this.views = views;
    var templates = new ClassLoaderTemplateResolver(Pages.class.getClassLoader());
    templates.setPrefix("pretend/");
    templates.setSuffix(".html");
    templates.setCharacterEncoding("UTF-8");
    engine.setTemplateResolver(templates);
  }

  /** The page at a path below the shop's address. */
  Answer answer(String path, Map<String, String> query) {
    if (path.isEmpty() || path.equals("/")) {
      return page(200, "orders", orders(query.getOrDefault("page", "1")));
    }
    if (path.matches("/order/\\d{1,9}")) {
      var id = Ids.of(path.substring("/order/".length()));
      var order = shop.orders.find(id);
      if (order.isPresent()) {
        return page(200, "order", order(order.get()));
      }
    }
    return page(404, "missing", Map.of());
  }

  private Answer page(int status, String template, Map<String, Object> model) {
    var all = new LinkedHashMap<>(model);
    all.put("shop", shop.store.kind.facts.name());
    all.put("base", shop.path());
    var html = engine.process("woocommerce/pages/" + template, new Context(Locale.ENGLISH, all));
    return Answer.of(status, Answer.HTML, html.getBytes(StandardCharsets.UTF_8));
  }

  private Map<String, Object> orders(String pageText) {
    var page = pageText.matches("\\d{1,6}") ? Math.max(1, Integer.parseInt(pageText)) : 1;
    var rows = new ArrayList<Map<String, Object>>();
    shop.orders
        .newestFirst()
        .skip((page - 1L) * PER_PAGE)
        .limit(PER_PAGE)
        .forEach(card -> rows.add(row(shop.orders.get(card.id()))));
    var pages = Math.max(1, (shop.orders.size() + PER_PAGE - 1) / PER_PAGE);
    var model = new LinkedHashMap<String, Object>();
    model.put("orders", rows);
    model.put("count", shop.orders.size());
    model.put("page", page);
    model.put("pages", pages);
    return model;
  }

  private Map<String, Object> row(ObjectNode kept) {
    return row((JsonNode) views.order(kept, shop.settings.decimals()));
  }

  private Map<String, Object> row(JsonNode order) {
    var row = new LinkedHashMap<String, Object>();
    row.put("id", order.path("id").asText());
    row.put("number", order.path("number").asText());
    row.put("date", order.path("date_created").asText().replace('T', ' '));
    row.put("status", order.path("status").asText());
    row.put("customer", customer(order.path("billing")));
    row.put("gateway", order.path("payment_method_title").asText());
    row.put("currency", order.path("currency").asText());
    row.put("total", order.path("total").asText());
    row.put("totalTax", order.path("total_tax").asText());
    row.put("refunded", refunded(order));
    return row;
  }

  private static String customer(JsonNode billing) {
    var name = billing.path("first_name").asText() + " " + billing.path("last_name").asText();
    // The checkout stored entities (11); people should not see them.
    var company = billing.path("company").asText().replace("&amp;", "&");
    return company.isEmpty() ? name.strip() : name.strip() + ", " + company;
  }

  private static String refunded(JsonNode order) {
    var sum = BigDecimal.ZERO;
    for (var refund : order.path("refunds")) {
      sum = sum.add(Amounts.of(refund.path("total")));
    }
    return sum.signum() == 0 ? "" : sum.toPlainString();
  }

  private Map<String, Object> order(ObjectNode kept) {
    var order = views.order(kept, shop.settings.decimals());
    var model = new LinkedHashMap<>(row((JsonNode) order));
    model.put("lines", lines(order.path("line_items"), "name"));
    model.put("shippings", lines(order.path("shipping_lines"), "method_title"));
    model.put("fees", lines(order.path("fee_lines"), "name"));
    model.put("taxes", taxes(order.path("tax_lines")));
    model.put("refunds", refunds(order.path("refunds")));
    model.put("email", order.path("billing").path("email").asText());
    model.put("paid", order.path("date_paid").asText("").replace('T', ' '));
    model.put("transaction", order.path("transaction_id").asText());
    return model;
  }

  private static List<Map<String, Object>> lines(JsonNode lines, String name) {
    var rows = new ArrayList<Map<String, Object>>();
    for (var line : lines) {
      rows.add(
          Map.of(
              "name", line.path(name).asText(),
              "sku", line.path("sku").asText(""),
              "quantity", line.path("quantity").asText(""),
              "total", line.path("total").asText(),
              "tax", line.path("total_tax").asText()));
    }
    return rows;
  }

  private static List<Map<String, Object>> taxes(JsonNode lines) {
    var rows = new ArrayList<Map<String, Object>>();
    for (var line : lines) {
      rows.add(
          Map.of(
              "label", line.path("label").asText(),
              "percent", line.path("rate_percent").asText(),
              "goods", line.path("tax_total").asText(),
              "shipping", line.path("shipping_tax_total").asText()));
    }
    return rows;
  }

  private static List<Map<String, Object>> refunds(JsonNode refunds) {
    var rows = new ArrayList<Map<String, Object>>();
    for (var refund : refunds) {
      rows.add(
          Map.of(
              "id", refund.path("id").asText(),
              "reason", refund.path("reason").asText(),
              "total", refund.path("total").asText()));
    }
    return rows;
  }
}
