package io.shopbooks.pretend.quickbooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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

/** How long tokens live, how they are renewed, and what ends them. */
class TokensTest {

  private Wire wire;

  @BeforeEach
  void open() {
    wire = Wire.to(Region.US);
  }

  @AfterEach
  void close() {
    wire.close();
  }

  @Test
  @DisplayName(
      "1.3 the refresh token changes at the first refresh after a day, and the old one dies")
  void a_refresh_token_rotates_after_a_day() {
    var first = signedIn().refreshToken();
    wire.clock.move(Duration.ofHours(23));
    assertThat(wire.refresh(first).json().path("refresh_token").asText()).isEqualTo(first);
    wire.clock.move(Duration.ofHours(1));
    var second = wire.refresh(first).json().path("refresh_token").asText();
    assertThat(second).isNotEqualTo(first);
    assertThat(wire.refresh(first).body()).isEqualTo("{\"error\":\"invalid_grant\"}");
    assertThat(wire.refresh(second).status()).isEqualTo(200);
  }

  @Test
  @DisplayName("1.3 every refresh may rotate the token")
  void every_refresh_may_rotate() {
    wire.quickBooks.rotateRefreshTokensAfter(Duration.ZERO);
    var first = signedIn().refreshToken();
    assertThat(wire.refresh(first).json().path("refresh_token").asText()).isNotEqualTo(first);
    assertThat(wire.refresh(first).status()).isEqualTo(400);
  }

  @Test
  @DisplayName("1.3 a refresh token lives 100 days, and each refresh moves that forward")
  void a_refresh_moves_the_end_forward() {
    var token = signedIn().refreshToken();
    for (int i = 0; i < 3; i++) {
      wire.clock.move(Duration.ofDays(99));
      token = wire.refresh(token).json().path("refresh_token").asText();
    }
    wire.clock.move(Duration.ofDays(100));
    assertThat(wire.refresh(token).status()).isEqualTo(400);
  }

  @Test
  @DisplayName("1.4 after five years no refresh helps; the header tells how long is left")
  void five_years_are_the_end() {
    var token = signedIn().refreshToken();
    long left = Long.MAX_VALUE;
    for (int i = 0; i < 20; i++) {
      wire.clock.move(Duration.ofDays(90));
      var answer =
          wire.form(
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
    assertThat(wire.refresh(token).status()).isEqualTo(400);
  }

  @Test
  @DisplayName("1.3 two refreshes at once with one token revoke it")
  void two_refreshes_at_once_revoke_the_token() throws InterruptedException {
    var token = signedIn().refreshToken();
    var latch = new CountDownLatch(1);
    var slow = wire.quickBooks.order(Fault.slow(latch).on("POST", "/tokens/bearer"));
    var first = CompletableFuture.supplyAsync(() -> wire.refresh(token));
    assertThat(slow.awaitStrike(Duration.ofSeconds(10))).isTrue();
    assertThat(wire.refresh(token).json().path("error").asText()).isEqualTo("invalid_grant");
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
    assertThat(wire.refresh(signedIn.refreshToken()).status()).isEqualTo(400);
  }

  @Test
  @DisplayName("1.5 a revoked token is dead, and cannot be revoked again")
  void a_revoked_token_is_dead() {
    var token = signedIn().refreshToken();
    assertThat(wire.revoke("application/json", "app:secret", told(token)).status()).isEqualTo(200);
    assertThat(wire.refresh(token).status()).isEqualTo(400);
    assertThat(wire.revoke("application/json", "app:secret", told(token)).status()).isEqualTo(400);
  }

  @Test
  @DisplayName("1.5 revoking ends the sign-in, whichever of its tokens is told")
  void an_access_token_revokes_too() {
    var signedIn = signedIn();
    var told = told(signedIn.accessToken());
    assertThat(wire.revoke("application/json", "app:secret", told).status()).isEqualTo(200);
    assertThat(wire.refresh(signedIn.refreshToken()).status()).isEqualTo(400);
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
    assertThat(wire.revoke(type, client, told(token)).status()).isEqualTo(status);
    assertThat(wire.refresh(token).status()).isEqualTo(200);
  }

  private static String told(String token) {
    return "{\"token\":\"" + token + "\"}";
  }

  private PretendQuickBooks.SignedIn signedIn() {
    return wire.quickBooks.signIn("app", Wire.REALM);
  }
}
