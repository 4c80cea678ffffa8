package io.shopbooks.ledger;

import java.util.List;

/**
 * What came of planning without sending.
 *
 * @param plan as both sides are now
 * @param kept whether it is in the ledger now, to be sent
 * @param moved where another plan was wanted: what of it moved since, "shop", "company",
 *     "mappings", "choices" or "documents"
 */
public record Rehearsal(Plan plan, boolean kept, List<String> moved) {

  public Rehearsal {
    moved = List.copyOf(moved);
  }
}
