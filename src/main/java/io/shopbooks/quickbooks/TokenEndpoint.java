package io.shopbooks.quickbooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Intuit's token endpoint (`quickbooks-online.md` 1.3 to 1.5). */
@Component
class TokenEndpoint {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final QuickBooksSettings settings;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  TokenEndpoint(QuickBooksSettings settings) {
    this.settings = settings;
  }

  /**
   * What a token request brought.
   *
   * @param accessLife and the others: how long each is good for
   */
  record Tokens(
      String access,
      Duration accessLife,
      String refresh,
      Duration refreshLife,
      Optional<Duration> hardLife) {

    @Override
    public String toString() {
      return "Tokens[…]";
    }
  }

  /** The token is not, or no longer, accepted; asking again will not help. */
  static class Refused extends RuntimeException {
    Refused(String error) {
      super(error);
    }
  }

  /** The endpoint does not know our app, which says nothing about the token. */
  static class UnknownApp extends RuntimeException {
    UnknownApp() {
      super(
          "QuickBooks does not know this app."
              + " Check QUICKBOOKS_CLIENT_ID and QUICKBOOKS_CLIENT_SECRET.");
    }
  }

  /** Nothing is known of the token: the endpoint failed or could not be reached. */
  static class Unreachable extends RuntimeException {
    Unreachable(String because) {
      super(because);
    }
  }

  /**
   * New tokens for a refresh token; the newest refresh token replaces the one that was used.
   *
   * @throws Refused if the token is no longer accepted
   * @throws UnknownApp if the app is not
   * @throws Unreachable if nothing is known
   */
  Tokens refresh(String refreshToken) {
    return ask("grant_type=refresh_token&refresh_token=" + encoded(refreshToken));
  }

  /**
   * Tokens for the code that a browser brought back. To be asked once: QuickBooks takes a second
   * time for theft (`quickbooks-online.md` 1.2).
   *
   * @param redirectUri exactly as the browser was sent with
   * @throws Refused if the code is not accepted
   * @throws UnknownApp if the app is not
   * @throws Unreachable if nothing is known; the code is lost then
   */
  Tokens exchange(String code, String redirectUri) {
    return ask(
        "grant_type=authorization_code&code="
            + encoded(code)
            + "&redirect_uri="
            + encoded(redirectUri));
  }

  /**
   * Ends the sign-in that the token is of (`quickbooks-online.md` 1.5).
   *
   * @throws Refused if QuickBooks knows no such token, or no longer
   * @throws UnknownApp if the app is not accepted
   * @throws Unreachable if nothing is known; it may be asked again
   */
  void revoke(String token) {
    var body = JSON.createObjectNode().put("token", token).toString();
    var response =
        send(
            to(settings.revokeUrl())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    switch (response.statusCode()) {
      case 200 -> {}
      case 400 -> throw new Refused(error(response));
      case 401 -> throw new UnknownApp();
      default -> throw new Unreachable("revoking was answered HTTP " + response.statusCode());
    }
  }

  private Tokens ask(String form) {
    var response =
        send(
            to(settings.tokenUrl())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("x-include-refresh-token-hard-expires-in", "true")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    return tokens(response.statusCode(), response.body());
  }

  private HttpRequest.Builder to(URI address) {
    var key = settings.clientId() + ":" + settings.clientSecret();
    var basic = Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    return HttpRequest.newBuilder(address)
        .timeout(PATIENCE)
        .header("Authorization", "Basic " + basic)
        .header("Accept", "application/json");
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new Unreachable(request.uri() + " cannot be reached: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unreachable("interrupted");
    }
  }

  private static String error(HttpResponse<String> response) {
    return json(response.body()).path("error").asText("");
  }

  private static Tokens tokens(int status, String body) {
    var json = json(body);
    var error = json.path("error").asText("");
    if (status == 400 && error.equals("invalid_grant")) {
      throw new Refused(error);
    }
    if (status == 401 || error.equals("invalid_client")) {
      throw new UnknownApp();
    }
    // Only a whole answer may replace good tokens.
    if (status != 200 || !json.hasNonNull("access_token") || !json.hasNonNull("refresh_token")) {
      throw new Unreachable("the token endpoint answered HTTP " + status + " " + error);
    }
    var hard = json.path("x_refresh_token_hard_expires_in");
    return new Tokens(
        json.get("access_token").asText(),
        Duration.ofSeconds(json.path("expires_in").asLong(3600)),
        json.get("refresh_token").asText(),
        Duration.ofSeconds(json.path("x_refresh_token_expires_in").asLong(8640000)),
        hard.isNumber() ? Optional.of(Duration.ofSeconds(hard.asLong())) : Optional.empty());
  }

  private static JsonNode json(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return JSON.createObjectNode();
    }
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
