package io.shopbooks.quickbooks;

import io.shopbooks.data.Secrets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tokens of each company, encrypted where they are kept. */
@Component
class CompanyTokens {

  private final JdbcClient db;
  private final Clock clock;
  private final Secrets secrets;

  CompanyTokens(JdbcClient db, Clock clock, Secrets secrets) {
    this.db = db;
    this.clock = clock;
    this.secrets = secrets;
  }

  /**
   * @param refresh empty once a person ended the sign-in
   * @param version changes with every sign-in and renewal
   */
  record Stored(
      String state,
      String because,
      String refresh,
      String access,
      Instant accessUntil,
      Instant version) {

    @Override
    public String toString() {
      return "Stored[" + state + "]";
    }
  }

  /**
   * Waits until nobody else renews or ends the sign-in, and keeps others waiting until the end of
   * this transaction. Two renewals at once with one token are taken for theft and end the sign-in;
   * one that goes on beside a disconnection would bring it back.
   */
  void alone(String realm) {
    db.sql("select pg_advisory_xact_lock(hashtextextended('renew ' || :realm, 0))")
        .param("realm", realm)
        .query(row -> {});
  }

  Optional<Stored> find(String realm) {
    return db.sql("select * from quickbooks_company where realm = :realm")
        .param("realm", realm)
        .query((row, n) -> stored(row, realm))
        .optional();
  }

  /** Keeps a new sign-in, whatever was there. */
  void put(String realm, TokenEndpoint.Tokens tokens) {
    bind(
            realm,
            tokens,
            """
            with not_to_be_revoked as (delete from quickbooks_to_revoke where realm = :realm)
            insert into quickbooks_company (realm, state, refresh_token, refresh_until, hard_until,
                access_token, access_until, refreshed_at, signed_in_at)
            values (:realm, 'signed-in', :refresh, :refreshUntil, :hardUntil, :access,
                :accessUntil, :now, :now)
            on conflict (realm) do update set state = 'signed-in', because = '',
                refresh_token = excluded.refresh_token, refresh_until = excluded.refresh_until,
                hard_until = excluded.hard_until, access_token = excluded.access_token,
                access_until = excluded.access_until, refreshed_at = excluded.refreshed_at,
                signed_in_at = excluded.signed_in_at, refused_at = null,
                resting_until = case quickbooks_company.state when 'stopped' then '-infinity'
                    else quickbooks_company.resting_until end
            """)
        .update();
  }

  /** Keeps renewed tokens, unless somebody signed in anew meanwhile. */
  void renewed(String realm, TokenEndpoint.Tokens tokens, Instant version) {
    bind(
            realm,
            tokens,
            """
            update quickbooks_company set refresh_token = :refresh, refresh_until = :refreshUntil,
                hard_until = coalesce(:hardUntil, hard_until), access_token = :access,
                access_until = :accessUntil, refreshed_at = :now
            where realm = :realm and refreshed_at = :version
            """)
        .param("version", Timestamp.from(version))
        .update();
  }

  /**
   * From now on a person must sign in, unless somebody just did.
   *
   * @param version of the sign-in that ended
   */
  void end(String realm, Instant version, String because) {
    db.sql(
            """
            update quickbooks_company set state = 'signed-out', because = :because,
                access_until = '-infinity',
                refused_at = case state when 'signed-out' then refused_at else :now end
            where realm = :realm and refreshed_at = :version
            """)
        .param("because", because)
        .param("now", Timestamp.from(clock.instant()))
        .param("realm", realm)
        .param("version", Timestamp.from(version))
        .update();
  }

  /** A person ended the sign-in: nothing that opens the company is kept. */
  void forget(String realm, String because) {
    db.sql(
            """
            update quickbooks_company set state = 'signed-out', because = :because,
                refresh_token = null, access_token = null, access_until = '-infinity',
                refused_at = null
            where realm = :realm
            """)
        .param("because", because)
        .param("realm", realm)
        .update();
  }

  /** Those that are signed in to, and were not renewed since. */
  List<String> notRenewedSince(Instant moment) {
    return db.sql(
            """
            select realm from quickbooks_company
            where state <> 'signed-out' and refreshed_at <= :moment order by realm
            """)
        .param("moment", Timestamp.from(moment))
        .query(String.class)
        .list();
  }

  /** The access token is no longer good. */
  void spent(String realm, Instant version) {
    db.sql(
            """
            update quickbooks_company set access_until = '-infinity'
            where realm = :realm and refreshed_at = :version
            """)
        .param("realm", realm)
        .param("version", Timestamp.from(version))
        .update();
  }

  private JdbcClient.StatementSpec bind(String realm, TokenEndpoint.Tokens tokens, String sql) {
    var now = clock.instant();
    return db.sql(sql)
        .param("realm", realm)
        .param("refresh", secrets.encrypt("refresh-token " + realm, tokens.refresh()))
        .param("refreshUntil", Timestamp.from(now.plus(tokens.refreshLife())))
        .param(
            "hardUntil",
            tokens.hardLife().map(life -> Timestamp.from(now.plus(life))).orElse(null),
            Types.TIMESTAMP)
        .param("access", secrets.encrypt("access-token " + realm, tokens.access()))
        .param("accessUntil", Timestamp.from(now.plus(tokens.accessLife())))
        .param("now", Timestamp.from(now));
  }

  private Stored stored(ResultSet row, String realm) throws SQLException {
    var refresh = row.getBytes("refresh_token");
    var access = row.getBytes("access_token");
    var until = row.getTimestamp("access_until");
    return new Stored(
        row.getString("state"),
        row.getString("because"),
        refresh == null ? "" : secrets.decrypt("refresh-token " + realm, refresh),
        access == null ? "" : secrets.decrypt("access-token " + realm, access),
        until.toInstant(),
        row.getTimestamp("refreshed_at").toInstant());
  }
}
