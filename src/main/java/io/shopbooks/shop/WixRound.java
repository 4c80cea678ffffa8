package io.shopbooks.shop;

import io.shopbooks.connections.Connection;
import io.shopbooks.sale.RawOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** One reading of a site, some days at a time, so that only those are in memory. */
final class WixRound implements Iterator<RawOrder> {

  private static final Duration SLICE = Duration.ofDays(7);

  /** Makes the join of a slice. */
  interface Slices {
    WixJoin joined(Instant from, Instant until);
  }

  private final Connection connection;
  private final Slices slices;
  private final Instant end;
  private final Deque<RawOrder> ready = new ArrayDeque<>();
  private Instant from;

  WixRound(Connection connection, Instant from, Instant end, Slices slices) {
    this.connection = connection;
    this.from = from;
    this.end = end;
    this.slices = slices;
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && from.isBefore(end)) {
      var until = from.plus(SLICE).isBefore(end) ? from.plus(SLICE) : end;
      slices.joined(from, until).sales().stream()
          .map(sale -> sale.raw(connection.shopId()))
          .forEach(ready::add);
      from = until;
    }
    return !ready.isEmpty();
  }

  @Override
  public RawOrder next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.remove();
  }
}
