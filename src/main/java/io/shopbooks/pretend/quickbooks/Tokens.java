package io.shopbooks.pretend.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Codes, refresh tokens and access tokens, and how long each lives (1.3, 1.4). */
final class Tokens {

  /** Life of an access token. */
  static final Duration ACCESS = Duration.ofMinutes(60);

  private static final Duration SOFT = Duration.ofDays(100);
  private static final int HARD_YEARS = 5;

  private final Clock clock;
  private final Journal journal;
  private final Map<String, Code> codes = new HashMap<>();
  private final Map<String, Grant> grants = new HashMap<>();
  private final Map<String, String> grantOfRefresh = new HashMap<>();
  private final Map<String, Access> access = new HashMap<>();
  private final Set<String> inFlight = new HashSet<>();
  private Duration rotation = Duration.ofHours(24);

  Tokens(Clock clock, Journal journal) {
    this.clock = clock;
    this.journal = journal;
    journal.read().forEach(this::restore);
  }

  private record Code(String client, String realm, String redirectUri, String grant) {}

  private record Access(String grant, Instant end) {}

  /** What a token request is answered. */
  record Pair(String accessToken, String refreshToken, Grant grant) {}

  /** What an access token is good for. */
  enum Standing {
    GOOD,
    /** Unknown or expired: 401. */
    EXPIRED,
    /** Of another company, or disconnected: 403. */
    WRONG_COMPANY
  }

  /** How old a refresh token grows before a refresh replaces it. */
  synchronized void rotateAfter(Duration age) {
    rotation = age;
  }

  synchronized String code(String client, String realm, String redirectUri) {
    var code = fresh("code");
    codes.put(code, new Code(client, realm, redirectUri, null));
    return code;
  }

  /** Exchanges a code; a code that was used before revokes what it gave. */
  synchronized Optional<Pair> exchange(String client, String code, String redirectUri) {
    var found = codes.get(code);
    if (found != null && found.grant() != null) {
      revokeGrant(found.grant());
      return Optional.empty();
    }
    if (found == null
        || !found.client().equals(client)
        || !found.redirectUri().equals(redirectUri)) {
      return Optional.empty();
    }
    var pair = grant(client, found.realm());
    var grant = grantOfRefresh.get(pair.refreshToken());
    codes.put(code, new Code(client, found.realm(), redirectUri, grant));
    return Optional.of(pair);
  }

  /** A new connection, as after a sign-in. */
  synchronized Pair grant(String client, String realm) {
    var now = clock.instant();
    var hardEnd = now.atZone(ZoneOffset.UTC).plusYears(HARD_YEARS).toInstant();
    var grant = new Grant(client, realm, fresh("RT1"), now, now.plus(SOFT), hardEnd, false);
    var id = UUID.randomUUID().toString();
    keep(id, grant);
    return new Pair(access(id), grant.refreshToken(), grant);
  }

  /** A refresh begins; a second one with the same token at the same time revokes it (1.3). */
  synchronized void begin(String refreshToken) {
    var grant = grantOfRefresh.get(refreshToken);
    if (!inFlight.add(refreshToken) && grant != null) {
      revokeGrant(grant);
    }
  }

  synchronized void end(String refreshToken) {
    inFlight.remove(refreshToken);
  }

  synchronized Optional<Pair> refresh(String client, String refreshToken) {
    var id = grantOfRefresh.get(refreshToken);
    var grant = grants.get(id);
    var now = clock.instant();
    boolean current = grant != null && grant.refreshToken().equals(refreshToken);
    if (!current || !grant.client().equals(client) || !grant.isAlive(now)) {
      return Optional.empty();
    }
    boolean rotates = !grant.issued().plus(rotation).isAfter(now);
    var after =
        rotates
            ? grant.with(fresh("RT1"), now, now.plus(SOFT))
            : grant.with(refreshToken, grant.issued(), now.plus(SOFT));
    keep(id, after);
    return Optional.of(new Pair(access(id), after.refreshToken(), after));
  }

  /** Revokes by a refresh or an access token that the client was given and that is alive. */
  synchronized boolean revoke(String client, String token) {
    var grant = grants.get(grantOf(token));
    if (grant == null || !grant.client().equals(client) || grant.revoked()) {
      return false;
    }
    revokeGrant(grantOf(token));
    return true;
  }

  private String grantOf(String token) {
    return Optional.ofNullable(access.get(token))
        .map(Access::grant)
        .orElse(grantOfRefresh.get(token));
  }

  synchronized long alive(String realm) {
    return grants.values().stream()
        .filter(grant -> grant.realm().equals(realm) && grant.isAlive(clock.instant()))
        .count();
  }

  /** Somebody disconnects the app inside QuickBooks. */
  synchronized void disconnect(String realm) {
    Map.copyOf(grants)
        .forEach(
            (id, grant) -> {
              if (grant.realm().equals(realm)) {
                revokeGrant(id);
              }
            });
  }

  private void revokeGrant(String id) {
    keep(id, grants.get(id).revokedNow());
  }

  synchronized Standing standing(String accessToken, String realm) {
    var found = access.get(accessToken);
    if (found == null || !clock.instant().isBefore(found.end())) {
      return Standing.EXPIRED;
    }
    var grant = grants.get(found.grant());
    return grant.revoked() || !grant.realm().equals(realm) ? Standing.WRONG_COMPANY : Standing.GOOD;
  }

  synchronized void expire(String accessToken) {
    access.remove(accessToken);
  }

  private String access(String grant) {
    var token = fresh("AT");
    var found = new Access(grant, clock.instant().plus(ACCESS));
    access.put(token, found);
    var line = Json.object().put("access", token).put("grant", grant);
    journal.append(line.put("end", found.end().toString()));
    return token;
  }

  private void keep(String id, Grant grant) {
    remember(id, grant);
    var line = Json.object().put("id", id);
    line.set("kept", grant.json());
    journal.append(line);
  }

  private void remember(String id, Grant grant) {
    grants.put(id, grant);
    grantOfRefresh.put(grant.refreshToken(), id);
  }

  private void restore(JsonNode line) {
    if (line.has("kept")) {
      remember(Json.text(line, "id"), Grant.read(line.path("kept")));
    } else {
      var end = Instant.parse(Json.text(line, "end"));
      access.put(Json.text(line, "access"), new Access(Json.text(line, "grant"), end));
    }
  }

  private static String fresh(String kind) {
    return kind + "-" + UUID.randomUUID().toString().replace("-", "");
  }
}
