package io.shopbooks.quickbooks;

import io.shopbooks.connections.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who is signed in to which company. Tokens are kept by company; one process at a time renews them,
 * and a new one is stored before it is used (`quickbooks-online.md` 1.3).
 */
@Component("signIns")
public class SignIns {

  private static final Logger LOG = LoggerFactory.getLogger(SignIns.class);

  /** Renewed this long before its end, rather than waiting for a refusal. */
  private static final Duration EARLY = Duration.ofMinutes(5);

  private final JdbcClient db;
  private final TransactionTemplate inTransaction;
  private final Clock clock;
  private final CompanyTokens tokens;
  private final TokenEndpoint endpoint;

  SignIns(
      JdbcClient db,
      TransactionTemplate inTransaction,
      Clock clock,
      CompanyTokens tokens,
      TokenEndpoint endpoint) {
    this.db = db;
    this.inTransaction = inTransaction;
    this.clock = clock;
    this.tokens = tokens;
    this.endpoint = endpoint;
  }

  /**
   * Signs in with a refresh token: tries it, and keeps what came of it.
   *
   * @throws NotSignedIn if QuickBooks does not accept the token
   */
  public void connect(Connection connection, String realm, String refreshToken) {
    try {
      tokens.put(realm, endpoint.refresh(refreshToken));
    } catch (TokenEndpoint.Refused e) {
      throw new NotSignedIn(realm, "QuickBooks refused the sign-in (" + e.getMessage() + ")");
    } catch (TokenEndpoint.UnknownApp e) {
      throw new NotSignedIn(realm, e.getMessage());
    } catch (TokenEndpoint.Unreachable e) {
      throw new CompanyResting(realm, clock.instant(), e.getMessage());
    }
    connected(connection, realm);
  }

  /** From now on the connection carries to this company. */
  void connected(Connection connection, String realm) {
    db.sql(
            """
            insert into quickbooks_connected (shop, realm) values (:shop, :realm)
            on conflict (shop) do update set realm = excluded.realm
            """)
        .param("shop", connection.shopId().value())
        .param("realm", realm)
        .update();
    LOG.info("signed in connection={} company={}", connection.name(), realm);
  }

  /**
   * The company of the connection; the first time, the refresh token of the connection file is
   * tried.
   *
   * @throws NotSignedIn if no company was chosen, or nobody ever signed in to it
   */
  public String realm(Connection connection) {
    var realm =
        connection
            .company()
            .realm()
            .or(() -> connected(connection))
            .orElseThrow(() -> new NotSignedIn("of " + connection.name(), "no company was chosen"));
    if (tokens.find(realm).isEmpty()) {
      var token = connection.company().refreshToken();
      connect(
          connection, realm, token.orElseThrow(() -> new NotSignedIn(realm, "nobody signed in")));
    }
    return realm;
  }

  /** The company of the last sign-in; absent before the first. */
  Optional<String> connected(Connection connection) {
    return db.sql("select realm from quickbooks_connected where shop = :shop")
        .param("shop", connection.shopId().value())
        .query(String.class)
        .optional();
  }

  /**
   * An access token that is good for some minutes more.
   *
   * @param refused a token QuickBooks just refused, not to be given again; or empty
   * @throws NotSignedIn if a person must sign in
   */
  String accessToken(String realm, String refused) {
    var token =
        inTransaction.execute(
            status -> {
              tokens.alone(realm);
              return current(realm, refused).or(() -> renewed(realm));
            });
    return token.orElseThrow(
        () ->
            new NotSignedIn(
                realm, tokens.find(realm).map(t -> t.because()).orElse("nobody signed in")));
  }

  /**
   * Renews a sign-in that was not renewed since, so that it does not end for want of use. One that
   * QuickBooks refuses is over from now on.
   *
   * @throws NotSignedIn if QuickBooks does not know our app
   * @throws CompanyResting if QuickBooks cannot be asked now
   */
  void renewIfIdle(String realm, Instant since) {
    inTransaction.executeWithoutResult(
        status -> {
          tokens.alone(realm);
          if (tokens.notRenewedSince(since).contains(realm)) {
            renewed(realm);
          }
        });
  }

  private Optional<String> current(String realm, String refused) {
    return tokens
        .find(realm)
        .filter(stored -> !stored.state().equals("signed-out"))
        .filter(stored -> stored.accessUntil().isAfter(clock.instant().plus(EARLY)))
        .map(CompanyTokens.Stored::access)
        .filter(access -> !access.equals(refused));
  }

  private Optional<String> renewed(String realm) {
    var stored = tokens.find(realm).filter(s -> !s.state().equals("signed-out"));
    if (stored.isEmpty()) {
      return Optional.empty();
    }
    try {
      var fresh = endpoint.refresh(stored.get().refresh());
      tokens.renewed(realm, fresh, stored.get().version());
      return Optional.of(fresh.access());
    } catch (TokenEndpoint.Refused e) {
      return signedInMeanwhile(realm, stored.get(), e.getMessage());
    } catch (TokenEndpoint.UnknownApp e) {
      throw new NotSignedIn(realm, e.getMessage());
    } catch (TokenEndpoint.Unreachable e) {
      throw new CompanyResting(realm, clock.instant().plus(EARLY), e.getMessage());
    }
  }

  /** A refused token may be an old one: somebody may just have signed in. Looked up once. */
  private Optional<String> signedInMeanwhile(
      String realm, CompanyTokens.Stored used, String error) {
    var now = tokens.find(realm);
    if (now.isPresent() && !now.get().version().equals(used.version())) {
      return now.map(CompanyTokens.Stored::access);
    }
    end(realm, used, "QuickBooks refused to renew the sign-in (" + error + ")");
    return Optional.empty();
  }

  /**
   * QuickBooks said that nobody is signed in who may do this.
   *
   * @param token with which it was asked; somebody may have signed in since
   */
  void signedOut(String realm, String token, String because) {
    tokens
        .find(realm)
        .filter(stored -> stored.access().equals(token))
        .ifPresent(stored -> end(realm, stored, because));
  }

  private void end(String realm, CompanyTokens.Stored stored, String because) {
    tokens.end(realm, stored.version(), because);
    LOG.error("not signed in company={} because={}", realm, because);
  }

  /** QuickBooks does not take this access token any more: the next request gets another. */
  void spent(String realm, String token) {
    tokens
        .find(realm)
        .filter(stored -> stored.access().equals(token))
        .ifPresent(stored -> tokens.spent(realm, stored.version()));
  }
}
