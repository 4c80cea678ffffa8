package io.shopbooks.console;

import io.shopbooks.quickbooks.CompanyResting;
import io.shopbooks.quickbooks.CompanyStopped;
import io.shopbooks.quickbooks.NotSignedIn;
import io.shopbooks.report.Words;
import io.shopbooks.shop.ShopRefused;
import io.shopbooks.shop.ShopUnreachable;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * Something a page began.
 *
 * @param what "plan", "apply", "replay", "look", "undo", "redo"
 * @param asked the variables it was begun with
 */
record Turn(String what, Map<String, Object> asked, Instant begun, CompletableFuture<Came> end) {

  /**
   * What came of it.
   *
   * @param made empty if somebody else was at it, or if it failed
   * @param writes what QuickBooks was meanwhile asked to write
   */
  record Came(Optional<Object> made, Optional<Exception> failure, long writes) {}

  boolean runs() {
    return !end.isDone();
  }

  /** Whether it is this that was begun, and it is over. */
  boolean isDone(String which) {
    return what.equals(which) && !runs();
  }

  /** What it made, once it is over. */
  <T> Optional<T> made(Class<T> type) {
    return runs() ? Optional.empty() : end.join().made().map(type::cast);
  }

  /** What to say of it where it made nothing; empty while it runs, and where it made something. */
  Optional<Notice> why(Words words) {
    if (runs() || end.join().failure().isEmpty() && end.join().made().isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        end.join()
            .failure()
            .map(failure -> Notice.bad("plan.trouble", words.troubleTitle(trouble(failure))))
            .orElseGet(() -> Notice.held("plan.busy")));
  }

  /** The word of what keeps shop or company from answering, "shop-unreachable"; or "other". */
  private static String trouble(Exception failure) {
    return Stream.iterate((Throwable) failure, cause -> cause != null, Throwable::getCause)
        .filter(
            cause ->
                cause instanceof ShopUnreachable
                    || cause instanceof ShopRefused
                    || cause instanceof NotSignedIn
                    || cause instanceof CompanyResting
                    || cause instanceof CompanyStopped)
        .map(cause -> cause.getClass().getSimpleName())
        .map(name -> name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT))
        .findFirst()
        .orElse("other");
  }
}
