package io.shopbooks.pretend.wix;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is let in, and what the others are told (`wix.md` 1). */
class AuthenticationTest {

  private static final String ORDERS = "/ecom/v1/orders/search";

  private final OpenSite site = OpenSite.of(WixSite.us());
  private final String key = site.wix.key().key();
  private final String siteId = site.wix.siteId();

  @AfterEach
  void close() {
    site.close();
  }

  private int status(String... headers) {
    return reply(headers).status();
  }

  private Reply reply(String... headers) {
    var sent = new LinkedHashMap<String, String>();
    for (var i = 0; i < headers.length; i += 2) {
      sent.put(headers[i], headers[i + 1]);
    }
    return site.call("POST", ORDERS, "{\"search\":{}}", sent);
  }

  @Test
  @DisplayName("1.1 the raw API key with wix-site-id is let in, and with Bearer before it is not")
  void the_raw_api_key_is_let_in_and_with_bearer_it_is_not() {
    assertThat(status("Authorization", key, "wix-site-id", siteId)).isEqualTo(200);
    assertThat(status("Authorization", "Bearer " + key, "wix-site-id", siteId)).isEqualTo(401);
  }

  @Test
  @DisplayName("1.1 without a key, or with a wrong one, it is 401")
  void without_a_key_or_with_a_wrong_one_it_is_401() {
    assertThat(status("wix-site-id", siteId)).isEqualTo(401);
    assertThat(status("Authorization", key + "x", "wix-site-id", siteId)).isEqualTo(401);
  }

  @Test
  @DisplayName("1.1 a key without wix-site-id is refused, and so is one that is no GUID")
  void a_key_without_a_site_id_is_refused() {
    assertThat(status("Authorization", key)).isEqualTo(400);
    assertThat(status("Authorization", key, "wix-site-id", "my-site")).isEqualTo(400);
  }

  @Test
  @DisplayName("1.1 both id headers at once are refused")
  void both_id_headers_at_once_are_refused() {
    var both =
        reply("Authorization", key, "wix-site-id", siteId, "wix-account-id", site.wix.siteId());

    assertThat(both.status()).isEqualTo(400);
    assertThat(both.json().path("message").asText()).contains("not both");
  }

  @Test
  @DisplayName("1.1 the account header alone does not open a site")
  void the_account_header_alone_does_not_open_a_site() {
    assertThat(status("Authorization", key, "wix-account-id", siteId)).isEqualTo(403);
  }

  @Test
  @DisplayName("1.1 a site of another account is 403")
  void a_site_of_another_account_is_403() {
    var other = "00000000-1111-4222-8333-444444444444";

    assertThat(status("Authorization", key, "wix-site-id", other)).isEqualTo(403);
  }

  @Test
  @DisplayName("1.1 a key that was taken away is 401")
  void a_key_that_was_taken_away_is_401() {
    site.wix.access().revokes(site.wix.key());

    assertThat(status("Authorization", key, "wix-site-id", siteId)).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({
    "READ_ORDERS, POST, /ecom/v1/orders/search",
    "READ_ORDERS, POST, /ecom/v1/payments/list-by-ids",
    "READ_PAYMENTS, GET, /payments/api/merchant/v2/transactions",
    "READ_PLATFORM_PAYMENTS, POST, /payments/platform/v1/payments/search",
    "READ_REFUNDS, POST, /payments/refunds/v1/refunds/query",
    "READ_EVENTS, GET, /events/v1/orders",
    "READ_PLANS, GET, /pricing-plans/v2/orders",
    "READ_PRODUCTS, GET, /stores/v3/provision/version",
  })
  @DisplayName("1.3 each API needs its permission, and without it answers 403 in Wix's shape")
  void each_api_needs_its_permission(Scope scope, String method, String path) {
    var body = method.equals("GET") ? null : "{\"search\":{},\"query\":{},\"orderIds\":[\"x\"]}";
    var with =
        Map.of("Authorization", site.wix.access().keyFor(scope).key(), "wix-site-id", siteId);
    var without = Map.of("Authorization", site.wix.access().keyFor().key(), "wix-site-id", siteId);

    assertThat(site.call(method, path, body, with).status()).isEqualTo(200);
    var refused = site.call(method, path, body, without);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.json().path("message").asText()).contains(scope.id());
    assertThat(refused.json().path("details").isObject()).isTrue();
  }

  private String token() {
    var answer = site.call("POST", "/oauth2/token", credentials("client_credentials"), Map.of());
    assertThat(answer.json().path("expires_in").asInt()).isEqualTo(14_400);
    return answer.json().path("access_token").asText();
  }

  private String credentials(String grant) {
    var client = site.wix.access().client();
    return Json.text(
        Json.object()
            .put("grant_type", grant)
            .put("client_id", client.appId())
            .put("client_secret", client.secret())
            .put("instance_id", client.instanceId()));
  }

  @Test
  @DisplayName("1.2 an access token is let in raw and as Bearer, without wix-site-id")
  void an_access_token_is_let_in_raw_and_as_bearer() {
    var token = token();

    assertThat(status("Authorization", token)).isEqualTo(200);
    assertThat(status("Authorization", "Bearer " + token)).isEqualTo(200);
  }

  @Test
  @DisplayName("1.2 an access token lives as long as expires_in says")
  void an_access_token_lives_as_long_as_told() {
    var token = token();

    site.clock.moves(Duration.ofSeconds(14_399));
    assertThat(status("Authorization", token)).isEqualTo(200);
    site.clock.moves(Duration.ofSeconds(1));
    assertThat(status("Authorization", token)).isEqualTo(401);
  }

  @Test
  @DisplayName("1.2 other grants, wrong secrets and other instances get no token")
  void other_grants_wrong_secrets_and_other_instances_get_no_token() {
    var right = credentials("client_credentials");
    var client = site.wix.access().client();

    assertThat(asked(credentials("refresh_token"))).isEqualTo(400);
    assertThat(asked(right.replace(client.secret(), "guessed"))).isEqualTo(401);
    assertThat(asked(right.replace(client.instanceId(), siteId))).isEqualTo(403);
    assertThat(asked("grant_type=client_credentials")).isEqualTo(400);
  }

  private int asked(String body) {
    return site.call("POST", "/oauth2/token", body, Map.of()).status();
  }

  @Test
  @DisplayName("1.2 the legacy way to tokens is closed to new apps")
  void the_legacy_way_to_tokens_is_closed() {
    assertThat(site.post("/oauth/access", "{}").status()).isEqualTo(404);
  }

  @Test
  @DisplayName("1.3 a permission added to an app works only once the owner updates the app")
  void a_permission_added_to_an_app_works_once_the_owner_updates_it() {
    site.wix.access().appAsksFor(Scope.READ_PAYMENTS);
    site.wix.access().ownerUpdatesApp();
    var token = token();
    assertThat(status("Authorization", token)).isEqualTo(403);

    site.wix.access().appAsksFor(Scope.READ_PAYMENTS, Scope.READ_ORDERS);
    assertThat(status("Authorization", token)).isEqualTo(403);
    site.wix.access().ownerUpdatesApp();

    assertThat(status("Authorization", token)).isEqualTo(200);
  }
}
