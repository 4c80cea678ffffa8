package io.shopbooks.pretend.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;

/** Lets another process look into the shop and drive it, under /pretend. */
final class Control {

  private final PretendWooCommerce shop;

  Control(PretendWooCommerce shop) {
    this.shop = shop;
  }

  /** Answers /pretend/audit, /pretend/sell, /pretend/live, /pretend/fault, /pretend/cron. */
  Answer answer(String method, String path, URI uri, byte[] body) {
    var query = Call.decode(uri.getRawQuery());
    try {
      return switch (method + " " + path) {
        case "GET /pretend/audit" -> Answer.json(200, shop.audit().json());
        case "POST /pretend/sell" -> sell(query);
        case "POST /pretend/live" -> live(query);
        case "POST /pretend/fault" -> fault(body.length == 0 ? Json.object() : Json.read(body));
        case "DELETE /pretend/fault" -> done(shop::recovers);
        case "POST /pretend/cron" -> cron();
        default -> Answer.json(404, Json.object().put("error", "There is nothing at " + path));
      };
    } catch (IllegalArgumentException | UncheckedIOException e) {
      return Answer.json(400, Json.object().put("error", e.getMessage()));
    }
  }

  private Answer sell(Map<String, String> query) {
    var count = Integer.parseInt(query.getOrDefault("count", "1"));
    var sold = new ShopLife(shop, seed(query)).sells(count);
    var answer = Json.object().put("sold", sold.size());
    if (!sold.isEmpty()) {
      answer.put("first", sold.get(0)).put("last", sold.get(sold.size() - 1));
    }
    return Answer.json(200, answer);
  }

  private Answer live(Map<String, String> query) {
    var life = new ShopLife(shop, seed(query));
    var events = Integer.parseInt(query.getOrDefault("count", "1"));
    var told = Json.object();
    var list = told.putArray("events");
    for (var event = 0; event < events; event++) {
      list.add(life.lives());
    }
    return Answer.json(200, told);
  }

  private long seed(Map<String, String> query) {
    var given = query.get("seed");
    return given == null ? shop.shop().orders.size() : Long.parseLong(given);
  }

  private Answer cron() {
    var delivered = shop.runCron();
    var failed = delivered.stream().filter(delivery -> !delivery.isWellTaken()).count();
    return Answer.json(200, Json.object().put("delivered", delivered.size()).put("failed", failed));
  }

  private static Answer done(Runnable work) {
    work.run();
    return Answer.json(200, Json.object().put("done", true));
  }

  // {"path":"/orders","method":"GET","nth":2,"probability":0.1,"seed":1,"every":true,
  //  "kind":"html","status":503,"value":"120"}
  private Answer fault(JsonNode wanted) {
    var path = wanted.path("path").asText("/");
    Fault fault;
    if (wanted.has("probability")) {
      var chance = wanted.path("probability").asDouble();
      fault = Fault.sometimes(chance, wanted.path("seed").asLong(), path);
    } else if (wanted.path("every").asBoolean()) {
      fault = Fault.every(path);
    } else {
      fault = Fault.nth(wanted.path("nth").asInt(1), path);
    }
    shop.fails(fault.on(wanted.path("method").asText()).with(trouble((ObjectNode) wanted)));
    return Answer.json(200, Json.object().put("waiting", true));
  }

  private static Trouble trouble(ObjectNode wanted) {
    var status = wanted.path("status").asInt(503);
    var value = wanted.path("value").asText();
    return switch (wanted.path("kind").asText()) {
      case "html" -> Trouble.htmlPage(status);
      case "status" -> Trouble.status(status);
      case "retry-after" -> Trouble.retryAfter(status, value);
      case "text-before" -> Trouble.textBefore(value);
      case "bom" -> Trouble.byteOrderMark();
      case "truncated" -> Trouble.truncated();
      case "cut" -> Trouble.cutBefore();
      case "cut-after" -> Trouble.cutAfter();
      case "redirect" -> Trouble.redirect(status, value);
      case "slow" -> Trouble.slow(Long.parseLong(value));
      case "stale" -> Trouble.staleCache();
      default ->
          throw new IllegalArgumentException(
              "kind must be html, status, retry-after, text-before, bom, truncated, cut, cut-after,"
                  + " redirect, slow or stale");
    };
  }
}
