package io.shopbooks.ledger;

import io.shopbooks.books.Due;
import io.shopbooks.sale.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What taking a run back would do.
 *
 * @param fingerprint of all of it: what is taken back is what was shown
 * @param orders those the run made documents of, the oldest first
 * @param updated numbers of orders whose documents the run only changed: they stay as they are
 * @param made customers and items the run made; what nothing uses afterwards becomes inactive
 */
public record UndoPlan(
    long run,
    String connection,
    String fingerprint,
    Span span,
    List<UndoneOrder> orders,
    List<String> updated,
    List<String> made) {

  public UndoPlan {
    orders = List.copyOf(orders);
    updated = List.copyOf(updated);
    made = List.copyOf(made);
  }

  /**
   * An order of the run. All of what the run made of it is taken back, or nothing.
   *
   * @param kept why it stays; empty if it goes
   */
  public record UndoneOrder(
      String id, String number, List<UndoneDocument> documents, List<Kept> kept) {

    public UndoneOrder {
      documents = List.copyOf(documents);
      kept = List.copyOf(kept);
    }

    public boolean goes() {
      return kept.isEmpty();
    }
  }

  /**
   * Why an order stays.
   *
   * @param why a message key below {@code undo.}: "changed", "closed" …
   * @param facts that the message names
   */
  public record Kept(String why, Map<String, String> facts) {

    public Kept {
      facts = Map.copyOf(facts);
    }
  }

  /** A document the run made. */
  public record UndoneDocument(
      Due due, String kind, String number, LocalDate date, Money total, String quickbooksId) {}

  /** Documents that would be deleted. */
  public List<UndoneDocument> going() {
    return orders.stream()
        .filter(UndoneOrder::goes)
        .flatMap(order -> order.documents().stream())
        .toList();
  }

  /** How many orders stay. */
  public long staying() {
    return orders.stream().filter(order -> !order.goes()).count();
  }
}
