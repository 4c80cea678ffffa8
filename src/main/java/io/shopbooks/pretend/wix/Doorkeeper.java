package io.shopbooks.pretend.wix;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Lets callers in by API key or by an app's access token (`wix.md` 1). */
final class Doorkeeper {

  static final String SITE_ID = "6d4f1c52-3b7a-4a58-9d0e-5c1f8e2b7a90";
  static final String APP_ID = "c7b1a9de-52f3-4b0c-8a64-2f9d3e7c1b58";
  static final String APP_SECRET = "8f0c2a71-9be4-4d65-b3aa-71c0de5a9f13";
  static final String INSTANCE_ID = "a5e1d0c4-7f26-4c3b-9e8d-0b6a4f2c1d37";
  private static final Duration TOKEN_LIFE = Duration.ofSeconds(14_400);
  private static final String GUID =
      "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}";

  private final Site site;
  private final Map<String, Set<Scope>> keys = new HashMap<>();
  private final Map<String, Instant> tokens = new HashMap<>();
  private final Set<Scope> asked = EnumSet.allOf(Scope.class);
  private final Set<Scope> consented = EnumSet.allOf(Scope.class);

  Doorkeeper(Site site) {
    this.site = site;
  }

  ApiKey accept(ApiKey key) {
    keys.put(key.key(), key.scopes());
    return key;
  }

  boolean forget(ApiKey key) {
    return keys.remove(key.key()) != null;
  }

  /** The app asks for these scopes from now on; it gets more only when the owner agrees (1.3). */
  boolean asks(Set<Scope> scopes) {
    asked.clear();
    asked.addAll(scopes);
    return consented.retainAll(scopes);
  }

  /** The site's owner updates the app and thereby agrees to what it asks for. */
  boolean ownerAgrees() {
    consented.clear();
    return consented.addAll(asked);
  }

  /**
   * Checks who calls and what they may do.
   *
   * @throws Refusal 400, 401 or 403
   */
  void check(Call call, Scope needed) {
    var sent = call.header("Authorization");
    if (sent.isEmpty()) {
      throw Refusal.of(401, "Authorization is missing");
    }
    var token = sent.startsWith("Bearer ") ? sent.substring("Bearer ".length()) : sent;
    if (tokens.containsKey(token)) {
      checkToken(token);
      permit(consented, needed);
    } else if (keys.containsKey(sent)) {
      checkSite(call);
      permit(keys.get(sent), needed);
    } else {
      throw Refusal.of(401, "The API key or the access token is not valid");
    }
  }

  private void checkToken(String token) {
    if (!site.now().isBefore(tokens.get(token))) {
      throw Refusal.of(401, "The access token has expired");
    }
  }

  private static void checkSite(Call call) {
    var siteId = call.header("wix-site-id");
    if (!call.header("wix-account-id").isEmpty()) {
      throw Refusal.of(
          siteId.isEmpty() ? 403 : 400,
          siteId.isEmpty()
              ? "This call is for a site: send wix-site-id"
              : "Send either wix-site-id or wix-account-id, not both");
    }
    if (!siteId.matches(GUID)) {
      throw Refusal.of(400, "wix-site-id must be the GUID of a site");
    }
    if (!siteId.equalsIgnoreCase(SITE_ID)) {
      throw Refusal.of(403, "The site does not belong to the account of this API key");
    }
  }

  private static void permit(Set<Scope> granted, Scope needed) {
    // Managing products includes reading them.
    var managed = needed == Scope.READ_PRODUCTS && granted.contains(Scope.MANAGE_PRODUCTS);
    if (!granted.contains(needed) && !managed) {
      throw Refusal.of(403, "Permission denied: " + needed.id() + " is missing");
    }
  }

  /** Answers {@code POST /oauth2/token}: client credentials, and nothing else (1.2). */
  Answer token(Call call) {
    var body = call.body();
    if (!body.path("grant_type").asText().equals("client_credentials")) {
      throw Refusal.field("grant_type", "FORMAT", "must be client_credentials");
    }
    var isKnown =
        body.path("client_id").asText().equals(APP_ID)
            && body.path("client_secret").asText().equals(APP_SECRET);
    if (!isKnown) {
      throw Refusal.of(401, "The client is not known");
    }
    if (!body.path("instance_id").asText().equals(INSTANCE_ID)) {
      throw Refusal.of(403, "The app is not installed under this instance_id");
    }
    var token = "OauthNG.JWS." + site.nextId();
    tokens.put(token, site.now().plus(TOKEN_LIFE));
    return Answer.ok(
        Json.object()
            .put("access_token", token)
            .put("token_type", "Bearer")
            .put("expires_in", TOKEN_LIFE.toSeconds()));
  }
}
