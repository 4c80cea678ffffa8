package io.shopbooks.pretend.woocommerce;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Finds out who calls (`woocommerce.md` 2.1 to 2.4). */
final class Doorkeeper {

  private static final String CODE = "woocommerce_rest_authentication_error";

  private final Map<String, ApiKey> keys = new LinkedHashMap<>();
  private final OAuth oauth;

  Doorkeeper(Shop shop) {
    this.oauth = new OAuth(shop);
  }

  void accept(ApiKey key) {
    keys.put(key.key(), key);
  }

  void forget(ApiKey key) {
    keys.remove(key.key());
  }

  /**
   * The caller's key; empty if the shop saw none that it knows.
   *
   * @throws Refusal if the secret or signature is wrong, or the key may not do this
   */
  Optional<ApiKey> admit(Call call) {
    // Basic is ignored unless the shop believes it is on https; OAuth works either way.
    var caller = call.secure() ? basic(call) : Optional.<ApiKey>empty();
    caller = caller.or(() -> oauth.verify(call, keys));
    caller.ifPresent(key -> checkRights(key, call.method()));
    return caller;
  }

  private Optional<ApiKey> basic(Call call) {
    var login = inQuery(call);
    if (login.isEmpty()) {
      login = inHeader(call);
    }
    if (login.isEmpty() || !keys.containsKey(login.get()[0])) {
      return Optional.empty();
    }
    var key = keys.get(login.get()[0]);
    if (!key.secret().equals(login.get()[1])) {
      throw Refusal.unauthorized(CODE, "Consumer secret is invalid.");
    }
    return Optional.of(key);
  }

  private static Optional<String[]> inQuery(Call call) {
    var key = call.query().getOrDefault("consumer_key", "");
    var secret = call.query().getOrDefault("consumer_secret", "");
    return key.isEmpty() || secret.isEmpty()
        ? Optional.empty()
        : Optional.of(new String[] {key, secret});
  }

  private static Optional<String[]> inHeader(Call call) {
    var header = call.header("Authorization");
    if (!header.regionMatches(true, 0, "Basic ", 0, 6)) {
      return Optional.empty();
    }
    try {
      var login =
          new String(Base64.getDecoder().decode(header.substring(6)), StandardCharsets.UTF_8);
      var colon = login.indexOf(':');
      return colon < 0
          ? Optional.empty()
          : Optional.of(new String[] {login.substring(0, colon), login.substring(colon + 1)});
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static void checkRights(ApiKey key, String method) {
    var reads = method.equals("GET") || method.equals("HEAD");
    if (reads && !key.mayRead()) {
      throw Refusal.unauthorized(CODE, "The API key provided does not have read permissions.");
    }
    if (!reads && !method.equals("OPTIONS") && !key.mayWrite()) {
      throw Refusal.unauthorized(CODE, "The API key provided does not have write permissions.");
    }
  }
}
