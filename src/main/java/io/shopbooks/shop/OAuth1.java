package io.shopbooks.shop;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One-legged OAuth 1.0a, with which WooCommerce is read over http (`woocommerce.md` 2.2). */
final class OAuth1 {

  private OAuth1() {}

  /**
   * The parameters with those of OAuth and the signature.
   *
   * @param url the shop's own idea of it, without query
   * @param nonce never used before: the shop remembers them
   */
  static Map<String, String> signed(
      String method,
      String url,
      Map<String, String> parameters,
      Key key,
      Instant now,
      String nonce) {
    var signed = new LinkedHashMap<>(parameters);
    signed.put("oauth_consumer_key", key.id());
    signed.put("oauth_timestamp", Long.toString(now.getEpochSecond()));
    signed.put("oauth_nonce", nonce);
    signed.put("oauth_signature_method", "HMAC-SHA256");
    signed.put("oauth_signature", signature(baseString(method, url, signed), signed, key.secret()));
    return signed;
  }

  static String baseString(String method, String url, Map<String, String> parameters) {
    var sorted = new TreeMap<String, String>();
    parameters.forEach(
        (name, value) -> sorted.put(PercentEncoding.of(name), PercentEncoding.of(value)));
    var joined =
        sorted.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining("&"));
    return method + "&" + PercentEncoding.of(url) + "&" + PercentEncoding.of(joined);
  }

  /** In Base64, by the method that {@code oauth_signature_method} names. */
  static String signature(String baseString, Map<String, String> parameters, String secret) {
    var algorithm = parameters.get("oauth_signature_method").replace("HMAC-", "Hmac");
    // There is no token, but the ampersand before it is part of the key.
    var key = (secret + "&").getBytes(StandardCharsets.UTF_8);
    try {
      var mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key, algorithm));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(baseString.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has " + algorithm, e);
    }
  }

  /** A consumer key and its secret. */
  record Key(String id, String secret) {
    @Override
    public String toString() {
      return "Key[hidden]";
    }
  }
}
