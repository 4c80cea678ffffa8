package io.shopbooks.ledger;

import io.shopbooks.connections.Connection;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is left to do for a connection, and when. */
@Component("work")
public class Work {

  /** What can only be done later than this is left to the next sync. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** How long to wait before looking again whether another process is done. */
  private static final Duration TURN = Duration.ofSeconds(1);

  private final JdbcClient db;
  private final Clock clock;
  private final Leases leases;

  Work(JdbcClient db, Clock clock, Leases leases) {
    this.db = db;
    this.clock = clock;
    this.leases = leases;
  }

  /** Whether something can be done now or within minutes. */
  public boolean isLeft(Connection connection, String realm) {
    return next(connection, realm).isPresent();
  }

  /** Whether a document can be sent or asked about now or within minutes. */
  public boolean isLeftToSend(String realm) {
    return nextToSend(realm).isPresent();
  }

  /** How long until a document can be sent or asked about; zero if now. */
  public long millisToSend(String realm) {
    return millis(nextToSend(realm), realm);
  }

  /** How long until something can be done; zero if now. */
  public long millisToNext(Connection connection, String realm) {
    return millis(next(connection, realm), realm);
  }

  private long millis(Optional<Instant> next, String realm) {
    if (next.isEmpty()) {
      return 0;
    }
    var left = Duration.between(clock.instant(), next.get());
    if (!left.isNegative() && !left.isZero()) {
      return left.toMillis() + 1;
    }
    return leases.isElsewhere("post " + realm) ? TURN.toMillis() : 0;
  }

  private Optional<Instant> next(Connection connection, String realm) {
    return Stream.of(nextToPlan(connection, realm), nextToSend(realm))
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder());
  }

  /**
   * Who has claimed an order is done with it in a moment, long before the claim ends: it only ends
   * by itself where a process died. So it is looked at again soon.
   */
  private Optional<Instant> nextToPlan(Connection connection, String realm) {
    return db.sql(
            """
            select min(due) from (
              (select claimed_until as due from shop_order
               where shop = :shop and realm = :realm and state = 'received'
               order by claimed_until limit 1)
              union all
              (select :turn from shop_order o
               where shop = :shop and realm = :realm and state = 'received'
                 and claimed_until > :now and claimed_until < :latest
                 and not exists (
                   select from document d
                   where d.shop = o.shop and d.realm = o.realm and d.order_id = o.order_id
                     and d.state = 'doubtful')
               limit 1)
            ) todo where due < :latest
            """)
        .param("shop", connection.shopId().value())
        .param("realm", realm)
        .param("now", Timestamp.from(clock.instant()))
        .param("turn", Timestamp.from(clock.instant().plus(TURN)))
        .param("latest", latest())
        .query((row, n) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
        .single();
  }

  private Optional<Instant> nextToSend(String realm) {
    return db.sql(
            """
            select min(due) from (
              select due_at as due from document where realm = :realm and state = 'doubtful'
              union all
              select :now from document where realm = :realm and state = 'sending'
              union all
              select :now from undo where realm = :realm and ended_at is null
              union all
              (select due_at from document d
               where realm = :realm and state = 'planned' and due_at < :latest and %s
               order by due_at limit 1)
            ) todo where due < :latest
            """
                .formatted(Obstacles.NONE))
        .param("realm", realm)
        .param("now", Timestamp.from(clock.instant()))
        .param("latest", latest())
        .query((row, n) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
        .single();
  }

  private Timestamp latest() {
    return Timestamp.from(clock.instant().plus(PATIENCE));
  }
}
