package io.shopbooks.shop;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Percent encoding of RFC 3986: {@code A-Za-z0-9-._~} stay, a space is {@code %20}. */
final class PercentEncoding {

  private PercentEncoding() {}

  static String of(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }

  /** {@code key=value} joined by {@code &}, in the map's order. */
  static String query(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(entry -> of(entry.getKey()) + "=" + of(entry.getValue()))
        .collect(Collectors.joining("&"));
  }
}
