package io.shopbooks.pretend.wix;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopbooks.pretend.PretendServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;

/** A site behind a server, a clock moved by hand, and hand-written requests. */
final class OpenSite implements AutoCloseable {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  final HandClock clock = new HandClock();
  final PretendServer server = PretendServer.start(0);
  final PretendWix wix;
  final Map<String, String> headers = new LinkedHashMap<>();

  private OpenSite(WixSite settings) {
    wix = PretendWix.open(settings, clock).mountOn(server, "/wix");
    headers.put("Authorization", wix.key().key());
    headers.put("wix-site-id", wix.siteId());
  }

  static OpenSite of(WixSite settings) {
    return new OpenSite(settings);
  }

  Reply get(String path) {
    return call("GET", path, null, headers);
  }

  Reply post(String path, String json) {
    return call("POST", path, json, headers);
  }

  Reply patch(String path, String json) {
    return call("PATCH", path, json, headers);
  }

  /** The first page of orders, with what stands in "search". */
  Reply search(String inSearch) {
    return post("/ecom/v1/orders/search", "{\"search\":" + inSearch + "}");
  }

  /** Rows of the cashier, with this query. */
  Reply cashier(String query) {
    return get("/payments/api/merchant/v2/transactions?" + query);
  }

  /** The payments and refunds of an order. */
  JsonNode money(String orderId) {
    return get("/ecom/v1/payments/orders/" + orderId).json().path("orderTransactions");
  }

  Reply call(String method, String path, String json, Map<String, String> sent) {
    try {
      return tryCall(method, path, json, sent);
    } catch (IOException e) {
      throw new AssertionError(method + " " + path + " got no answer", e);
    }
  }

  Reply tryCall(String method, String path, String json, Map<String, String> sent)
      throws IOException {
    var request = HttpRequest.newBuilder(URI.create(server.address("/wix" + path).toString()));
    sent.forEach(request::header);
    if (json != null && !sent.containsKey("Content-Type")) {
      request.header("Content-Type", "application/json");
    }
    request.method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
    try {
      var response = HTTP.send(request.build(), BodyHandlers.ofString());
      return new Reply(response.statusCode(), response.body());
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    wix.close();
    server.close();
  }
}
