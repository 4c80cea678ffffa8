package io.shopbooks.ledger;

import io.shopbooks.books.Reason;
import io.shopbooks.sale.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Everything the ledger knows of an order.
 *
 * @param sale as a list shows it
 * @param json as the shop said it last
 * @param mapping the version of the mappings it was planned with; empty if it never was
 * @param attempts requests that carried its documents, the newest first
 * @param holds the newest first
 * @param history the newest first
 */
public record Dossier(
    ListedSale sale,
    String realm,
    String json,
    String mapping,
    Instant received,
    Instant changed,
    List<Paper> documents,
    List<Attempt> attempts,
    List<PastHold> holds,
    List<Event> history) {

  /**
   * A document.
   *
   * @param plan as the books want it, for people; empty where it was only found in the books
   * @param stored QuickBooks' own JSON of it; empty while it is not in the books
   * @param posted QuickBooks' own total
   */
  public record Paper(
      long id,
      String kind,
      String number,
      Optional<LocalDate> date,
      Money total,
      Optional<Money> posted,
      String state,
      String quickbooksId,
      String plan,
      String stored) {}

  /**
   * A request to QuickBooks.
   *
   * @param id the one QuickBooks knows it by
   * @param others how many documents of other orders it carried besides
   * @param status of the answer; absent while there is none
   * @param body as it was sent, for people
   * @param answer as it came, for people; empty while there is none
   */
  public record Attempt(
      String id,
      Instant sent,
      Optional<Instant> answered,
      Optional<Integer> status,
      int others,
      String body,
      String answer) {}

  /**
   * What needed a person.
   *
   * @param by retried, ignored or resolved; empty while it is open
   * @param note what the person said
   */
  public record PastHold(
      String subject,
      Reason reason,
      Money money,
      Instant since,
      Optional<Instant> ended,
      String by,
      String note) {}

  /** A line of the history. */
  public record Event(Instant at, String what, String detail) {}
}
