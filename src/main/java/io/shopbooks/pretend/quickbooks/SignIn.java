package io.shopbooks.pretend.quickbooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** The token endpoint: code exchange, refresh and revocation (1.3, 1.5). */
final class SignIn {

  private final Tokens tokens;
  private final Map<String, AppClient> clients;
  private final Clock clock;

  SignIn(Tokens tokens, Map<String, AppClient> clients, Clock clock) {
    this.tokens = tokens;
    this.clients = clients;
    this.clock = clock;
  }

  Answer token(Call call) {
    var client = client(call);
    if (client.isEmpty()) {
      return error(401, "invalid_client");
    }
    if (!call.isPost()
        || !call.header("Content-Type").startsWith("application/x-www-form-urlencoded")) {
      return error(400, "invalid_request");
    }
    var form = call.form();
    var pair =
        switch (form.getOrDefault("grant_type", "")) {
          case "authorization_code" ->
              tokens.exchange(
                  client.get().id(),
                  form.getOrDefault("code", ""),
                  form.getOrDefault("redirect_uri", ""));
          case "refresh_token" ->
              tokens.refresh(client.get().id(), form.getOrDefault("refresh_token", ""));
          default -> null;
        };
    if (pair == null) {
      return error(400, "unsupported_grant_type");
    }
    return pair.map(p -> told(p, call)).orElseGet(() -> error(400, "invalid_grant"));
  }

  private Answer told(Tokens.Pair pair, Call call) {
    var now = clock.instant();
    var body = Json.object().put("token_type", "bearer");
    body.put("access_token", pair.accessToken()).put("expires_in", Tokens.ACCESS.toSeconds());
    body.put("refresh_token", pair.refreshToken());
    var hard = Duration.between(now, pair.grant().hardEnd());
    var soft = Duration.between(now, pair.grant().softEnd());
    var left = soft.compareTo(hard) < 0 ? soft : hard;
    body.put("x_refresh_token_expires_in", left.toSeconds());
    if (call.header("x-include-refresh-token-hard-expires-in").equals("true")) {
      body.put("x_refresh_token_hard_expires_in", hard.toSeconds());
    }
    return Answer.json(200, body);
  }

  Answer revoke(Call call) {
    var client = client(call);
    if (client.isEmpty()) {
      return error(401, "invalid_client");
    }
    if (!call.isPost() || !call.header("Content-Type").startsWith("application/json")) {
      return error(400, "invalid_request");
    }
    try {
      var token = Json.text(Json.object(call.text()), "token");
      boolean known = tokens.revoke(client.get().id(), token);
      return known ? Answer.json(200, Json.object()) : error(400, "invalid_request");
    } catch (JsonProcessingException e) {
      return error(400, "invalid_request");
    }
  }

  /** The app behind "Authorization: Basic base64(id:secret)". */
  private Optional<AppClient> client(Call call) {
    var header = call.header("Authorization");
    if (!header.startsWith("Basic ")) {
      return Optional.empty();
    }
    try {
      var plain =
          new String(Base64.getDecoder().decode(header.substring(6)), StandardCharsets.UTF_8);
      var parts = plain.split(":", 2);
      return Optional.ofNullable(clients.get(parts[0]))
          .filter(client -> parts.length == 2 && client.secret().equals(parts[1]));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Answer error(int status, String error) {
    ObjectNode body = Json.object().put("error", error);
    return Answer.json(status, body);
  }
}
