package io.shopbooks.shop;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopbooks.connections.Connection;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;

/**
 * Asks the APIs of Wix for one site, by API key, patiently (`wix.md` 1.1, 7). Every method throws
 * {@link ShopUnreachable} when time has to help and {@link ShopRefused} when a person has to.
 */
final class WixApi {

  private final ShopSettings settings;
  private final Wire wire;
  private final Clock clock;
  private final Patience patience;
  private final WixPace pace;

  WixApi(ShopSettings settings, Wire wire, Clock clock, Pause pause) {
    this.settings = settings;
    this.wire = wire;
    this.clock = clock;
    this.patience = new Patience(settings, clock, pause);
    this.pace = new WixPace(settings.wixCallsPerMinute(), clock, pause);
  }

  /** Asks for something that has to be there. */
  JsonNode ask(Connection connection, WixCall call) {
    return patience.until(
        failure -> {
          var answer = send(connection, call);
          return answer.isOk() ? json(connection, answer) : refuse(connection, call, answer);
        });
  }

  /**
   * Asks for one thing by its id; empty if the site does not have it, if the key may not see such,
   * or if the app is not on the site (428).
   */
  Optional<JsonNode> find(Connection connection, WixCall call) {
    return askUnless(connection, call, Set.of(403, 404, 428));
  }

  /**
   * What an API that belongs to one app answered: nothing where the key may not use it, or where
   * the app is not on the site (428).
   */
  record Covered(Optional<JsonNode> answer, boolean isForbidden) {}

  /** Asks an API that belongs to one app. */
  Covered askIfCovered(Connection connection, WixCall call) {
    return patience.until(
        failure -> {
          var answer = send(connection, call);
          if (answer.status() == 403 || answer.status() == 428) {
            return new Covered(Optional.empty(), answer.status() == 403);
          }
          var json = answer.isOk() ? json(connection, answer) : refuse(connection, call, answer);
          return new Covered(Optional.of(json), false);
        });
  }

  /** Asks; empty if the answer has one of these statuses. */
  Optional<JsonNode> askUnless(Connection connection, WixCall call, Set<Integer> nothing) {
    return patience.until(
        failure -> {
          var answer = send(connection, call);
          if (nothing.contains(answer.status())) {
            return Optional.empty();
          }
          return Optional.of(
              answer.isOk() ? json(connection, answer) : refuse(connection, call, answer));
        });
  }

  /**
   * Says who has to help after calls that the key was not allowed, asking each again.
   *
   * @return what to throw: {@link ShopRefused} with the permission that is missing; {@link
   *     ShopUnreachable} where all are allowed by now
   */
  RuntimeException refusal(Connection connection, Collection<WixCall> calls) {
    for (var call : calls) {
      try {
        ask(connection, call);
      } catch (ShopRefused e) {
        return e;
      }
    }
    return complaints(connection)
        .unreachable("allows only since just now to see all of it, so that it is read again");
  }

  /**
   * Gives the status of an answer, for what only has to be known to work; trouble is waited out.
   */
  int status(Connection connection, WixCall call) {
    return patience.until(
        failure -> {
          var answer = send(connection, call);
          if (answer.status() == 429 || answer.status() >= 500) {
            refuse(connection, call, answer);
          }
          return answer.status();
        });
  }

  private JsonNode refuse(Connection connection, WixCall call, Answer answer) {
    throw complaints(connection).no(answer, call, clock.instant());
  }

  private JsonNode json(Connection connection, Answer answer) {
    try {
      var json = Json.MAPPER.readTree(answer.body());
      if (json.isObject()) {
        return json;
      }
    } catch (IOException e) {
      // Said below: it is no whole JSON.
    }
    throw complaints(connection).useless(answer);
  }

  private Answer send(Connection connection, WixCall call) {
    var site = connection.shop().wix().orElseThrow();
    var headers = new LinkedHashMap<String, String>();
    // The key as it is, without "Bearer", and no other id beside the site's (1.1).
    headers.put("Authorization", site.apiKey());
    headers.put("wix-site-id", site.siteId());
    headers.put("Accept", "application/json");
    headers.put("User-Agent", "Shopbooks");
    if (!call.body().isEmpty()) {
      headers.put("Content-Type", "application/json");
    }
    try {
      pace.await(site.siteId());
      var address = URI.create(settings.wixApiUrl().toString().replaceAll("/+$", "") + call.path());
      return wire.send(call.method(), address, headers, call.body());
    } catch (IOException e) {
      throw complaints(connection).broken(e, settings);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw complaints(connection).unreachable("was not asked, because the program stops");
    }
  }

  private WixComplaints complaints(Connection connection) {
    return new WixComplaints(connection, settings.wixApiUrl());
  }
}
