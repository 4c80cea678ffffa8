package io.shopbooks.pretend.woocommerce;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs requests with OAuth 1.0a by hand, rightly or wrongly. */
final class Signed {

  private final String method;
  private final String url;
  private final ApiKey key;
  private final TreeMap<String, String> parameters = new TreeMap<>();
  private String algorithm = "HmacSHA256";
  private String ending = "&";

  private Signed(String method, String url, ApiKey key) {
    this.method = method;
    this.url = url;
    this.key = key;
    parameters.put("oauth_consumer_key", key.key());
    parameters.put("oauth_nonce", "nonce-" + System.nanoTime());
    parameters.put("oauth_signature_method", "HMAC-SHA256");
  }

  /** A request of this address, which is what the shop believes to be its own. */
  static Signed request(String method, String url, ApiKey key) {
    return new Signed(method, url, key);
  }

  Signed with(String name, String value) {
    parameters.put(name, value);
    return this;
  }

  Signed at(long unixSeconds) {
    return with("oauth_timestamp", Long.toString(unixSeconds));
  }

  Signed bySha1() {
    algorithm = "HmacSHA1";
    return with("oauth_signature_method", "HMAC-SHA1");
  }

  Signed withoutAmpersand() {
    ending = "";
    return this;
  }

  /** "?oauth_...=...", to be put behind the path. */
  String query() {
    return "?" + joined(Map.of("oauth_signature", signature()));
  }

  /** "OAuth oauth_...", for the header. */
  String header() {
    var all = new TreeMap<>(parameters);
    all.put("oauth_signature", signature());
    return all.entrySet().stream()
        .map(parameter -> parameter.getKey() + "=\"" + encoded(parameter.getValue()) + "\"")
        .collect(Collectors.joining(", ", "OAuth ", ""));
  }

  private String signature() {
    var base = method + "&" + encoded(url) + "&" + encoded(joined(Map.of()));
    try {
      var mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec((key.secret() + ending).getBytes(), algorithm));
      return Base64.getEncoder().encodeToString(mac.doFinal(base.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private String joined(Map<String, String> more) {
    var all = new TreeMap<>(parameters);
    all.putAll(more);
    return all.entrySet().stream()
        .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
