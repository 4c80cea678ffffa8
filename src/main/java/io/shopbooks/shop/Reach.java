package io.shopbooks.shop;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where a shop's REST API answers (`woocommerce.md` 1): {@code https://shop/wp-json/} as a rule,
 * {@code https://shop/?rest_route=/} with plain permalinks.
 *
 * @param shop the address of the connection
 * @param below what comes after it: {@code /wp-json/}
 * @param home the shop's own idea of its address, if signatures have to be made for that one
 */
record Reach(String shop, String below, Optional<String> home) {

  private static final String PLAIN = "?rest_route=/";

  static Reach pretty(URI shop) {
    return new Reach(withoutSlash(shop.toString()), "/wp-json/", Optional.empty());
  }

  static Reach plain(URI shop) {
    return new Reach(withoutSlash(shop.toString()), "/" + PLAIN, Optional.empty());
  }

  /** With another path or query below the same shop. */
  Reach at(String otherBelow) {
    return new Reach(shop, otherBelow, home);
  }

  Reach signedFor(String otherHome) {
    // Without https the shop takes its own address with http (`woocommerce.md` 2.2).
    var http = withoutSlash(otherHome).replaceFirst("^https:", "http:");
    return new Reach(shop, below, Optional.of(http));
  }

  boolean isPlain() {
    return below.endsWith(PLAIN);
  }

  /** Address of the question without its query. */
  String url(Question question) {
    return shop + path(question);
  }

  /** The address as the shop sees it when it checks a signature. */
  String signedUrl(Question question) {
    return home.orElse(shop) + path(question);
  }

  /**
   * What goes into the query: the question's own parameters, and the path where it travels there.
   */
  Map<String, String> parameters(Question question) {
    var parameters = new LinkedHashMap<String, String>();
    if (isPlain()) {
      parameters.put("rest_route", "/" + question.path());
    }
    parameters.putAll(question.parameters());
    return parameters;
  }

  private String path(Question question) {
    return isPlain()
        ? below.substring(0, below.length() - PLAIN.length())
        : below + question.path();
  }

  private static String withoutSlash(String address) {
    return address.replaceAll("/+$", "");
  }
}
