package io.shopbooks.ledger;

import io.shopbooks.books.DocumentKind.Purpose;
import io.shopbooks.sale.Money;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What became of an order, as the ledger knows it now.
 *
 * @param id the shop's; empty where only a credit of an order nobody knows was found in the books
 * @param told what the shop said; absent where only documents of the order are known
 * @param documents in the order in which they were planned
 * @param holds the latest of each subject
 */
public record OrderStory(
    String id, Optional<Told> told, List<DocumentStory> documents, List<HoldStory> holds) {

  public OrderStory {
    documents = List.copyOf(documents);
    holds = List.copyOf(holds);
  }

  /**
   * The shop's side of it.
   *
   * @param total as the shop says, refunds not taken off
   * @param state received, waiting, left-out, booked or held
   * @param because of waiting and leaving out: a message key
   * @param received whether it came or changed in the span that was asked about
   * @param touched whether it came, changed or was decided about in that span
   * @param earlier what of it was received before the start date and is none of ours
   */
  public record Told(
      String number,
      Money total,
      String state,
      String because,
      boolean received,
      boolean touched,
      Money earlier,
      List<GivenBack> refunds) {

    public Told {
      refunds = List.copyOf(refunds);
    }

    /** Whether a person left it out, or took it back out of the books. */
    public boolean isIgnored() {
      return state.equals("left-out") && (because.equals("ignored") || because.equals("undone"));
    }

    Told with(List<GivenBack> given) {
      return new Told(number, total, state, because, received, touched, earlier, given);
    }
  }

  /**
   * A refund as the shop tells it.
   *
   * @param amount the money the buyer got
   * @param credited what went to gift cards and store credit, beside the money
   * @param untold whether the shop does not tell how much
   */
  public record GivenBack(String id, Money amount, Money credited, boolean untold) {}

  /** As people call it, as far as it is known. */
  public String number() {
    return told.map(Told::number).orElse(id);
  }

  /** Its documents of this purpose. */
  public Stream<DocumentStory> documents(Purpose purpose) {
    return documents.stream().filter(document -> document.kind().purpose() == purpose);
  }

  /** What is or was held about the order as a whole. */
  public Optional<HoldStory> holdOfOrder() {
    return hold(Holds.ORDER);
  }

  /** What is or was held about a refund of it. */
  public Optional<HoldStory> holdOfRefund(String refund) {
    return hold(Holds.refund(refund));
  }

  /** What is or was held about one of its documents. */
  public Optional<HoldStory> holdOf(DocumentStory document) {
    return hold(document.subject());
  }

  private Optional<HoldStory> hold(String subject) {
    return holds.stream().filter(hold -> hold.subject().equals(subject)).findFirst();
  }
}
