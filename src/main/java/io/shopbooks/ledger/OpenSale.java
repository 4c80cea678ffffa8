package io.shopbooks.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
   * A document in the books, as it stood there for a time.
   *
   * @param until absent while it stands
   * @param pieces by QuickBooks' id of the item, or its SKU where the document made it; below zero
   *     of what a credit put back
   */
  public record Booked(Instant since, Optional<Instant> until, Map<String, BigDecimal> pieces) {

    /** Whether a quantity that was asked for at this moment knew of it. */
    public boolean isWithin(Instant asOf) {
      return since.isBefore(asOf) && until.map(end -> !end.isBefore(asOf)).orElse(true);
    }
  }
}
