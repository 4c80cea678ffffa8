package io.shopbooks.pretend.woocommerce;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;

/** Calls the shop with hand-written requests, knowing nothing of how it is made. */
final class Caller {

  private final HttpClient client;
  private final String api;
  private final Map<String, String> headers = new LinkedHashMap<>();

  private Caller(HttpClient client, String api) {
    this.client = client;
    this.api = api;
  }

  /** Without any credentials; {@code api} is "http://127.0.0.1:1234/shop/wp-json/wc/v3". */
  static Caller anonymous(String api) {
    return new Caller(HttpClient.newHttpClient(), api);
  }

  static Caller anonymous(String api, SSLContext trust) {
    return new Caller(HttpClient.newBuilder().sslContext(trust).build(), api);
  }

  Caller with(String header, String value) {
    var caller = new Caller(client, api);
    caller.headers.putAll(headers);
    caller.headers.put(header, value);
    return caller;
  }

  Caller as(ApiKey key) {
    return as(key.key(), key.secret());
  }

  Caller as(String user, String password) {
    var login = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return with("Authorization", "Basic " + Base64.getEncoder().encodeToString(login));
  }

  Reply get(String path) {
    return call("GET", path, "");
  }

  Reply post(String path, String json) {
    return call("POST", path, json);
  }

  Reply put(String path, String json) {
    return call("PUT", path, json);
  }

  Reply delete(String path) {
    return call("DELETE", path, "");
  }

  Reply call(String method, String path, String json) {
    try {
      return tryCall(method, path, json);
    } catch (IOException e) {
      throw new AssertionError(method + " " + path + " got no answer", e);
    }
  }

  Reply tryCall(String method, String path, String json) throws IOException {
    var request = HttpRequest.newBuilder(URI.create(api + path));
    headers.forEach(request::header);
    if (json.isEmpty()) {
      request.method(method, BodyPublishers.noBody());
    } else {
      if (!headers.containsKey("Content-Type")) {
        request.header("Content-Type", "application/json");
      }
      request.method(method, BodyPublishers.ofString(json));
    }
    try {
      return new Reply(client.send(request.build(), BodyHandlers.ofByteArray()));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
