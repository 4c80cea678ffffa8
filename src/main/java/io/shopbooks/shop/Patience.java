package io.shopbooks.shop;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** How long and how often a shop is asked the same thing before the run gives up. */
final class Patience {

  private final ShopSettings settings;
  private final Clock clock;
  private final Pause pause;

  Patience(ShopSettings settings, Clock clock, Pause pause) {
    this.settings = settings;
    this.clock = clock;
    this.pause = pause;
  }

  /**
   * Tries until an attempt succeeds.
   *
   * @param attempt gets the failure before it, if there was one
   * @throws ShopUnreachable of the last attempt, when attempts or time are used up, or when the
   *     shop asks to wait longer than one pause may be
   */
  <T> T until(Function<Optional<ShopUnreachable>, T> attempt) {
    var start = clock.instant();
    var failure = Optional.<ShopUnreachable>empty();
    for (var number = 1; ; number++) {
      try {
        return attempt.apply(failure);
      } catch (ShopUnreachable e) {
        var rest = e.shopAsksToWait().orElse(doubled(number));
        if (number >= settings.attempts() || isTooLong(rest, start) || !rested(rest)) {
          throw e.inTheEnd(number);
        }
        failure = Optional.of(e);
      }
    }
  }

  private Duration doubled(int number) {
    var doubled = settings.firstPause().multipliedBy(1L << Math.min(number - 1, 20));
    var longest = settings.longestPause();
    return doubled.compareTo(longest) < 0 ? doubled : longest;
  }

  private boolean isTooLong(Duration rest, Instant start) {
    var spent = Duration.between(start, clock.instant());
    return rest.compareTo(settings.longestPause()) > 0
        || spent.plus(rest).compareTo(settings.patience()) > 0;
  }

  private boolean rested(Duration rest) {
    try {
      pause.rest(rest);
      return !Thread.currentThread().isInterrupted();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
