package io.shopbooks.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopbooks.connections.Connection;
import io.shopbooks.quickbooks.SignInAttempt.Outcome;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What becomes of a code that a browser brought back. */
@Component
class Arrivals {

  private static final Logger LOG = LoggerFactory.getLogger(Arrivals.class);

  private final JdbcClient db;
  private final SignInAttempts attempts;
  private final TokenEndpoint endpoint;
  private final Introduction introduction;
  private final Mirror mirror;
  private final CompanyTokens tokens;
  private final SignIns signIns;
  private final Revocations revocations;
  private final Clock clock;

  Arrivals(
      JdbcClient db,
      SignInAttempts attempts,
      TokenEndpoint endpoint,
      Introduction introduction,
      Mirror mirror,
      CompanyTokens tokens,
      SignIns signIns,
      Revocations revocations,
      Clock clock) {
    this.db = db;
    this.attempts = attempts;
    this.endpoint = endpoint;
    this.introduction = introduction;
    this.mirror = mirror;
    this.tokens = tokens;
    this.signIns = signIns;
    this.revocations = revocations;
    this.clock = clock;
  }

  void over(SignInAttempt attempt, Outcome outcome) {
    attempts.came(attempt.id(), outcome, "", "", false);
  }

  /** Exchanges the code, once, and decides whose company it is. */
  void arrive(
      SignInAttempt attempt, Connection connection, String realm, String code, String redirectUri) {
    try {
      var asked = clock.instant();
      var fresh = endpoint.exchange(code, redirectUri);
      var info = introduced(realm, fresh);
      var isNew = tokens.find(realm).filter(known -> !known.refresh().isEmpty()).isEmpty();
      tokens.put(realm, fresh);
      info.ifPresent(json -> mirror.put(realm, "CompanyInfo", json, asked));
      var name = info.map(json -> json.path("CompanyName").asText("")).orElse("");
      decide(attempt, connection, realm, name, isNew);
    } catch (TokenEndpoint.Refused e) {
      fail(attempt, Outcome.REFUSED, e);
    } catch (TokenEndpoint.UnknownApp e) {
      fail(attempt, Outcome.UNKNOWN_APP, e);
    } catch (TokenEndpoint.Unreachable e) {
      fail(attempt, Outcome.UNREACHABLE, e);
    } catch (Introduction.NotThisCompany e) {
      fail(attempt, Outcome.WRONG_COMPANY, e);
    }
  }

  private Optional<JsonNode> introduced(String realm, TokenEndpoint.Tokens fresh) {
    try {
      return introduction.of(realm, fresh.access());
    } catch (Introduction.NotThisCompany e) {
      // Which company it opens is not told: it may be any that is signed in to, and must stay so.
      if (tokens.notRenewedSince(clock.instant()).isEmpty()) {
        revocations.refuse(realm, fresh.refresh());
      }
      throw e;
    }
  }

  private void fail(SignInAttempt attempt, Outcome outcome, RuntimeException because) {
    over(attempt, outcome);
    LOG.warn("no sign-in connection={} because={}", attempt.connection(), because.getMessage());
  }

  private void decide(
      SignInAttempt attempt, Connection connection, String realm, String name, boolean isNew) {
    var written = connection.company().realm();
    if (written.filter(other -> !other.equals(realm)).isPresent()) {
      attempts.came(attempt.id(), Outcome.OTHER_THAN_FILE, realm, name, isNew);
      letGo(realm, isNew);
    } else if (before(connection).filter(other -> !other.equals(realm)).isPresent()) {
      attempts.came(attempt.id(), Outcome.ANOTHER_COMPANY, realm, name, isNew);
    } else {
      signIns.connected(connection, realm);
      attempts.came(attempt.id(), Outcome.SIGNED_IN, realm, name, isNew);
    }
  }

  /** The company of the connection until now. */
  Optional<String> before(Connection connection) {
    return connection.company().realm().or(() -> signIns.connected(connection));
  }

  void change(SignInAttempt attempt, Connection connection) {
    if (attempts.answered(attempt.id(), Outcome.SIGNED_IN)) {
      signIns.connected(connection, attempt.realm());
    }
  }

  void keep(SignInAttempt attempt) {
    if (attempts.answered(attempt.id(), Outcome.KEPT)) {
      letGo(attempt.realm(), attempts.isCompanyNew(attempt.id()));
    }
  }

  /** A sign-in that another connection needs, or had before, stays. */
  private void letGo(String realm, boolean isNew) {
    var needed =
        db.sql("select exists (select from quickbooks_connected where realm = :realm)")
            .param("realm", realm)
            .query(Boolean.class)
            .single();
    if (isNew && !needed) {
      revocations.end(realm, "it was not the company that was meant");
    }
  }
}
