package io.shopbooks.quickbooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
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

  private Tokens ask(String form) {
    var key = settings.clientId() + ":" + settings.clientSecret();
    var basic = Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    var request =
        HttpRequest.newBuilder(settings.tokenUrl())
            .timeout(PATIENCE)
            .header("Authorization", "Basic " + basic)
            .header("Accept", "application/json")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("x-include-refresh-token-hard-expires-in", "true")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    try {
      var response = http.send(request, BodyHandlers.ofString());
      return tokens(response.statusCode(), response.body());
    } catch (IOException e) {
      throw new Unreachable(settings.tokenUrl() + " cannot be reached: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unreachable("interrupted");
    }
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
