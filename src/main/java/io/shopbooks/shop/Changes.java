package io.shopbooks.shop;

import io.shopbooks.sale.RawOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The orders one round of reading finds, read from the shop while they are taken, once. An order
 * that changes meanwhile may come again, never with the same content. Taking may throw {@link
 * ShopUnreachable} or {@link ShopRefused}; then the round counts for nothing and the cursor stays.
 */
public final class Changes implements Iterable<RawOrder> {

  private record Seen(String hash, String currency, String status, String total) {

    // What is no number makes its order unreadable later, and not the whole round now.
    BigDecimal amount() {
      try {
        return new BigDecimal(total);
      } catch (NumberFormatException e) {
        return BigDecimal.ZERO;
      }
    }
  }

  private final Iterator<RawOrder> source;
  private final Supplier<Instant> start;
  private final Map<String, Seen> seen = new HashMap<>();
  private Optional<RawOrder> next = Optional.empty();
  private boolean taken;
  private boolean ended;

  /**
   * @param source orders as they are read, doubles allowed
   * @param start the shop's time when it gave its first answer
   */
  Changes(Iterator<RawOrder> source, Supplier<Instant> start) {
    this.source = source;
    this.start = start;
  }

  /**
   * The orders, oldest id first, one page of the shop at a time in memory.
   *
   * @throws IllegalStateException if they are taken a second time
   */
  @Override
  public Iterator<RawOrder> iterator() {
    if (taken) {
      throw new IllegalStateException("A round of reading can be taken only once");
    }
    taken = true;
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        while (next.isEmpty() && source.hasNext()) {
          next = Optional.of(source.next()).filter(Changes.this::isNew);
        }
        ended = next.isEmpty();
        return !ended;
      }

      @Override
      public RawOrder next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        var order = next.orElseThrow();
        next = Optional.empty();
        return order;
      }
    };
  }

  /**
   * Where the next round starts: the shop's own time when this one began.
   *
   * @throws IllegalStateException before all orders were taken
   */
  public Instant cursor() {
    whenEnded();
    return start.get();
  }

  /**
   * What the shop holds in what was read, by currency and status: to be compared with the ledger.
   *
   * @throws IllegalStateException before all orders were taken
   */
  public List<Tally> tallies() {
    whenEnded();
    var groups =
        seen.values().stream()
            .collect(Collectors.groupingBy(one -> List.of(one.currency(), one.status())));
    return groups.values().stream()
        .map(Changes::tally)
        .sorted(Comparator.comparing(Tally::currency).thenComparing(Tally::status))
        .toList();
  }

  /**
   * Ids of all orders that were read.
   *
   * @throws IllegalStateException before all orders were taken
   */
  public Set<String> ids() {
    whenEnded();
    return new TreeSet<>(seen.keySet());
  }

  private static Tally tally(List<Seen> group) {
    var total = group.stream().map(Seen::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    var first = group.get(0);
    return new Tally(first.currency(), first.status(), group.size(), total.toPlainString());
  }

  private boolean isNew(RawOrder order) {
    var now = new Seen(order.hash(), order.currency(), order.status(), order.total());
    return !now.equals(seen.put(order.key().id(), now));
  }

  private void whenEnded() {
    if (!ended) {
      throw new IllegalStateException("Known only when all orders of the round were taken");
    }
  }
}
