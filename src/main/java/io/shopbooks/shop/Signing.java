package io.shopbooks.shop;

import io.shopbooks.connections.Connection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Puts the keys of a connection on a question (`woocommerce.md` 2). */
final class Signing {

  /**
   * @param address may hold keys: never for a message or a log
   * @param authorization value of the header, if the keys travel there
   */
  record Signed(URI address, Optional<String> authorization) {}

  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Signing(Clock clock) {
    this.clock = clock;
  }

  /** New for every attempt: a nonce counts once. */
  Signed sign(Connection.WooCommerce shop, Reach reach, Question question) {
    var url = reach.url(question);
    var parameters = reach.parameters(question);
    if (!question.needsKey()) {
      return new Signed(address(url, parameters), Optional.empty());
    }
    // Basic and keys in the query count only where the shop believes in https.
    if (!shop.url().getScheme().equals("https")) {
      var key = new OAuth1.Key(shop.consumerKey(), shop.consumerSecret());
      var signed =
          OAuth1.signed(
              question.method(),
              reach.signedUrl(question),
              parameters,
              key,
              clock.instant(),
              nonce());
      return new Signed(address(url, signed), Optional.empty());
    }
    return shop.auth() == Connection.Auth.QUERY
        ? new Signed(address(url, withKeys(parameters, shop)), Optional.empty())
        : new Signed(address(url, parameters), Optional.of(basic(shop)));
  }

  private static Map<String, String> withKeys(
      Map<String, String> parameters, Connection.WooCommerce shop) {
    var more = new LinkedHashMap<>(parameters);
    more.put("consumer_key", shop.consumerKey());
    more.put("consumer_secret", shop.consumerSecret());
    return more;
  }

  private static String basic(Connection.WooCommerce shop) {
    var pair = shop.consumerKey() + ":" + shop.consumerSecret();
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  private String nonce() {
    var bytes = new byte[16];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static URI address(String url, Map<String, String> parameters) {
    var query = PercentEncoding.query(parameters);
    return URI.create(query.isEmpty() ? url : url + "?" + query);
  }
}
