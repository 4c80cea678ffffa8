package io.shopbooks.shop;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopbooks.connections.Connection;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * A list of orders by id, page by page, in which nothing is missed although the shop goes on
 * selling. Each page begins some orders before the end of the last one: as long as it begins with
 * one already read, no order slipped through. Otherwise the round starts again.
 *
 * <p>To watch whether the total falls, as `woocommerce.md` 3.3 has it, is not enough: a sale that
 * comes in while an old order is deleted hides the fall.
 */
final class OrderPages implements Iterator<JsonNode> {

  private static final int SHARED = 5;
  private static final int SMALLEST = 10;
  private static final int ROUNDS = 10;

  private final WooApi api;
  private final Connection connection;
  private final Clock clock;
  private final Optional<Instant> cursor;
  private final Deque<JsonNode> page = new ArrayDeque<>();
  private Question question;
  private int size;
  private int read;
  private int rounds = 1;
  private boolean more = true;
  private List<JsonNode> end = List.of();
  private Instant start;

  /**
   * @param question with its filters; order and pages are added here
   * @param size of a page, to begin with
   * @param cursor time of an earlier answer, by which a stale one is known
   */
  OrderPages(
      WooApi api,
      Connection connection,
      Question question,
      int size,
      Optional<Instant> cursor,
      Clock clock) {
    this.api = api;
    this.connection = connection;
    this.question = question.with("orderby", "id").with("order", "asc");
    this.size = size;
    this.cursor = cursor;
    this.clock = clock;
  }

  @Override
  public boolean hasNext() {
    while (page.isEmpty() && more) {
      readPage();
    }
    return !page.isEmpty();
  }

  @Override
  public JsonNode next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return page.remove();
  }

  /** The shop's time when it gave the first answer; known once that was read. */
  Instant start() {
    return start;
  }

  private void readPage() {
    var from = Math.max(0, read - SHARED);
    var reply = start == null ? firstPage() : page(from);
    var orders =
        StreamSupport.stream(reply.json().spliterator(), false)
            .filter(order -> order.path("id").isIntegralNumber())
            .toList();
    if (!continues(orders)) {
      startAgain();
      return;
    }
    orders.stream().filter(order -> !end.contains(order)).forEach(page::add);
    read = from + size;
    more = reply.json().size() >= size || reply.total().orElse(0) > read;
    end = orders.subList(Math.max(0, orders.size() - SHARED), orders.size());
  }

  private Reply firstPage() {
    var now = clock.instant();
    var reply = page(0);
    if (reply.date().isPresent()
        && cursor.isPresent()
        && !reply.date().get().isAfter(cursor.get())) {
      // A cache answered: a question it never saw goes past it.
      question = question.with("nocache", now.toEpochMilli());
      reply = page(0);
    }
    start = reply.date().orElse(now);
    return reply;
  }

  private Reply page(int from) {
    return api.ask(
        connection,
        failure -> {
          if (failure.filter(ShopUnreachable::isTooMuch).isPresent()) {
            size = Math.max(Math.min(size, SMALLEST), size / 2);
          }
          return question.with("per_page", size).with("offset", from);
        });
  }

  private boolean continues(List<JsonNode> orders) {
    return end.isEmpty() || !orders.isEmpty() && id(orders.get(0)) <= id(end.get(end.size() - 1));
  }

  private void startAgain() {
    if (++rounds > ROUNDS) {
      throw api.unreachable(connection, "kept changing its list of orders while it was read");
    }
    read = 0;
    end = List.of();
  }

  private static long id(JsonNode order) {
    return order.path("id").asLong();
  }
}
