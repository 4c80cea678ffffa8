package io.shopbooks.ledger;

import io.shopbooks.connections.Connection;
import io.shopbooks.ledger.StoryRows.Key;
import io.shopbooks.ledger.StoryRows.Row;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** What became of the orders of a connection. Reads only. */
@Component("stories")
public class Stories {

  private final StoryRows rows;

  Stories(StoryRows rows) {
    this.rows = rows;
  }

  /**
   * The orders a span concerns, the oldest first: those to which something happened in it, and
   * those of which something is still open now. Since the epoch, all of them.
   */
  // One view of the tables, so that a document posted meanwhile makes no difference out of nothing.
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public List<OrderStory> of(Connection connection, Span span) {
    var asked = rows.about(connection, span);
    var orders = asked.orders();
    var refunds = byOrder(asked.refunds());
    var documents = byOrder(asked.documents());
    var holds = byOrder(asked.holds());
    return orders.stream()
        .map(
            order ->
                new OrderStory(
                    order.key().id(),
                    order.what().map(told -> told.with(of(refunds, order.key()))),
                    of(documents, order.key()),
                    of(holds, order.key())))
        .toList();
  }

  private static <T> Map<Key, List<T>> byOrder(List<Row<T>> rows) {
    return rows.stream()
        .collect(
            Collectors.groupingBy(Row::key, Collectors.mapping(Row::what, Collectors.toList())));
  }

  private static <T> List<T> of(Map<Key, List<T>> byOrder, Key order) {
    return byOrder.getOrDefault(order, List.of());
  }
}
