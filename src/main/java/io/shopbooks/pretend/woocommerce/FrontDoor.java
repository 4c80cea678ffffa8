package io.shopbooks.pretend.woocommerce;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.shopbooks.pretend.HttpDate;
import java.io.IOException;
import java.util.Map;

/** Takes every request to the shop: API, pages, and what tests of another process ask. */
final class FrontDoor implements HttpHandler {

  private final Shop shop;
  private final String mount;
  private final boolean tls;
  private final RestApi api;
  private final Greeter greeter;
  private final Faults faults;
  private final Pages pages;
  private final Control control;

  FrontDoor(Shop shop, String mount, boolean tls, Rooms rooms) {
    this.shop = shop;
    this.mount = mount;
    this.tls = tls;
    this.api = rooms.api();
    this.greeter = rooms.greeter();
    this.faults = rooms.faults();
    this.pages = rooms.pages();
    this.control = rooms.control();
  }

  /** Who stands behind the door. */
  record Rooms(RestApi api, Greeter greeter, Faults faults, Pages pages, Control control) {}

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    var body = exchange.getRequestBody().readAllBytes();
    var path = exchange.getRequestURI().getRawPath().substring(mount.length());
    var method = exchange.getRequestMethod();
    if (path.startsWith("/pretend/")) {
      send(exchange, control.answer(method, path, exchange.getRequestURI(), body));
      return;
    }
    var route = route(path, exchange);
    var answer =
        faults.answer(
            method,
            route == null ? path : route,
            exchange.getRequestURI().toString(),
            () -> route == null ? page(path, exchange) : call(route, path, exchange, body));
    send(exchange, answer);
  }

  /** What of the API is called; null if a page is. */
  private String route(String path, HttpExchange exchange) {
    var query = query(exchange);
    if (query.containsKey("rest_route")) {
      return query.get("rest_route");
    }
    var prefix = "/" + shop.store.restPrefix;
    if (!path.equals(prefix) && !path.startsWith(prefix + "/")) {
      return null;
    }
    var route = path.substring(prefix.length());
    return route.length() > 1 && route.endsWith("/")
        ? route.substring(0, route.length() - 1)
        : route.isEmpty() ? "/" : route;
  }

  private Answer call(String route, String path, HttpExchange exchange, byte[] body) {
    var isPretty = !query(exchange).containsKey("rest_route");
    if (isPretty && shop.store.has(Store.Habit.PLAIN_PERMALINKS)) {
      return Answer.json(404, RestApi.noRoute().error());
    }
    var call =
        new Call(
            exchange.getRequestMethod(),
            route,
            path,
            query(exchange),
            headers(exchange),
            body,
            tls || shop.store.has(Store.Habit.BELIEVES_HTTPS));
    var answer = shop.alone(() -> api.answer(call));
    greeter.greetNow();
    return answer;
  }

  private static Map<String, String> query(HttpExchange exchange) {
    return Call.decode(exchange.getRequestURI().getRawQuery());
  }

  private Headers headers(HttpExchange exchange) {
    var headers = exchange.getRequestHeaders();
    if (shop.store.has(Store.Habit.STRIPS_AUTHORIZATION)) {
      headers.remove("Authorization");
    }
    return headers;
  }

  private Answer page(String path, HttpExchange exchange) {
    return shop.alone(() -> pages.answer(path, query(exchange))).with("Link", api.indexLink());
  }

  private void send(HttpExchange exchange, Answer answer) throws IOException {
    if (answer.fate() == Answer.Fate.CUT) {
      exchange.close();
      return;
    }
    var headers = exchange.getResponseHeaders();
    answer.headers().forEach(headers::set);
    // The shop's own clock, not this machine's: a poller takes its cursor from it (3.3).
    headers.set("Date", HttpDate.of(shop.clock.instant()));
    var body = answer.body();
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    var arrives = answer.fate() == Answer.Fate.TRUNCATED ? body.length / 2 : body.length;
    if (arrives > 0) {
      exchange.getResponseBody().write(body, 0, arrives);
    }
    exchange.close();
  }
}
