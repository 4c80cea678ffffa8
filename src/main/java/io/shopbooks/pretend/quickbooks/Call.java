package io.shopbooks.pretend.quickbooks;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * One request as it arrived.
 *
 * @param path below the mount, as sent: {@code /v3/company/1/invoice}
 * @param params of the query string, decoded
 * @param header one request header by name, or null
 * @param at when it arrived, by the pretend's clock
 * @param meddling what a fault on command does to its batch
 */
record Call(
    String method,
    String path,
    Map<String, String> params,
    Function<String, String> header,
    byte[] body,
    Instant at,
    Meddling meddling) {

  /** Reads "a=1&b=2" of a query string or a form. */
  static Map<String, String> params(String text) {
    var params = new LinkedHashMap<String, String>();
    for (var pair : text.split("&")) {
      var parts = pair.split("=", 2);
      if (!parts[0].isEmpty()) {
        params.putIfAbsent(decoded(parts[0]), parts.length > 1 ? decoded(parts[1]) : "");
      }
    }
    return params;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  Call with(Meddling told) {
    return new Call(method, path, params, header, body, at, told);
  }

  boolean isPost() {
    return method.equals("POST");
  }

  String param(String name) {
    return params.getOrDefault(name, "");
  }

  String header(String name) {
    var value = header.apply(name);
    return value == null ? "" : value;
  }

  /** The value after "Bearer " or "" without one. */
  String bearer() {
    var value = header("Authorization");
    return value.startsWith("Bearer ") ? value.substring(7) : "";
  }

  /** The body as text; bytes that are no UTF-8 are an unsupported operation (9.2, 500). */
  String text() {
    try {
      var decoder = StandardCharsets.UTF_8.newDecoder();
      return decoder.decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw new Refused("500", "The request body is not valid UTF-8");
    }
  }

  Map<String, String> form() {
    return params(text());
  }
}
