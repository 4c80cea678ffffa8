package io.shopbooks.pretend.wix;

import static io.shopbooks.pretend.wix.Site.Kind.CASHIER;
import static io.shopbooks.pretend.wix.Site.Kind.ORDER;
import static io.shopbooks.pretend.wix.Site.Kind.PAYMENTS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The site's pages for people: its transactions, its orders, and one order. */
final class Pages {

  private static final int PER_PAGE = 25;
  private static final Map<String, String> APPS = new LinkedHashMap<>();

  static {
    for (var app : WixApp.values()) {
      var words = app.name().charAt(0) + app.name().substring(1).toLowerCase(Locale.ROOT);
      APPS.put(app.id(), words.replace('_', ' '));
    }
  }

  private final Site site;
  private final String base;
  private final SpringTemplateEngine engine = new SpringTemplateEngine();

  Pages(Site site, String base) {
    this.site = site;
    this.base = base;
    var templates = new ClassLoaderTemplateResolver(Pages.class.getClassLoader());
    templates.setPrefix("pretend/");
    templates.setSuffix(".html");
    templates.setCharacterEncoding("UTF-8");
    engine.setTemplateResolver(templates);
  }

  /** The page at a path below the site's address. */
  Answer answer(Call call) {
    var path = call.path();
    if (path.isEmpty() || path.equals("/")) {
      return page("transactions", list(call, transactions()));
    }
    if (path.equals("/orders")) {
      return page("orders", list(call, orders()));
    }
    var order = site.find(ORDER, path.substring("/order/".length()));
    return order.isEmpty()
        ? new Answer(404, "text/html", new byte[0], 0)
        : page("order", order(order.get()));
  }

  private Answer page(String template, Map<String, Object> model) {
    var all = new LinkedHashMap<>(model);
    all.put("site", site.settings.name());
    all.put("base", base);
    return Answer.html(
        200, engine.process("wix/pages/" + template, new Context(Locale.ENGLISH, all)));
  }

  private static Map<String, Object> list(Call call, List<Map<String, Object>> rows) {
    var text = call.value("page");
    var page = text.matches("\\d{1,6}") ? Math.max(1, Integer.parseInt(text)) : 1;
    var model = new LinkedHashMap<String, Object>();
    model.put("rows", rows.stream().skip((page - 1L) * PER_PAGE).limit(PER_PAGE).toList());
    model.put("count", rows.size());
    model.put("page", page);
    model.put("pages", Math.max(1, (rows.size() + PER_PAGE - 1) / PER_PAGE));
    return model;
  }

  private List<Map<String, Object>> transactions() {
    return site.listed(CASHIER)
        .sorted(newest("createdAt"))
        .map(
            row -> {
              var description = row.path("order").path("description");
              var orderId = description.path("wixAppOrderId").asText();
              var isOurs = site.find(ORDER, orderId).isPresent();
              var model = new LinkedHashMap<String, Object>();
              model.put("date", time(row.path("createdAt")));
              model.put("app", APPS.getOrDefault(row.path("appId").asText(), "?"));
              model.put("items", names(description.path("items"), "name"));
              model.put("status", row.path("status").asText());
              model.put("order", isOurs ? orderId : "");
              model.put("total", money(row.path("amount")));
              var refunded = CashierBook.refunded(row);
              var back = Json.object().put("amount", refunded);
              back.set("currency", row.path("amount").path("currency"));
              model.put("refunded", refunded.signum() == 0 ? "" : money(back));
              return (Map<String, Object>) model;
            })
        .toList();
  }

  private static String money(JsonNode amount) {
    var currency = amount.path("currency").asText();
    var rounded = Amounts.rounded(amount.path("amount").decimalValue(), currency);
    return rounded.toPlainString() + " " + currency;
  }

  private static Comparator<ObjectNode> newest(String field) {
    Comparator<ObjectNode> byTime =
        Comparator.comparing(document -> Instant.parse(document.path(field).asText()));
    return byTime.reversed();
  }

  private static String time(JsonNode instant) {
    return instant.asText().replace('T', ' ').replaceFirst("(:\\d\\d)(\\.\\d+)?Z$", "");
  }

  private static String names(JsonNode items, String field) {
    var names = new ArrayList<String>();
    Json.at(items, field).forEach(name -> names.add(name.asText()));
    return String.join(", ", names);
  }

  private List<Map<String, Object>> orders() {
    return site.listed(ORDER).sorted(newest("createdDate")).map(this::row).toList();
  }

  private Map<String, Object> row(ObjectNode order) {
    var contact = order.path("billingInfo").path("contactDetails");
    var model = new LinkedHashMap<String, Object>();
    model.put("id", order.path("id").asText());
    model.put("number", order.path("number").asText());
    model.put("date", time(order.path("createdDate")));
    model.put(
        "customer", contact.path("firstName").asText() + " " + contact.path("lastName").asText());
    model.put("status", order.path("status").asText());
    model.put("paid", order.path("paymentStatus").asText());
    model.put("channel", order.path("channelInfo").path("type").asText());
    model.put("total", sum(order, "total") + " " + order.path("currency").asText());
    return model;
  }

  private static String sum(JsonNode order, String name) {
    var amount = Amounts.of(order.path("priceSummary").path(name));
    return Amounts.rounded(amount, order.path("currency").asText()).toPlainString();
  }

  private Map<String, Object> order(ObjectNode order) {
    var model = row(order);
    var lines = new ArrayList<Map<String, Object>>();
    for (var line : order.path("lineItems")) {
      var row = new LinkedHashMap<String, Object>();
      row.put("name", line.path("productName").path("original").asText());
      row.put("quantity", line.path("quantity").asText());
      row.put("total", line.path("totalPriceBeforeTax").path("amount").asText());
      row.put("tax", line.path("taxInfo").path("taxAmount").path("amount").asText());
      lines.add(row);
    }
    model.put("lines", lines);
    model.put("shipping", sum(order, "shipping"));
    model.put("fees", sum(order, "totalAdditionalFees"));
    model.put("tax", sum(order, "tax"));
    var money = site.latest(PAYMENTS, order.path("id").asText());
    model.put("payments", payments(money));
    return model;
  }

  private static List<Map<String, Object>> payments(ObjectNode money) {
    var rows = new ArrayList<Map<String, Object>>();
    for (var payment : money.path("payments")) {
      rows.add(
          Map.of(
              "date", time(payment.path("createdDate")),
              "what", "Payment " + payment.path("status").asText(),
              "amount", payment.path(Standing.SETTLES).asText()));
    }
    for (var refund : money.path("refunds")) {
      var part = refund.path("transactions").path(0);
      rows.add(
          Map.of(
              "date", time(refund.path("createdDate")),
              "what", "Refund " + part.path("refundStatus").asText(),
              "amount", "-" + part.path("amount").path("amount").asText()));
    }
    return rows;
  }
}
