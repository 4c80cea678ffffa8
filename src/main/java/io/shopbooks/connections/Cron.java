package io.shopbooks.connections;

import java.text.ParseException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.Date;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TimeZone;
import org.quartz.CronExpression;

/**
 * The moments of a Quartz cron expression in a time zone, also in the nights when the clocks
 * change: Quartz alone leaves out a day whose time does not exist, and an hour that comes twice.
 */
final class Cron {

  private static final int HOURS = 2;

  private final String expression;
  private final ZoneId zone;

  /**
   * @throws IllegalArgumentException if Quartz does not understand the expression, or a field of it
   *     names no time
   */
  Cron(String expression, ZoneId zone) {
    this.expression = expression;
    this.zone = zone;
    try {
      next(Instant.EPOCH, ZoneOffset.UTC);
    } catch (NoSuchElementException e) {
      // Quartz takes "," for a field, and stumbles over it only when it looks for a moment.
      throw new IllegalArgumentException("A field names no time: " + expression, e);
    }
  }

  /** The next moment after this one; none if there is never one again. */
  Optional<Instant> next(Instant after) {
    var rules = zone.getRules();
    var from = after;
    var offset = rules.getOffset(after);
    var change = rules.nextTransition(after);
    var moment = next(from, offset);
    while (moment != null && change != null && !moment.isBefore(change.getInstant())) {
      if (change.isGap() && moment.isBefore(change.getInstant().plus(change.getDuration()))) {
        // Its time does not exist that night: it is due when the clocks have changed.
        return Optional.of(change.getInstant());
      }
      from = afterwards(change).minusMillis(1);
      offset = change.getOffsetAfter();
      change = rules.nextTransition(change.getInstant());
      moment = next(from, offset);
    }
    return Optional.ofNullable(moment);
  }

  /** In an hour that comes twice, what is due at fixed hours was due the first time. */
  private Instant afterwards(ZoneOffsetTransition change) {
    var hours = expression.strip().split("\\s+")[HOURS];
    return change.isOverlap() && hours.matches("[0-9,]+")
        ? change.getInstant().minus(change.getDuration())
        : change.getInstant();
  }

  private Instant next(Instant after, ZoneOffset offset) {
    var cron = parsed();
    cron.setTimeZone(TimeZone.getTimeZone(offset));
    var next = cron.getNextValidTimeAfter(Date.from(after));
    return next == null ? null : next.toInstant();
  }

  private CronExpression parsed() {
    try {
      return new CronExpression(expression);
    } catch (ParseException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }
}
