package io.shopbooks.quickbooks;

import io.shopbooks.data.Secrets;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ends sign-ins (`quickbooks-online.md` 1.5). Nothing is done with them here from the first moment;
 * QuickBooks is told until it has heard it.
 */
@Component
class Revocations {

  private static final Logger LOG = LoggerFactory.getLogger(Revocations.class);

  private final JdbcClient db;
  private final TransactionTemplate inTransaction;
  private final CompanyTokens tokens;
  private final TokenEndpoint endpoint;
  private final Secrets secrets;

  Revocations(
      JdbcClient db,
      TransactionTemplate inTransaction,
      CompanyTokens tokens,
      TokenEndpoint endpoint,
      Secrets secrets) {
    this.db = db;
    this.inTransaction = inTransaction;
    this.tokens = tokens;
    this.endpoint = endpoint;
    this.secrets = secrets;
  }

  /** Forgets the tokens of the company; answers whether QuickBooks heard of it already. */
  boolean end(String realm, String because) {
    inTransaction.executeWithoutResult(
        status -> {
          tokens.alone(realm);
          tokens
              .find(realm)
              .map(CompanyTokens.Stored::refresh)
              .filter(token -> !token.isEmpty())
              .ifPresent(token -> add(realm, token));
          tokens.forget(realm, because);
        });
    LOG.info("signed out company={} because={}", realm, because);
    return isTold(realm);
  }

  /** Ends a sign-in that was never kept, because it does not open this company. */
  void refuse(String realm, String token) {
    add(realm, token);
    isTold(realm);
  }

  private boolean isTold(String realm) {
    try {
      tell(realm);
      return true;
    } catch (TokenEndpoint.Unreachable | TokenEndpoint.UnknownApp e) {
      LOG.warn("QuickBooks is yet to be told company={} because={}", realm, e.getMessage());
      return false;
    }
  }

  private void add(String realm, String token) {
    db.sql(
            """
            insert into quickbooks_to_revoke (realm, token) values (:realm, :token)
            on conflict (realm) do update set token = excluded.token
            """)
        .param("realm", realm)
        .param("token", secrets.encrypt("revoke " + realm, token))
        .update();
  }

  /** Companies QuickBooks is yet to be told of. */
  List<String> open() {
    return db.sql("select realm from quickbooks_to_revoke order by realm")
        .query(String.class)
        .list();
  }

  /**
   * Tells QuickBooks, unless it heard it, or somebody signed in anew meanwhile.
   *
   * @throws TokenEndpoint.Unreachable if it is to be told later
   * @throws TokenEndpoint.UnknownApp if it does not know our app
   */
  void tell(String realm) {
    inTransaction.executeWithoutResult(
        status ->
            db.sql("select token from quickbooks_to_revoke where realm = :realm for update")
                .param("realm", realm)
                .query(byte[].class)
                .optional()
                .ifPresent(token -> tell(realm, secrets.decrypt("revoke " + realm, token))));
  }

  private void tell(String realm, String token) {
    try {
      endpoint.revoke(token);
    } catch (TokenEndpoint.Refused e) {
      // It is over already: somebody disconnected in QuickBooks, or an answer was lost.
      LOG.info("QuickBooks knew no sign-in any more company={}", realm);
    }
    db.sql("delete from quickbooks_to_revoke where realm = :realm").param("realm", realm).update();
  }
}
