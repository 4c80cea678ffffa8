package io.shopbooks.setup;

import io.shopbooks.ledger.Hold;
import io.shopbooks.sale.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * What would become of past orders.
 *
 * @param from first day
 * @param until last day, included
 * @param orders how many were tried
 * @param whole false: there were more than are read at once
 * @param booked orders of which nothing would be held
 * @param known orders that are in the books already, by documents that are not ours: they would be
 *     recognised, not doubled; some of {@code booked}
 * @param documents that would be written for all of them
 * @param waiting orders that are no sales yet
 * @param leftOut orders that never are
 * @param held what would be held, by what is to be done about it, the most orders first
 */
public record Tried(
    LocalDate from,
    LocalDate until,
    int orders,
    boolean whole,
    int booked,
    int known,
    int documents,
    int waiting,
    int leftOut,
    List<Group> held) {

  public Tried {
    held = List.copyOf(held);
  }

  /**
   * Orders and refunds that would be held for the same reason.
   *
   * @param example one of them; it is not in the ledger
   * @param count how many
   * @param money at stake, a sum per currency
   * @param orders numbers of some of them
   */
  public record Group(Hold example, int count, List<Money> money, List<String> orders) {

    public Group {
      money = List.copyOf(money);
      orders = List.copyOf(orders);
    }
  }

  /** How many would be held, orders and refunds. */
  public int heldInAll() {
    return held.stream().mapToInt(Group::count).sum();
  }
}
