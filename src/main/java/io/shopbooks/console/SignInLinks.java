package io.shopbooks.console;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * One-time links with which a person makes an account. The database keeps only a hash of what is in
 * a link.
 */
@Component
public class SignInLinks {

  static final Duration LIFE = Duration.ofHours(24);

  private final JdbcClient db;
  private final Clock clock;
  private final ConsoleAddress address;
  private final SecureRandom random = new SecureRandom();

  SignInLinks(JdbcClient db, Clock clock, ConsoleAddress address) {
    this.db = db;
    this.clock = clock;
    this.address = address;
  }

  /**
   * What a link is good for.
   *
   * @param fromTerminal whether it may also give an account a new password
   */
  record Right(Role role, boolean fromTerminal) {}

  /** A new link for whoever reads the terminal: good once, and for a day. */
  public String forTerminal(Role role) {
    return make(new Right(role, true));
  }

  /** A new link for who starts it first: good for a day, while nobody has an account. */
  String forFirst() {
    return make(new Right(Role.OPERATOR, false));
  }

  /** A new link for somebody who is invited: good once, and for a day. */
  String forGuest(Role role) {
    return make(new Right(role, false));
  }

  private String make(Right right) {
    var bytes = new byte[32];
    random.nextBytes(bytes);
    var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    var now = clock.instant();
    db.sql("delete from sign_in_link where expires_at < :now")
        .param("now", Timestamp.from(now))
        .update();
    db.sql(
            """
            insert into sign_in_link (hash, made_at, expires_at, role, from_terminal)
            values (:hash, :now, :expires, :role, :terminal)
            """)
        .param("hash", hash(token))
        .param("now", Timestamp.from(now))
        .param("expires", Timestamp.from(now.plus(LIFE)))
        .param("role", right.role().word())
        .param("terminal", right.fromTerminal())
        .update();
    return address.base() + "/account?token=" + token;
  }

  /** Whether the link can still be used. Changes nothing: mail programs open links, too. */
  boolean isGood(String token) {
    return db.sql(
            """
            select true from sign_in_link
            where hash = :hash and used_at is null and expires_at > :now
            """)
        .param("hash", hash(token))
        .param("now", Timestamp.from(clock.instant()))
        .query(Boolean.class)
        .optional()
        .isPresent();
  }

  /** Uses the link up; empty if it was used before, is too old, or never was one. */
  Optional<Right> use(String token) {
    // Of two at once, the second finds it used.
    return db.sql(
            """
            update sign_in_link set used_at = :now
            where hash = :hash and used_at is null and expires_at > :now
            returning role, from_terminal
            """)
        .param("now", Timestamp.from(clock.instant()))
        .param("hash", hash(token))
        .query(
            (row, n) -> new Right(Role.of(row.getString("role")), row.getBoolean("from_terminal")))
        .optional();
  }

  /** Ends the links of {@link #forFirst}: of guests there are none before the first account. */
  void endOfStarts() {
    db.sql("update sign_in_link set used_at = :now where used_at is null and not from_terminal")
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  private static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
