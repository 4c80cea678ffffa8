package io.shopbooks.shop;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Rows of the cashier that were looked for lately, so that the next round does not ask again. Each
 * is remembered for a day: a round reads what was updated for longer than that, and so brings a row
 * that changed since by itself.
 */
final class WixKnownRows {

  private static final Duration A_DAY = Duration.ofDays(1);
  private static final int MOST = 5_000;

  private record Known(JsonNode row, Instant since) {}

  private final Clock clock;
  private final Map<String, Known> rows =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
          return size() > MOST;
        }
      };

  WixKnownRows(Clock clock) {
    this.clock = clock;
  }

  synchronized Optional<JsonNode> row(String id) {
    var known = rows.get(id);
    return known == null || known.since.plus(A_DAY).isBefore(clock.instant())
        ? Optional.empty()
        : Optional.of(known.row);
  }

  synchronized void keep(JsonNode row) {
    rows.put(WixRow.id(row), new Known(row, clock.instant()));
  }

  /** These were just read: those that are remembered are what they are now. */
  synchronized void seen(Collection<JsonNode> read) {
    read.stream().filter(row -> rows.containsKey(WixRow.id(row))).forEach(this::keep);
  }
}
