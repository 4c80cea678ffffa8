package io.shopbooks.pretend.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A call of the API.
 *
 * @param route what is called, below the API's root: "/wc/v3/orders/41"
 * @param requestPath path of the request as sent, below the shop's home: "/wp-json/wc/v3/orders"
 * @param query parameters as sent, decoded, in their order
 * @param secure whether the shop believes it is on https
 */
record Call(
    String method,
    String route,
    String requestPath,
    Map<String, String> query,
    Headers headers,
    byte[] rawBody,
    boolean secure) {

  /** Decodes a query or a form as PHP does: the last of equal names counts, a[] becomes a[0]. */
  static Map<String, String> decode(String encoded) {
    var parameters = new LinkedHashMap<String, String>();
    if (encoded == null || encoded.isEmpty()) {
      return parameters;
    }
    for (var pair : encoded.split("&")) {
      var equals = pair.indexOf('=');
      var name = decoded(equals < 0 ? pair : pair.substring(0, equals));
      var value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
      parameters.put(name.endsWith("[]") ? numbered(name, parameters) : name, value);
    }
    return parameters;
  }

  private static String numbered(String name, Map<String, String> parameters) {
    var stem = name.substring(0, name.length() - 1);
    var number = 0;
    while (parameters.containsKey(stem + number + "]")) {
      number++;
    }
    return stem + number + "]";
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  String header(String name) {
    var value = headers.getFirst(name);
    return value == null ? "" : value;
  }

  boolean hasForm() {
    return header("Content-Type").startsWith("application/x-www-form-urlencoded");
  }

  /** Parameters of a form body; PHP takes them for signed (`woocommerce.md` 2.2). */
  Map<String, String> form() {
    return hasForm() ? decode(new String(rawBody, StandardCharsets.UTF_8)) : Map.of();
  }

  /**
   * The body. WordPress reads JSON only where the content type says JSON.
   *
   * @throws Refusal rest_invalid_json if it is broken
   */
  JsonNode body() {
    if (!header("Content-Type").contains("application/json") || rawBody.length == 0) {
      var form = Json.object();
      form().forEach(form::put);
      return form;
    }
    try {
      return Json.read(rawBody);
    } catch (UncheckedIOException e) {
      var inText = e.getCause().getMessage().contains("end-of-input in VALUE_STRING");
      throw Refusal.of(
          400,
          "rest_invalid_json",
          "Invalid JSON body passed.",
          Json.object()
              .put("json_error_code", inText ? 3 : 4)
              .put(
                  "json_error_message",
                  inText
                      ? "Control character error, possibly incorrectly encoded"
                      : "Syntax error"));
    }
  }
}
