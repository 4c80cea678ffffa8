package io.shopbooks.cli;

import io.shopbooks.books.Booked;
import io.shopbooks.books.Choices;
import io.shopbooks.books.Company;
import io.shopbooks.books.Document;
import io.shopbooks.books.DocumentKey;
import io.shopbooks.books.DocumentKind.Purpose;
import io.shopbooks.books.OtherSale;
import io.shopbooks.books.PaidElsewhere;
import io.shopbooks.books.ParentOrder;
import io.shopbooks.books.Reason;
import io.shopbooks.books.SoldProduct;
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
 * Stands in memory for the ledger's {@code planning}, {@code documents}, {@code parents}, {@code
 * orderPayments}, {@code recognised}, {@code productTasks}, {@code withdrawals} and {@code held}
 * and for the company's {@code lookout} and {@code otherSales}, with the methods the planning
 * routes call, for one example at a time.
 */
final class ExampleLedger {

  private ExampleCase example;
  private final Map<DocumentKey, Document> planned = new LinkedHashMap<>();
  private final List<Hold> holds = new ArrayList<>();
  private Optional<Verdict> verdict = Optional.empty();
  private Optional<OtherSale> adopted = Optional.empty();
  private boolean taken;

  /** Forgets the last example and waits for the planning of this one. */
  void begin(ExampleCase next) {
    example = next;
    planned.clear();
    holds.clear();
    verdict = Optional.empty();
    adopted = Optional.empty();
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

  /** The document of others that the sale was recognised in, if it was. */
  Optional<OtherSale> adopted() {
    return adopted;
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
    var before =
        Stream.concat(example.booked().documents().stream(), adopted.stream().map(this::known));
    return new Booked(Stream.concat(before, sofar).toList());
  }

  private Booked.Known known(OtherSale sale) {
    var order = example.order();
    var key = new DocumentKey(order.key().shop(), order.realm(), sale.kind(), order.key().id());
    return new Booked.Known(key, Optional.of(sale.number()), true);
  }

  /** The order around this one, if it is a part of one. */
  public List<ParentOrder> of(ReceivedOrder order, Sale sale) {
    return sale.parent().flatMap(parent -> example.parent()).stream().toList();
  }

  /** An example is the only order of its shop. */
  public List<PaidElsewhere> elsewhere(Connection connection, ReceivedOrder order) {
    return List.of();
  }

  /** All sales of others in the company. */
  public List<OtherSale> like(Sale sale, Choices choices, String realm) {
    return others(Purpose.SALE);
  }

  /** All credits of others in the company. */
  public List<OtherSale> credits(Refund refund, Choices choices, String realm) {
    return others(Purpose.CREDIT);
  }

  /** Of a sale that others carried, any credit may be the refund's. */
  public List<OtherSale> credits(ReceivedOrder order, Refund refund, List<OtherSale> others) {
    return adopted.isPresent() ? others : List.of();
  }

  private List<OtherSale> others(Purpose purpose) {
    return example.others().stream().filter(one -> one.kind().purpose() == purpose).toList();
  }

  /** None of them is another order's. */
  public List<OtherSale> candidates(ReceivedOrder order, List<OtherSale> others) {
    return others;
  }

  /** The document is the order's sale. */
  public void adopt(ReceivedOrder order, OtherSale document) {
    adopted = Optional.of(document);
  }

  /** Tasks are no part of what an example shows. */
  public void sold(ReceivedOrder order, List<SoldProduct> products) {}

  /** What came before the start date shows in the documents that are missing. */
  public void earlier(ReceivedOrder order, Money earlier) {}

  /** Nobody searches examples. */
  public void bought(ReceivedOrder order, Sale sale) {}

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
