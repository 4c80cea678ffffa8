package io.shopbooks.quickbooks;

import io.shopbooks.quickbooks.SignInAttempt.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tries to sign in on Intuit's page, as they are kept. */
@Component
class SignInAttempts {

  /** For a person to find their password and choose a company. */
  static final Duration LIFE = Duration.ofMinutes(30);

  private final JdbcClient db;
  private final Clock clock;

  SignInAttempts(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** A try with what only this room needs to know of it. */
  record Kept(SignInAttempt attempt, String redirectUri, boolean ofThisBrowser) {}

  /** Somebody may begin with what this hash is of. */
  long invited(String connection, String person, byte[] ticket) {
    return db.sql(
            """
            insert into quickbooks_sign_in (connection, person, ticket_hash, expires_at)
            values (:connection, :person, :ticket, :until) returning id
            """)
        .param("connection", connection)
        .param("person", person)
        .param("ticket", ticket)
        .param("until", soon())
        .query(Long.class)
        .single();
  }

  /** A page begins. */
  long begun(String connection, String person) {
    return db.sql(
            """
            insert into quickbooks_sign_in (connection, person, expires_at)
            values (:connection, :person, :until) returning id
            """)
        .param("connection", connection)
        .param("person", person)
        .param("until", soon())
        .query(Long.class)
        .single();
  }

  /** An invitation that is still good. */
  Optional<SignInAttempt> ofTicket(byte[] ticket) {
    return db.sql(
            """
            select * from quickbooks_sign_in
            where ticket_hash = :ticket and state_hash is null and expires_at > :now
            """)
        .param("ticket", ticket)
        .param("now", now())
        .query(SignInAttempts::attempt)
        .optional();
  }

  /** The browser is sent to Intuit; answers whether it was the first. */
  boolean sent(long id, byte[] state, byte[] browser, String redirectUri) {
    return db.sql(
                """
                update quickbooks_sign_in set state_hash = :state, browser_hash = :browser,
                    redirect_uri = :redirect, expires_at = :until
                where id = :id and state_hash is null and expires_at > :now
                """)
            .param("state", state)
            .param("browser", browser)
            .param("redirect", redirectUri)
            .param("until", soon())
            .param("id", id)
            .param("now", now())
            .update()
        == 1;
  }

  Optional<Kept> ofState(byte[] state, byte[] browser) {
    return db.sql(
            """
            select *, browser_hash = :browser as ours from quickbooks_sign_in
            where state_hash = :state
            """)
        .param("browser", browser)
        .param("state", state)
        .query(
            (row, n) ->
                new Kept(attempt(row, n), row.getString("redirect_uri"), row.getBoolean("ours")))
        .optional();
  }

  /** The browser came back; of two at once, one is answered true. */
  boolean take(long id) {
    return db.sql(
                """
                update quickbooks_sign_in set taken_at = :now
                where id = :id and taken_at is null and expires_at > :now
                """)
            .param("now", now())
            .param("id", id)
            .update()
        == 1;
  }

  /** What came of it, with the company where there is one. */
  void came(long id, Outcome outcome, String realm, String company, boolean companyNew) {
    db.sql(
            """
            update quickbooks_sign_in set outcome = :outcome, realm = :realm, company = :company,
                company_new = :new where id = :id
            """)
        .param("outcome", outcome.word())
        .param("realm", realm)
        .param("company", company)
        .param("new", companyNew)
        .param("id", id)
        .update();
  }

  /** The open question is answered; of two answers at once, one is answered true. */
  boolean answered(long id, Outcome outcome) {
    return db.sql(
                """
                update quickbooks_sign_in set outcome = :outcome
                where id = :id and outcome = 'another-company'
                """)
            .param("outcome", outcome.word())
            .param("id", id)
            .update()
        == 1;
  }

  boolean isCompanyNew(long id) {
    return db.sql("select company_new from quickbooks_sign_in where id = :id")
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  Optional<SignInAttempt> of(long id) {
    return db.sql("select * from quickbooks_sign_in where id = :id")
        .param("id", id)
        .query(SignInAttempts::attempt)
        .optional();
  }

  /** The newest of this browser. */
  Optional<SignInAttempt> ofBrowser(byte[] browser) {
    return db.sql(
            """
            select * from quickbooks_sign_in where browser_hash = :browser
            order by id desc limit 1
            """)
        .param("browser", browser)
        .query(SignInAttempts::attempt)
        .optional();
  }

  /** Questions that nobody answered in time. */
  List<SignInAttempt> unanswered() {
    return db.sql(
            """
            select * from quickbooks_sign_in
            where outcome = 'another-company' and expires_at <= :now order by id
            """)
        .param("now", now())
        .query(SignInAttempts::attempt)
        .list();
  }

  /** Forgets what is over for a day. */
  void tidy() {
    db.sql("delete from quickbooks_sign_in where expires_at < :then")
        .param("then", Timestamp.from(clock.instant().minus(Duration.ofDays(1))))
        .update();
  }

  private static SignInAttempt attempt(ResultSet row, int n) throws SQLException {
    return new SignInAttempt(
        row.getLong("id"),
        row.getString("connection"),
        row.getString("person"),
        row.getTimestamp("expires_at").toInstant(),
        Optional.ofNullable(row.getTimestamp("taken_at")).map(Timestamp::toInstant),
        Outcome.of(row.getString("outcome")),
        row.getString("realm"),
        row.getString("company"));
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }

  private Timestamp soon() {
    return Timestamp.from(until());
  }

  Instant until() {
    return clock.instant().plus(LIFE);
  }
}
