package io.shopbooks.cli;

import io.shopbooks.books.Booked;
import io.shopbooks.books.Choices;
import io.shopbooks.books.Company;
import io.shopbooks.books.Document;
import io.shopbooks.books.DocumentKey;
import io.shopbooks.books.Reason;
import io.shopbooks.books.Unbookable;
import io.shopbooks.books.Verdict;
import io.shopbooks.books.Why;
import io.shopbooks.connections.Connection;
import io.shopbooks.ledger.ReceivedOrder;
import io.shopbooks.sale.Money;
import io.shopbooks.sale.OrderKey;
import io.shopbooks.sale.Refund;
import io.shopbooks.sale.Sale;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Stands in memory for the ledger's {@code planning}, {@code documents}, {@code withdrawals} and
 * {@code held} and for the {@code lookout}, with the methods the planning routes call, for one
 * example at a time.
 */
final class ExampleLedger {

  private ExampleCase example;
  private final Map<DocumentKey, Document> planned = new LinkedHashMap<>();
  private final List<Hold> holds = new ArrayList<>();
  private Optional<Verdict> verdict = Optional.empty();
  private boolean taken;

  /** Forgets the last example and waits for the planning of this one. */
  void begin(ExampleCase next) {
    example = next;
    planned.clear();
    holds.clear();
    verdict = Optional.empty();
    taken = false;
  }

  /**
   * Something a person must decide.
   *
   * @param subject "order", or "refund" and its id
   */
  record Hold(String subject, Reason reason, Optional<Money> money) {}

  List<Document> planned() {
    return List.copyOf(planned.values());
  }

  List<Hold> holds() {
    return List.copyOf(holds);
  }

  /** Why the order waits or is left out, if it does. */
  Optional<Verdict> verdict() {
    return verdict;
  }

  /** The company's facts. */
  public Company facts(String realm) {
    return example.company();
  }

  /** The example's order, once. */
  public List<ReceivedOrder> takeReceived(Connection connection, String realm, int most) {
    var orders = taken ? List.<ReceivedOrder>of() : List.of(example.order());
    taken = true;
    return orders;
  }

  /** The order waits or is left out. */
  public void notBooked(ReceivedOrder order, Verdict because) {
    verdict = Optional.of(because);
  }

  /** What is in the books before, and what was planned so far. */
  public Booked booked(OrderKey order, String realm) {
    var sofar =
        planned.values().stream()
            .map(document -> new Booked.Known(document.key(), document.header().number(), false));
    return new Booked(Stream.concat(example.booked().documents().stream(), sofar).toList());
  }

  /** An example shows one state of an order, in which nothing was withdrawn. */
  public void look(ReceivedOrder order, Sale sale, Choices choices) {}

  /** Everything of the order is planned. */
  public void planned(ReceivedOrder order) {
    taken = true;
  }

  /** Plans the documents of the sale. */
  public void planned(ReceivedOrder order, List<Document> documents, String mapping) {
    documents.forEach(this::plan);
  }

  /** Plans the documents of one refund. */
  public void planned(ReceivedOrder order, String refund, List<Document> documents) {
    documents.forEach(this::plan);
  }

  private void plan(Document document) {
    if (!isInBooks(document)) {
      planned.put(document.key(), document);
    }
  }

  private boolean isInBooks(Document document) {
    var key = document.key();
    return example.booked().documents().stream()
        .map(Booked.Known::key)
        .filter(known -> known.kind().purpose() == key.kind().purpose())
        .anyMatch(known -> known.shopId().equals(key.shopId()));
  }

  /** Holds the order. */
  public void order(ReceivedOrder order, Exception caught) {
    holds.add(new Hold("order", reason(caught), Optional.empty()));
  }

  /** Holds an order that cannot be read, or that breaks something. */
  public void unreadable(ReceivedOrder order, Exception caught) {
    var told = String.valueOf(ours(caught).getMessage());
    var reason = Reason.of(Why.UNREADABLE).with("said", told);
    holds.add(new Hold("order", reason, Optional.empty()));
  }

  /** Holds one refund. */
  public void refund(ReceivedOrder order, Refund refund, Exception caught) {
    var money = Optional.of(refund.amount());
    holds.add(new Hold("refund " + refund.id(), reason(caught), money));
  }

  private static Reason reason(Exception caught) {
    return ((Unbookable) ours(caught)).reason();
  }

  /** Routes hand failures on wrapped. */
  private static Throwable ours(Exception caught) {
    return Stream.<Throwable>iterate(caught, cause -> cause != null, Throwable::getCause)
        .filter(cause -> cause.getClass().getName().startsWith("io.shopbooks."))
        .findFirst()
        .orElse(caught);
  }
}
