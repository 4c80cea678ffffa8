package io.shopbooks.pretend.wix;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.shopbooks.pretend.HttpDate;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Takes every request: APIs, pages, and what another process asks of the pretend. */
final class FrontDoor implements HttpHandler {

  private final Site site;
  private final Rooms rooms;
  private final String mount;
  private final List<Fault> faults;
  private final AtomicInteger requests = new AtomicInteger();

  FrontDoor(Site site, Rooms rooms, String mount, List<Fault> faults) {
    this.site = site;
    this.rooms = rooms;
    this.mount = mount;
    this.faults = faults;
  }

  /** Who stands behind the door. */
  record Rooms(
      Routes routes,
      Doorkeeper doorkeeper,
      Limit limit,
      Traffic traffic,
      Pages pages,
      Control control) {}

  static List<Fault> noFaults() {
    return new CopyOnWriteArrayList<>();
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    var uri = exchange.getRequestURI();
    var call =
        new Call(
            exchange.getRequestMethod(),
            uri.getPath().substring(mount.length()),
            Call.decode(uri.getRawQuery()),
            exchange.getRequestHeaders(),
            exchange.getRequestBody().readAllBytes());
    send(exchange, answer(call));
  }

  private Answer answer(Call call) {
    if (call.path().startsWith("/pretend/")) {
      return rooms.control().answer(call);
    }
    if (call.path().matches("|/|/orders|/order/[^/]*")) {
      return site.alone(() -> rooms.pages().answer(call));
    }
    for (var fault : faults) {
      if (fault.strikes(call.path())) {
        return fault.befall(() -> api(call));
      }
    }
    return api(call);
  }

  private Answer api(Call call) {
    return site.alone(
        () -> {
          try {
            return admitted(call);
          } catch (Refusal refusal) {
            return Answer.json(refusal.status(), refusal.error());
          }
        });
  }

  private Answer admitted(Call call) {
    var match = rooms.routes().find(call.method(), call.path());
    if (match.isEmpty()) {
      rooms.traffic().count("unknown");
      throw Refusal.of(404, "There is no " + call.method() + " " + call.path());
    }
    var route = match.get().route();
    rooms.traffic().count(route.name());
    rooms.limit().count();
    if (route.scope() != null) {
      rooms.doorkeeper().check(call, route.scope());
    }
    if (route.app() != null && !site.settings.has(route.app())) {
      throw Refusal.of(428, "The app is not installed on this site");
    }
    return route.endpoint().answer(call, match.get().address());
  }

  private void send(HttpExchange exchange, Answer answer) throws IOException {
    if (answer.arriving() < 0) {
      exchange.close();
      return;
    }
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", answer.contentType());
    headers.set("Date", HttpDate.of(site.now()));
    headers.set("x-wix-request-id", "1745.%08d".formatted(requests.incrementAndGet()));
    var body = answer.body();
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    if (answer.arriving() > 0) {
      exchange.getResponseBody().write(body, 0, answer.arriving());
    }
    exchange.close();
  }
}
