package io.shopbooks.quickbooks;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets requests of a company pass no faster than QuickBooks allows, over all processes that share
 * the database. A bucket's size, its refill and what may arrive late stay together under the
 * documented limit in every minute or second, not only on average.
 */
@Component
class Governor {

  /** The largest batch. */
  private static final int BURST = 30;

  private static final int SECOND_BURST = 2;
  private static final int BATCH_BURST = 4;

  /** Others that passed before and may arrive late, in the window of those that pass now. */
  private static final int ON_THE_WAY = 2;

  /** A company that rests no longer than this is waited for. */
  private static final Duration SHORT_REST = Duration.ofMinutes(2);

  /** So often a company that stopped is tried again. */
  private static final Duration STOPPED = Duration.ofHours(1);

  private final JdbcClient db;
  private final Clock clock;
  private final Waiting waiting;
  private final QuickBooksSettings settings;
  private final ProxyManager<String> buckets;

  Governor(
      DataSource database,
      JdbcClient db,
      Clock clock,
      Waiting waiting,
      QuickBooksSettings settings) {
    this.db = db;
    this.clock = clock;
    this.waiting = waiting;
    this.settings = settings;
    this.buckets =
        Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
            .table("quickbooks_bucket")
            .primaryKeyMapper(PrimaryKeyMapper.STRING)
            .clientClock(new ClockMeter(clock))
            .build();
  }

  /**
   * Waits until the request may go.
   *
   * @throws CompanyResting if QuickBooks asked for a longer pause
   */
  void pass(Request request) {
    awaitRest(request.realm());
    var settled = settings.batchItemsCount() ? request.items() : 1;
    take(
        request.realm() + " minute",
        settled,
        BURST,
        settings.perMinute() - BURST - ON_THE_WAY * BURST,
        60);
    take(
        request.realm() + " second",
        1,
        SECOND_BURST,
        settings.perSecond() - SECOND_BURST - ON_THE_WAY,
        1);
    if (request.isBatch()) {
      var perMinute = settings.batchesPerMinute() - BATCH_BURST - ON_THE_WAY;
      take(request.realm() + " batches", 1, BATCH_BURST, perMinute, 60);
    }
  }

  /** The company is left in peace for this long. */
  void rest(String realm, Duration time) {
    db.sql(
            """
            update quickbooks_company set resting_until = greatest(resting_until, :until)
            where realm = :realm
            """)
        .param("until", Timestamp.from(clock.instant().plus(time)))
        .param("realm", realm)
        .update();
  }

  /** The company takes nothing until a person acted there. Tried again after a while. */
  void stop(String realm, String because) {
    db.sql(
            """
            update quickbooks_company set state = 'stopped', because = :because,
                resting_until = :until
            where realm = :realm and state <> 'signed-out'
            """)
        .param("because", because)
        .param("until", Timestamp.from(clock.instant().plus(STOPPED)))
        .param("realm", realm)
        .update();
  }

  /** A person says that they acted, or it is time to see. */
  void goOn(String realm) {
    db.sql(
            """
            update quickbooks_company set state = 'signed-in', because = '',
                resting_until = '-infinity'
            where realm = :realm and state = 'stopped'
            """)
        .param("realm", realm)
        .update();
  }

  private record Peace(Instant until, boolean stopped, String because) {}

  private void awaitRest(String realm) {
    var peace =
        db.sql("select resting_until, state, because from quickbooks_company where realm = :realm")
            .param("realm", realm)
            .query(
                (row, n) ->
                    new Peace(
                        row.getTimestamp(1).toInstant(),
                        row.getString(2).equals("stopped"),
                        row.getString(3)))
            .optional()
            .orElseThrow(() -> new NotSignedIn(realm, "nobody signed in"));
    var left = Duration.between(clock.instant(), peace.until());
    if (left.compareTo(Duration.ZERO) > 0) {
      if (peace.stopped()) {
        throw new CompanyStopped(realm, peace.because());
      }
      if (left.compareTo(SHORT_REST) > 0) {
        throw new CompanyResting(realm, peace.until(), "QuickBooks asked for a pause");
      }
      waiting.await(left);
    }
    if (peace.stopped()) {
      goOn(realm);
    }
  }

  private void take(String key, int tokens, int burst, int refill, int seconds) {
    var bucket =
        buckets.getProxy(
            key,
            () ->
                BucketConfiguration.builder()
                    .addLimit(
                        limit ->
                            limit.capacity(burst).refillGreedy(refill, Duration.ofSeconds(seconds)))
                    .build());
    try {
      bucket.asBlocking().consume(tokens, nanos -> waiting.await(Duration.ofNanos(nanos)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CompanyResting(key, clock.instant(), "interrupted");
    }
  }

  /** The injected clock, as Bucket4j asks for it. */
  private record ClockMeter(Clock clock) implements TimeMeter {

    @Override
    public long currentTimeNanos() {
      var now = clock.instant();
      return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
