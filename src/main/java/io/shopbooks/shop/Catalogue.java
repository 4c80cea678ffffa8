package io.shopbooks.shop;

import java.time.Instant;
import java.util.Iterator;
import java.util.function.Supplier;

/**
 * The products one round of reading finds, read from the shop while they are taken, once; one that
 * changes meanwhile may come again. Taking may throw {@link ShopUnreachable} or {@link
 * ShopRefused}; then the round counts for nothing and the cursor stays.
 */
public final class Catalogue implements Iterable<RawProduct> {

  private final Iterator<RawProduct> source;
  private final Supplier<Instant> start;

  /**
   * @param start the shop's time when it gave its first answer
   */
  Catalogue(Iterator<RawProduct> source, Supplier<Instant> start) {
    this.source = source;
    this.start = start;
  }

  /** The products, one page of the shop at a time in memory. */
  @Override
  public Iterator<RawProduct> iterator() {
    return source;
  }

  /**
   * Where the next round starts: the shop's own time when this one began.
   *
   * @throws IllegalStateException before all products were taken
   */
  public Instant cursor() {
    if (source.hasNext()) {
      throw new IllegalStateException("Known only when all products of the round were taken");
    }
    return start.get();
  }
}
