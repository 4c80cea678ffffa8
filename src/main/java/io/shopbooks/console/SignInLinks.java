package io.shopbooks.console;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Component;

/**
 * One-time links that sign a person in. Whoever can read the terminal of {@code serve} owns it; the
 * database keeps only a hash of what is in a link.
 */
@Component
@ConditionalOnWebApplication
class SignInLinks implements AuthenticationProvider {

  static final Duration LIFE = Duration.ofHours(24);
  private static final String OWNER = "owner";

  private final JdbcClient db;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  SignInLinks(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** What a new link holds: good once, and for a day. */
  String make() {
    var bytes = new byte[32];
    random.nextBytes(bytes);
    var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    var now = clock.instant();
    db.sql("delete from sign_in_link where expires_at < :now")
        .param("now", Timestamp.from(now))
        .update();
    db.sql(
            """
            insert into sign_in_link (hash, made_at, expires_at) values (:hash, :now, :expires)
            """)
        .param("hash", hash(token))
        .param("now", Timestamp.from(now))
        .param("expires", Timestamp.from(now.plus(LIFE)))
        .update();
    return token;
  }

  /** Signs in with what a link holds, once. */
  @Override
  public Authentication authenticate(Authentication given) {
    var token = String.valueOf(given.getCredentials());
    // Of two at once, the second finds it used.
    var used =
        db.sql(
                """
                update sign_in_link set used_at = :now
                where hash = :hash and used_at is null and expires_at > :now
                """)
            .param("now", Timestamp.from(clock.instant()))
            .param("hash", hash(token))
            .update();
    if (used == 0) {
      throw new BadCredentialsException("The link was used, or is too old");
    }
    return UsernamePasswordAuthenticationToken.authenticated(
        OWNER, null, AuthorityUtils.createAuthorityList("ROLE_" + Roles.OPERATOR));
  }

  @Override
  public boolean supports(Class<?> kind) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
  }

  private static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
