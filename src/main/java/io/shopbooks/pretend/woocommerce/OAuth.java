package io.shopbooks.pretend.woocommerce;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Verifies OAuth 1.0a, one-legged, as the shop does (`woocommerce.md` 2.2). */
final class OAuth {

  private static final String CODE = "woocommerce_rest_authentication_error";
  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final Pattern HEADER_PART = Pattern.compile("(oauth_\\w+)=\"([^\"]*)\"");
  private static final List<String> NEEDED =
      List.of(
          "oauth_consumer_key",
          "oauth_timestamp",
          "oauth_nonce",
          "oauth_signature",
          "oauth_signature_method");
  private static final Map<String, String> ALGORITHMS =
      Map.of("HMAC-SHA1", "HmacSHA1", "HMAC-SHA256", "HmacSHA256");

  private final Shop shop;
  private final Map<String, Long> noncesUsed = new HashMap<>();

  OAuth(Shop shop) {
    this.shop = shop;
  }

  /**
   * The key that signed the call; empty if nobody did.
   *
   * @throws Refusal if the signature, its time or its nonce is wrong
   */
  Optional<ApiKey> verify(Call call, Map<String, ApiKey> keys) {
    var parameters = new LinkedHashMap<>(call.query());
    parameters.putAll(call.form());
    parameters.putAll(ofHeader(call.header("Authorization")));
    var missing = NEEDED.stream().filter(name -> !parameters.containsKey(name)).toList();
    if (missing.size() == NEEDED.size()) {
      return Optional.empty();
    }
    if (!missing.isEmpty()) {
      throw refused("Missing OAuth parameter(s): " + String.join(", ", missing));
    }
    var key = keys.get(parameters.get("oauth_consumer_key"));
    if (key == null) {
      return Optional.empty();
    }
    checkSignature(call, parameters, key);
    checkTimeAndNonce(parameters);
    return Optional.of(key);
  }

  private static Map<String, String> ofHeader(String header) {
    var parameters = new LinkedHashMap<String, String>();
    if (header.startsWith("OAuth ")) {
      var parts = HEADER_PART.matcher(header);
      while (parts.find()) {
        parameters.put(
            parts.group(1),
            URLDecoder.decode(parts.group(2).replace("+", "%2B"), StandardCharsets.UTF_8));
      }
    }
    return parameters;
  }

  private void checkSignature(Call call, Map<String, String> parameters, ApiKey key) {
    var algorithm = ALGORITHMS.get(parameters.get("oauth_signature_method"));
    if (algorithm == null) {
      throw refused("Invalid signature - signature method is invalid.");
    }
    var expected = hmac(algorithm, key.secret() + "&", base(call, parameters));
    var provided = parameters.get("oauth_signature").getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), provided)) {
      throw refused("Invalid signature - provided signature does not match.");
    }
  }

  private void checkTimeAndNonce(Map<String, String> parameters) {
    var now = shop.clock.instant().getEpochSecond();
    long stamp;
    try {
      stamp = Long.parseLong(parameters.get("oauth_timestamp"));
    } catch (NumberFormatException e) {
      throw refused("Invalid timestamp.");
    }
    if (Math.abs(now - stamp) > WINDOW.toSeconds()) {
      throw refused("Invalid timestamp.");
    }
    noncesUsed.values().removeIf(used -> used < now - WINDOW.toSeconds());
    var nonce = parameters.get("oauth_consumer_key") + "/" + parameters.get("oauth_nonce");
    if (noncesUsed.putIfAbsent(nonce, stamp) != null) {
      throw refused("Invalid nonce - nonce has already been used.");
    }
  }

  private String base(Call call, Map<String, String> parameters) {
    var sorted = new TreeMap<String, String>();
    parameters.forEach((name, value) -> sorted.put(encoded(name), encoded(value)));
    sorted.remove("oauth_signature");
    var pairs = sorted.entrySet().stream().map(p -> p.getKey() + "=" + p.getValue()).toList();
    return call.method() + "&" + encoded(address(call)) + "&" + encoded(String.join("&", pairs));
  }

  // The shop's own idea of its address, whatever the client called; the scheme is what it believes.
  private String address(Call call) {
    var home = URI.create(shop.home());
    var scheme = call.secure() ? "https" : "http";
    return scheme + "://" + home.getRawAuthority() + home.getRawPath() + call.requestPath();
  }

  private static String hmac(String algorithm, String key, String text) {
    try {
      var mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), algorithm));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** RFC 3986: letters, digits and -._~ stay; a space is %20. */
  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }

  private static Refusal refused(String message) {
    return Refusal.unauthorized(CODE, message);
  }
}
