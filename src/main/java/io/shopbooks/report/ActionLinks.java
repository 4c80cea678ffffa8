package io.shopbooks.report;

import io.shopbooks.ledger.Held;
import io.shopbooks.ledger.Hold;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links in mails that do one thing about something held, once, within a week. What a link holds is
 * random and sealed; the database knows only its hash. Whoever has the link may do this one thing.
 */
@Component("actionLinks")
public class ActionLinks {

  static final Duration LIFE = Duration.ofDays(7);

  /** How long a link that is over is told from one that never was. */
  private static final Duration REMEMBERED = Duration.ofDays(60);

  private static final int RANDOM = 24;
  private static final int SEALED = 16;

  /** In characters: each tells six bits. */
  private static final int SEAL_LENGTH = (SEALED * 8 + 5) / 6;

  private final JdbcClient db;
  private final Clock clock;
  private final Seal seal;
  private final Held held;
  private final SecureRandom random = new SecureRandom();

  ActionLinks(JdbcClient db, Clock clock, Seal seal, Held held) {
    this.db = db;
    this.clock = clock;
    this.seal = seal;
    this.held = held;
  }

  /** What a link does. */
  public enum Action {
    /** Plans it anew, with today's choices. */
    RETRY,
    /** Leaves it as it is. */
    IGNORE;

    /** As message keys write it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How good a link is. */
  public enum State {
    /** It can be used. */
    READY,
    /** It is too old. */
    EXPIRED,
    /** It did its work. */
    USED,
    /** What it is about was settled without it. */
    SETTLED,
    /** It is none of ours, or was cut. */
    FORGED;

    /** As message keys write it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A link that somebody opened.
   *
   * @param action absent where nothing is known of it
   * @param hold absent unless it is ready
   */
  public record Opened(State state, Optional<Action> action, Optional<Hold> hold) {}

  private record Row(
      Action action, String connection, long hold, Timestamp expires, Timestamp used) {}

  /** What a new link holds. */
  @Transactional
  public String make(Action action, Hold hold) {
    var bytes = new byte[RANDOM];
    random.nextBytes(bytes);
    var text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    var token = text + sealed(text);
    var now = clock.instant();
    db.sql("delete from action_link where expires_at < :long_ago")
        .param("long_ago", Timestamp.from(now.minus(REMEMBERED)))
        .update();
    db.sql(
            """
            insert into action_link (hash, action, connection, hold, made_at, expires_at)
            values (:hash, :action, :connection, :hold, :now, :expires)
            """)
        .param("hash", hash(token))
        .param("action", action.word())
        .param("connection", hold.connection())
        .param("hold", hold.id())
        .param("now", Timestamp.from(now))
        .param("expires", Timestamp.from(now.plus(LIFE)))
        .update();
    return token;
  }

  /** What a link would do. Changes nothing. */
  public Opened look(String token) {
    if (!isSealed(token)) {
      return new Opened(State.FORGED, Optional.empty(), Optional.empty());
    }
    return find(token)
        .map(this::opened)
        .orElseGet(() -> new Opened(State.EXPIRED, Optional.empty(), Optional.empty()));
  }

  /** Takes the link for its one use: only one who asks finds it ready. */
  @Transactional
  public Opened use(String token) {
    var opened = look(token);
    if (opened.state() != State.READY) {
      return opened;
    }
    var used =
        db.sql("update action_link set used_at = :now where hash = :hash and used_at is null")
            .param("now", Timestamp.from(clock.instant()))
            .param("hash", hash(token))
            .update();
    return used == 1 ? opened : new Opened(State.USED, opened.action(), Optional.empty());
  }

  /** What it was used for came to nothing: it may be used again. */
  public void giveBack(String token) {
    db.sql("update action_link set used_at = null where hash = :hash")
        .param("hash", hash(token))
        .update();
  }

  private Opened opened(Row row) {
    var action = Optional.of(row.action());
    if (row.used() != null) {
      return new Opened(State.USED, action, Optional.empty());
    }
    if (row.expires().toInstant().isBefore(clock.instant())) {
      return new Opened(State.EXPIRED, action, Optional.empty());
    }
    var hold = held.of(row.connection()).stream().filter(one -> one.id() == row.hold()).findFirst();
    return new Opened(hold.isPresent() ? State.READY : State.SETTLED, action, hold);
  }

  private Optional<Row> find(String token) {
    return db.sql(
            """
            select action, connection, hold, expires_at, used_at
            from action_link where hash = :hash
            """)
        .param("hash", hash(token))
        .query(
            (row, n) ->
                new Row(
                    Action.valueOf(row.getString("action").toUpperCase(Locale.ROOT)),
                    row.getString("connection"),
                    row.getLong("hold"),
                    row.getTimestamp("expires_at"),
                    row.getTimestamp("used_at")))
        .optional();
  }

  private boolean isSealed(String token) {
    if (token.length() <= SEAL_LENGTH) {
      return false;
    }
    var text = token.substring(0, token.length() - SEAL_LENGTH);
    var expected = (text + sealed(text)).getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(expected, token.getBytes(StandardCharsets.UTF_8));
  }

  private String sealed(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Arrays.copyOf(seal.of(text), SEALED));
  }

  private static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
