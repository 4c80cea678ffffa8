package io.shopbooks.ledger;

import io.shopbooks.sale.Money;
import java.time.Instant;
import java.util.List;

/**
 * An order in a list.
 *
 * @param id the shop's
 * @param number as people call it
 * @param status the shop's word
 * @param because why it waits or is left out, as a message word; else empty
 * @param customer may be empty
 */
public record ListedSale(
    String id,
    String number,
    String status,
    SaleQuery.State state,
    String because,
    String customer,
    Instant created,
    Money total,
    List<ListedDocument> documents) {

  /** One of its documents; its number may be empty. */
  public record ListedDocument(String kind, String number, String state) {}

  /** Where a list goes on behind it. */
  public SaleQuery.Place place() {
    return new SaleQuery.Place(created, id);
  }
}
