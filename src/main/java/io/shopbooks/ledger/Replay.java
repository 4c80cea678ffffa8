package io.shopbooks.ledger;

import io.shopbooks.books.Difference;
import io.shopbooks.books.Reason;
import java.util.List;
import java.util.Optional;

/**
 * What today's mappings and choices would make of past orders, held against what was posted.
 *
 * @param orders how many were mapped again
 * @param different those of which something would be posted otherwise, the oldest first
 */
public record Replay(String connection, int orders, List<Replayed> different) {

  public Replay {
    different = List.copyOf(different);
  }

  /**
   * An order that would be booked otherwise.
   *
   * @param held why it would be held today; absent where it would not
   */
  public record Replayed(
      String id, String number, Optional<Reason> held, List<ReplayedDocument> documents) {

    public Replayed {
      documents = List.copyOf(documents);
    }
  }

  /**
   * A document that would be another.
   *
   * @param kind "sales-receipt" …
   * @param number may be empty
   * @param what "changed", "missing" of one that would not be posted today, "new" of one that was
   *     not posted
   */
  public record ReplayedDocument(
      String kind, String number, String what, List<Difference> differences) {

    public ReplayedDocument {
      differences = List.copyOf(differences);
    }
  }
}
