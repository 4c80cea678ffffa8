package io.shopbooks.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An order that the books may not know in full yet.
 *
 * @param shop which shop it is of
 * @param booked what its documents in the books have moved so far
 */
public record OpenSale(String shop, String order, List<Booked> booked) {

  public OpenSale {
    booked = List.copyOf(booked);
  }

  /**
   * A document in the books.
   *
   * @param pieces by QuickBooks' id of the item, or its SKU where the document made it; below zero
   *     of what a credit put back
   */
  public record Booked(Instant since, Map<String, BigDecimal> pieces) {}
}
