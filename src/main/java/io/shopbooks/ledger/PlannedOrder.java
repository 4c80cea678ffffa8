package io.shopbooks.ledger;

import io.shopbooks.sale.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * An order in a plan.
 *
 * @param id the shop's
 * @param number as people call it
 * @param total as the shop says; in a currency nobody knows, of none
 * @param because of an order that is skipped: a message key
 * @param holds what of it needs a person
 */
public record PlannedOrder(
    String id,
    String number,
    Money total,
    Plan.Action action,
    String because,
    List<PlannedDocument> documents,
    List<Hold> holds) {

  public PlannedOrder {
    documents = List.copyOf(documents);
    holds = List.copyOf(holds);
  }

  /**
   * A document that would be sent.
   *
   * @param kind "sales-receipt" …
   * @param number may be empty
   * @param update whether it is in the books already and would be changed there
   */
  public record PlannedDocument(
      String kind, String number, LocalDate date, Money total, boolean update) {}
}
