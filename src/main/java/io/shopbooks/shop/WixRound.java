package io.shopbooks.shop;

import io.shopbooks.connections.Connection;
import io.shopbooks.sale.RawOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * One reading of a site, some days at a time, so that only those days' rows and orders of the
 * platform are in memory. Tickets and plans, whose lists know no dates, stay until its end.
 */
final class WixRound implements Iterator<RawOrder> {

  static final Duration SLICE = Duration.ofDays(7);

  /** Makes the join of a slice. */
  interface Slices {
    WixJoin joined(Instant from, Instant until);

    /**
     * Not all could be seen, because these calls were not allowed.
     *
     * @return what to throw: {@link ShopRefused} with the permission that is missing; {@link
     *     ShopUnreachable} where they are allowed by now
     */
    RuntimeException refusal(Collection<WixCall> calls);
  }

  private final Connection connection;
  private final Slices slices;
  private final Instant end;
  private final Deque<RawOrder> ready = new ArrayDeque<>();
  private final Set<WixCall> unseen = new LinkedHashSet<>();
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
      var join = slices.joined(from, until);
      join.sales().stream().map(sale -> sale.raw(connection.shopId())).forEach(ready::add);
      unseen.addAll(join.unseen().calls());
      from = until;
    }
    if (ready.isEmpty() && !unseen.isEmpty()) {
      // What can be seen is kept by now; the round does not count, so that the rest is read again,
      // also where the permission was given meanwhile.
      throw slices.refusal(unseen);
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
