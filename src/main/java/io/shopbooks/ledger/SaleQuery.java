package io.shopbooks.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which orders of a connection a person wants to see.
 *
 * @param text part of what a person knows of it: the beginning of the order's or a document's
 *     number, words of the customer's name, or an amount; empty for all
 * @param state absent for all
 * @param kind of a document it has: "sales-receipt"; empty for all
 * @param from by creation, included
 * @param until by creation, not included
 * @param after where the page before ended
 */
public record SaleQuery(
    String connection,
    String text,
    Optional<State> state,
    String kind,
    Optional<Instant> from,
    Optional<Instant> until,
    Optional<Place> after,
    int most) {

  /** How far an order has got. */
  public enum State {
    IN_BOOKS,
    ON_THE_WAY,
    DOUBTFUL,
    HELD,
    WAITING,
    LEFT_OUT,
    /** Left out by a person. */
    IGNORED;

    /** As addresses and message keys write it: "in-books". */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Absent if no state is written so. */
    public static Optional<State> of(String word) {
      return List.of(values()).stream().filter(state -> state.word().equals(word)).findFirst();
    }
  }

  /** Where a page ends: at this order. */
  public record Place(Instant created, String order) {}
}
