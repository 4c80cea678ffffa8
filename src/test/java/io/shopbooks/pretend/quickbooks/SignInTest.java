package io.shopbooks.pretend.quickbooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
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
    var reply =
        wire.token("grant_type=authorization_code&code=" + code() + "&redirect_uri=" + BACK);
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
    var first = wire.token(exchange).json();
    var second = wire.token(exchange);
    assertThat(second.status()).isEqualTo(400);
    assertThat(second.body()).isEqualTo("{\"error\":\"invalid_grant\"}");
    assertThat(wire.refresh(first.path("refresh_token").asText()).status()).isEqualTo(400);
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
    var reply = wire.form("/oauth2/v1/tokens/bearer", body, client);
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.json().path("error").asText()).isEqualTo(error);
  }

  @Test
  @DisplayName("1.3 the body is a form and the client signs with Basic")
  void a_token_request_in_json_is_refused() {
    var json = "{\"grant_type\":\"refresh_token\"}";
    var reply = wire.signed("/oauth2/v1/tokens/bearer", "application/json", "app:secret", json);
    assertThat(reply.json().path("error").asText()).isEqualTo("invalid_request");
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
}
