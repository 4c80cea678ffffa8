package io.shopbooks.shop;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopbooks.connections.Connection;
import io.shopbooks.shop.WixCashier.By;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds rows of the cashier whose time is known nearly; it has no question for one id. The same
 * hours are read once.
 */
final class WixNearby {

  private static final Duration AROUND = Duration.ofHours(1);
  private static final long WINDOW = Duration.ofHours(2).toSeconds();
  private static final int MOST = 200;

  private final Connection connection;
  private final WixCashier cashier;
  private final WixKnownRows known;
  private final Map<Long, List<JsonNode>> windows =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, List<JsonNode>> eldest) {
          return size() > MOST;
        }
      };

  WixNearby(Connection connection, WixCashier cashier, WixKnownRows known) {
    this.connection = connection;
    this.cashier = cashier;
    this.known = known;
  }

  /** These were just read otherwise. */
  void seen(List<JsonNode> rows) {
    known.seen(rows);
  }

  Optional<JsonNode> row(String id, Instant near) {
    return known
        .row(id)
        .or(
            () -> {
              var found = around(near).stream().filter(row -> WixRow.id(row).equals(id)).findAny();
              found.ifPresent(known::keep);
              return found;
            });
  }

  /** The rows of at least an hour before and after. */
  List<JsonNode> around(Instant near) {
    return windows.computeIfAbsent(Math.floorDiv(near.getEpochSecond(), WINDOW), this::window);
  }

  private List<JsonNode> window(long number) {
    var begin = Instant.ofEpochSecond(number * WINDOW);
    return between(begin.minus(AROUND), begin.plusSeconds(WINDOW).plus(AROUND));
  }

  /** The rows that were made in this time. */
  List<JsonNode> between(Instant from, Instant until) {
    return cashier.rows(connection, By.CREATED, from, until);
  }
}
