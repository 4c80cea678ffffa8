package io.shopbooks.ledger;

import io.shopbooks.books.AccountEffect;
import io.shopbooks.books.Missing;
import java.util.List;
import java.util.Locale;

/**
 * What a sync of a connection would do now.
 *
 * @param fingerprint of everything it would send and of what both sides were when it was made
 * @param orders those something changes for, or that wait for a person; the oldest first
 * @param makes what would be made in the company before the documents
 * @param effects on each account of the company, debits equal to credits in each currency
 */
public record Plan(
    String connection,
    String fingerprint,
    List<PlannedOrder> orders,
    List<Missing> makes,
    List<AccountEffect> effects,
    Parts parts) {

  public Plan {
    orders = List.copyOf(orders);
    makes = List.copyOf(makes);
    effects = List.copyOf(effects);
  }

  /** What is to become of an order. */
  public enum Action {
    /** It gets documents. */
    CREATE,
    /** Documents of it that are in the books are changed. */
    UPDATE,
    /** Nothing is sent of it. */
    SKIP,
    /** Something of it needs a person; the rest of it goes. */
    CONFLICT;

    /** As commands and message keys write it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What the plan was made of, each by its hash: another one where it moved. */
  record Parts(String shop, String company, String mappings, String choices, String documents) {}

  /** How many orders it has of this action. */
  public long count(Action action) {
    return orders.stream().filter(order -> order.action() == action).count();
  }

  /** How many documents it would send. */
  public long documents() {
    return orders.stream().mapToLong(order -> order.documents().size()).sum();
  }
}
