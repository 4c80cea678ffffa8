package io.shopbooks.pretend.quickbooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SignInTest {

  private static final String BACK = "http://localhost:8080/oauth/quickbooks/callback";
  private static final String ASK =
      "client_id=app&response_type=code&scope=com.intuit.quickbooks.accounting&state=s1"
          + "&redirect_uri=http%3A%2F%2Flocalhost%3A8080%2Foauth%2Fquickbooks%2Fcallback";

  private Wire wire;

  @BeforeEach
  void open() {
    wire = Wire.to(Region.US);
  }

  @AfterEach
  void close() {
    wire.close();
  }

  static Stream<Arguments> wrongQuestions() {
    return Stream.of(
        Arguments.of("1.2 the client is known", ASK.replace("client_id=app", "client_id=other")),
        Arguments.of(
            "1.2 the redirect is registered exactly", ASK.replace("callback", "callback%2F")),
        Arguments.of("1.2 the response type is code", ASK.replace("=code", "=token")),
        Arguments.of("1.2 a state is sent", ASK.replace("&state=s1", "")),
        Arguments.of(
            "1.1 superfluous scopes are refused",
            ASK.replace(".accounting", ".accounting%20payroll")),
        Arguments.of(
            "1.1 the accounting scope is asked for",
            ASK.replace("com.intuit.quickbooks.accounting", "openid")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongQuestions")
  void a_wrong_question_gets_no_redirect(String fact, String question) {
    assertThat(page("GET", question).status()).isEqualTo(400);
    assertThat(page("GET", ASK).body()).contains("Connect", "No thanks", "Acme Goods Inc.");
    assertThat(page("POST", question + "&realm=" + Wire.REALM + "&decision=connect").status())
        .isEqualTo(400);
  }

  @Test
  @DisplayName("1.2 a refusal comes back as access_denied with the state")
  void no_thanks_comes_back_as_access_denied() {
    var reply = page("POST", ASK + "&realm=" + Wire.REALM + "&decision=refuse");
    assertThat(reply.status()).isEqualTo(302);
    assertThat(reply.headers().firstValue("Location"))
        .contains(BACK + "?error=access_denied&state=s1");
  }

  @Test
  @DisplayName("1.3 a code becomes tokens that open the company")
  void a_code_becomes_tokens() {
    var reply = token("grant_type=authorization_code&code=" + code() + "&redirect_uri=" + BACK);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().path("token_type").asText()).isEqualTo("bearer");
    assertThat(reply.json().path("expires_in").asInt()).isEqualTo(3600);
    assertThat(reply.json().path("x_refresh_token_expires_in").asInt()).isEqualTo(8_640_000);
    assertThat(reply.json().has("x_refresh_token_hard_expires_in")).isFalse();
    wire.use(reply.json().path("access_token").asText());
    assertThat(wire.get("companyinfo/" + Wire.REALM).status()).isEqualTo(200);
  }

  @Test
  @DisplayName("1.2 a code used twice revokes what it gave")
  void a_code_used_twice_revokes_its_tokens() {
    var exchange = "grant_type=authorization_code&code=" + code() + "&redirect_uri=" + BACK;
    var first = token(exchange).json();
    var second = token(exchange);
    assertThat(second.status()).isEqualTo(400);
    assertThat(second.body()).isEqualTo("{\"error\":\"invalid_grant\"}");
    assertThat(refresh(first.path("refresh_token").asText()).status()).isEqualTo(400);
  }

  static Stream<Arguments> wrongTokenRequests() {
    return Stream.of(
        Arguments.of(
            "1.5 another redirect than asked with",
            "authorization_code",
            "other",
            "app:secret",
            400,
            "invalid_grant"),
        Arguments.of(
            "1.5 a wrong secret", "authorization_code", BACK, "app:guess", 401, "invalid_client"),
        Arguments.of(
            "1.3 a grant type nobody knows",
            "password",
            BACK,
            "app:secret",
            400,
            "unsupported_grant_type"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongTokenRequests")
  void a_wrong_token_request_is_refused(
      String fact, String grantType, String redirect, String client, int status, String error) {
    var body = "grant_type=" + grantType + "&code=" + code() + "&redirect_uri=" + redirect;
    var reply = form("/oauth2/v1/tokens/bearer", body, client);
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.json().path("error").asText()).isEqualTo(error);
  }

  @Test
  @DisplayName("1.3 the body is a form and the client signs with Basic")
  void a_token_request_in_json_is_refused() throws IOException {
    var request =
        HttpRequest.newBuilder(URI.create(wire.address("/oauth2/v1/tokens/bearer")))
            .header("Content-Type", "application/json")
            .header("Authorization", basic("app:secret"))
            .POST(HttpRequest.BodyPublishers.ofString("{\"grant_type\":\"refresh_token\"}"))
            .build();
    assertThat(wire.send(request).json().path("error").asText()).isEqualTo("invalid_request");
  }

  @Test
  @DisplayName(
      "1.3 the refresh token changes at the first refresh after a day, and the old one dies")
  void a_refresh_token_rotates_after_a_day() {
    var first = signedIn().refreshToken();
    wire.clock.move(Duration.ofHours(23));
    assertThat(refresh(first).json().path("refresh_token").asText()).isEqualTo(first);
    wire.clock.move(Duration.ofHours(1));
    var second = refresh(first).json().path("refresh_token").asText();
    assertThat(second).isNotEqualTo(first);
    assertThat(refresh(first).body()).isEqualTo("{\"error\":\"invalid_grant\"}");
    assertThat(refresh(second).status()).isEqualTo(200);
  }

  @Test
  @DisplayName("1.3 every refresh may rotate the token")
  void every_refresh_may_rotate() {
    wire.quickBooks.rotateRefreshTokensAfter(Duration.ZERO);
    var first = signedIn().refreshToken();
    assertThat(refresh(first).json().path("refresh_token").asText()).isNotEqualTo(first);
    assertThat(refresh(first).status()).isEqualTo(400);
  }

  @Test
  @DisplayName("1.3 a refresh token lives 100 days, and each refresh moves that forward")
  void a_refresh_moves_the_end_forward() {
    var token = signedIn().refreshToken();
    for (int i = 0; i < 3; i++) {
      wire.clock.move(Duration.ofDays(99));
      token = refresh(token).json().path("refresh_token").asText();
    }
    wire.clock.move(Duration.ofDays(100));
    assertThat(refresh(token).status()).isEqualTo(400);
  }

  @Test
  @DisplayName("1.4 after five years no refresh helps; the header tells how long is left")
  void five_years_are_the_end() {
    var token = signedIn().refreshToken();
    long left = Long.MAX_VALUE;
    for (int i = 0; i < 20; i++) {
      wire.clock.move(Duration.ofDays(90));
      var answer =
          form(
                  "/oauth2/v1/tokens/bearer",
                  "grant_type=refresh_token&refresh_token=" + token,
                  "app:secret",
                  "x-include-refresh-token-hard-expires-in",
                  "true")
              .json();
      token = answer.path("refresh_token").asText();
      assertThat(answer.path("x_refresh_token_hard_expires_in").asLong())
          .isPositive()
          .isLessThan(left);
      left = answer.path("x_refresh_token_hard_expires_in").asLong();
    }
    assertThat(Duration.ofSeconds(left)).isEqualTo(Duration.ofDays(26));
    wire.clock.move(Duration.ofDays(26));
    assertThat(refresh(token).status()).isEqualTo(400);
  }

  @Test
  @DisplayName("1.3 two refreshes at once with one token revoke it")
  void two_refreshes_at_once_revoke_the_token() throws InterruptedException {
    var token = signedIn().refreshToken();
    var latch = new CountDownLatch(1);
    var slow = wire.quickBooks.order(Fault.slow(latch).on("POST", "/tokens/bearer"));
    var first = CompletableFuture.supplyAsync(() -> refresh(token));
    assertThat(slow.awaitStrike(Duration.ofSeconds(10))).isTrue();
    assertThat(refresh(token).json().path("error").asText()).isEqualTo("invalid_grant");
    latch.countDown();
    assertThat(first.join().json().path("error").asText()).isEqualTo("invalid_grant");
  }

  @Test
  @DisplayName("9.1 an expired access token is 401 with 3200, in the gateway's shapes")
  void an_access_token_lives_an_hour() {
    wire.use(signedIn().accessToken());
    wire.clock.move(Duration.ofMinutes(59));
    assertThat(wire.get("preferences").status()).isEqualTo(200);
    wire.clock.move(Duration.ofMinutes(1));
    var json = wire.get("preferences");
    assertThat(json.status()).isEqualTo(401);
    assertThat(json.text("/fault/error/0/code")).isEqualTo("3200");
    assertThat(json.text("/fault/error/0/message"))
        .isEqualTo("message=ApplicationAuthenticationFailed; errorCode=003200; statusCode=401");
    wire.quickBooks.gatewayShape(FaultShape.GATEWAY_XML);
    assertThat(wire.get("preferences").body())
        .contains("<Fault type=\"SERVICE\"><Error code=\"3200\">");
    wire.quickBooks.gatewayShape(FaultShape.GATEWAY_XML_ERRORS);
    assertThat(wire.get("preferences").body()).startsWith("<Errors><error><code>ApplicationAuth");
  }

  @Test
  @DisplayName("2.1 a token of another company is 403 with 3100")
  void a_token_opens_only_its_company() {
    wire.quickBooks.open("1", Region.GB);
    wire.use(wire.quickBooks.signIn("app", "1").accessToken());
    var reply = wire.get("preferences");
    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.text("/fault/error/0/code")).isEqualTo("3100");
  }

  @Test
  @DisplayName("1.5 disconnected inside QuickBooks, refresh and calls fail")
  void a_disconnected_app_is_out() {
    var signedIn = signedIn();
    wire.use(signedIn.accessToken());
    wire.quickBooks.disconnect(Wire.REALM);
    assertThat(wire.get("preferences").status()).isEqualTo(403);
    assertThat(refresh(signedIn.refreshToken()).status()).isEqualTo(400);
  }

  @Test
  @DisplayName("1.5 a revoked token is dead, and cannot be revoked again")
  void a_revoked_token_is_dead() {
    var token = signedIn().refreshToken();
    assertThat(revoke("application/json", "app:secret", told(token)).status()).isEqualTo(200);
    assertThat(refresh(token).status()).isEqualTo(400);
    assertThat(revoke("application/json", "app:secret", told(token)).status()).isEqualTo(400);
  }

  @Test
  @DisplayName("1.5 revoking ends the sign-in, whichever of its tokens is told")
  void an_access_token_revokes_too() {
    var signedIn = signedIn();
    var told = told(signedIn.accessToken());
    assertThat(revoke("application/json", "app:secret", told).status()).isEqualTo(200);
    assertThat(refresh(signedIn.refreshToken()).status()).isEqualTo(400);
    assertThat(wire.quickBooks.signIns(Wire.REALM)).isEqualTo(1);
  }

  static Stream<Arguments> wrongRevocations() {
    return Stream.of(
        Arguments.of("the body is JSON", "application/x-www-form-urlencoded", "app:secret", 400),
        Arguments.of("the client signs with Basic", "application/json", "app:guess", 401),
        Arguments.of("of its own token", "application/json", "other:secret", 400));
  }

  @ParameterizedTest(name = "1.5 {0}")
  @MethodSource("wrongRevocations")
  void a_wrong_revocation_is_refused(String fact, String type, String client, int status) {
    wire.quickBooks.register(new AppClient("other", "secret", List.of()));
    var token = signedIn().refreshToken();
    assertThat(revoke(type, client, told(token)).status()).isEqualTo(status);
    assertThat(refresh(token).status()).isEqualTo(200);
  }

  private static String told(String token) {
    return "{\"token\":\"" + token + "\"}";
  }

  private Wire.Reply revoke(String type, String client, String body) {
    try {
      var request =
          HttpRequest.newBuilder(URI.create(wire.address("/v2/oauth2/tokens/revoke")))
              .header("Content-Type", type)
              .header("Authorization", basic(client))
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build();
      return wire.send(request);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  @DisplayName("1.2 consent refuses to be shown inside another page")
  void consent_refuses_frames() {
    assertThat(page("GET", ASK).headers().firstValue("X-Frame-Options")).contains("DENY");
  }

  @Test
  @DisplayName("1.2 a redirect URI is https or on this machine, without a query")
  void a_redirect_uri_is_checked_at_registration() {
    for (var wrong : List.of("http://shop.example/back", "https://shop.example/back?x=1")) {
      assertThatThrownBy(() -> new AppClient("a", "s", List.of(wrong))).hasMessageContaining(wrong);
    }
    assertThat(new AppClient("a", "s", List.of("https://shop.example/back")).id()).isEqualTo("a");
  }

  private PretendQuickBooks.SignedIn signedIn() {
    return wire.quickBooks.signIn("app", Wire.REALM);
  }

  private String code() {
    var reply = page("POST", ASK + "&realm=" + Wire.REALM + "&decision=connect");
    var location = reply.headers().firstValue("Location").orElseThrow();
    assertThat(location).startsWith(BACK + "?code=").endsWith("&state=s1&realmId=" + Wire.REALM);
    return location.replaceFirst(".*[?]code=([^&]*)&.*", "$1");
  }

  private Wire.Reply page(String method, String question) {
    return method.equals("GET")
        ? wire.call("GET", wire.address("/connect/oauth2?" + question), null, null)
        : wire.call(
            "POST", wire.address("/connect/oauth2"), "application/x-www-form-urlencoded", question);
  }

  private Wire.Reply token(String body) {
    return form("/oauth2/v1/tokens/bearer", body, "app:secret");
  }

  private Wire.Reply refresh(String token) {
    return token("grant_type=refresh_token&refresh_token=" + token);
  }

  private Wire.Reply form(String path, String body, String client, String... headers) {
    try {
      var request =
          HttpRequest.newBuilder(URI.create(wire.address(path)))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .header("Authorization", basic(client))
              .POST(HttpRequest.BodyPublishers.ofString(body));
      if (headers.length > 0) {
        request.headers(headers);
      }
      return wire.send(request.build());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String basic(String client) {
    return "Basic " + Base64.getEncoder().encodeToString(client.getBytes());
  }
}
