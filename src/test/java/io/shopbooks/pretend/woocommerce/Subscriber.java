package io.shopbooks.pretend.woocommerce;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import io.shopbooks.pretend.PretendServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A shop with webhooks, and a host that listens to them. */
final class Subscriber implements AutoCloseable {

  static final String SECRET = "whsec_lab_us_0001";

  final OpenShop open = OpenShop.of(Store.us().deliveringAnywhere());
  final PretendServer listener = PretendServer.start(0);
  final List<String> heard = new ArrayList<>();
  int answer = 200;
  private final Caller caller = open.caller();

  Subscriber() {
    listener.mount("/hook", this::listen);
  }

  private void listen(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    heard.add(exchange.getRequestHeaders().getFirst("X-WC-Webhook-Topic") + " " + body);
    exchange.sendResponseHeaders(answer, -1);
  }

  /** A webhook that calls this one; its id. */
  int to(String topic) {
    return to(topic, listener.address("/hook").toString());
  }

  int to(String topic, String url) {
    var body =
        "{\"topic\":\"%s\",\"delivery_url\":\"%s\",\"secret\":\"%s\"}"
            .formatted(topic, url, SECRET);
    var reply = caller.post("/webhooks", body);
    assertThat(reply.status()).isEqualTo(201);
    return reply.json().path("id").asInt();
  }

  /** Runs what waits; the topics that were told. */
  List<String> topics() {
    return open.shop.runCron().stream().map(Delivery::topic).toList();
  }

  @Override
  public void close() {
    open.close();
    listener.close();
  }
}
