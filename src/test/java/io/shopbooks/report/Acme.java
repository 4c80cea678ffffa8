package io.shopbooks.report;

import io.shopbooks.books.Bookkeeper;
import io.shopbooks.books.Document;
import io.shopbooks.books.DocumentKind;
import io.shopbooks.books.Due;
import io.shopbooks.books.Outcome;
import io.shopbooks.books.Rules;
import io.shopbooks.books.SoldProduct;
import io.shopbooks.books.Unbookable;
import io.shopbooks.connections.Connection;
import io.shopbooks.ledger.Deliveries;
import io.shopbooks.ledger.Delivery;
import io.shopbooks.ledger.Documents;
import io.shopbooks.ledger.Held;
import io.shopbooks.ledger.Hold;
import io.shopbooks.ledger.Orders;
import io.shopbooks.ledger.Planning;
import io.shopbooks.ledger.Postings;
import io.shopbooks.ledger.ProductTasks;
import io.shopbooks.ledger.ReceivedOrder;
import io.shopbooks.ledger.Requests;
import io.shopbooks.ledger.Run;
import io.shopbooks.ledger.Runs;
import io.shopbooks.sale.Money;
import io.shopbooks.sale.Sale;
import io.shopbooks.shop.Shops;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Acme's syncs: does to the ledger what the routes do, in their order. */
class Acme {

  private final Rules rules = new Rules();
  private final Bookkeeper bookkeeper = new Bookkeeper();

  private final Orders orders;
  private final Planning planning;
  private final Documents documents;
  private final Deliveries deliveries;
  private final Requests requests;
  private final Postings postings;
  private final Held held;
  private final ProductTasks products;
  private final Runs runs;
  private final Shops shops;
  private final JdbcClient db;
  private final HandClock clock;

  private Connection connection;
  private SomeCompany company;
  private int postedSoFar;

  Acme(
      Orders orders,
      Planning planning,
      Documents documents,
      Deliveries deliveries,
      Requests requests,
      Postings postings,
      Held held,
      ProductTasks products,
      Runs runs,
      Shops shops,
      JdbcClient db,
      HandClock clock) {
    this.orders = orders;
    this.planning = planning;
    this.documents = documents;
    this.deliveries = deliveries;
    this.requests = requests;
    this.postings = postings;
    this.held = held;
    this.products = products;
    this.runs = runs;
    this.shops = shops;
    this.db = db;
    this.clock = clock;
  }

  /** A new Acme, with nothing in its ledger. */
  Acme opens(AConnection chosen) {
    connection = chosen.made();
    company = new SomeCompany();
    postedSoFar = 0;
    clock.turnBack();
    db.sql(
            """
            truncate shop_order, document, document_need, request, request_document, hold, canary,
              history, run, cursor, product_without_item restart identity cascade
            """)
        .update();
    return this;
  }

  Connection connection() {
    return connection;
  }

  /** From now on. */
  Acme chooses(AConnection chosen) {
    connection = chosen.made();
    return this;
  }

  Acme in(SomeCompany other) {
    company = other;
    return this;
  }

  /** A sync in which QuickBooks takes everything. */
  Run syncs(AnOrder... received) {
    return syncs(Acme::taken, received);
  }

  /** A sync in which QuickBooks answers so. */
  Run syncs(Function<Due, Outcome> quickbooks, AnOrder... received) {
    return during(
        () -> {
          receives(received);
          plans();
          posts(quickbooks);
        });
  }

  /** A sync in which this happens. */
  Run during(Runnable happening) {
    clock.pass(Duration.ofMinutes(30));
    var run = runs.start(connection);
    clock.pass(Duration.ofSeconds(10));
    happening.run();
    clock.pass(Duration.ofSeconds(10));
    runs.end(run);
    return run;
  }

  /** A sync that breaks off with this failure before anything is planned. */
  Run breaksOff(Exception failure, AnOrder... received) {
    clock.pass(Duration.ofMinutes(30));
    var run = runs.start(connection);
    receives(received);
    runs.trouble(run, failure);
    clock.pass(Duration.ofSeconds(10));
    runs.end(run);
    return run;
  }

  /** Something of another connection, which is none of Acme's business. */
  void anotherConnectionReceives(AConnection other, AnOrder order) {
    orders.received(other.made(), "another company", order.raw());
  }

  void receives(AnOrder... received) {
    for (var order : received) {
      orders.received(connection, SomeCompany.REALM, order.raw());
    }
  }

  /** What an order in the books sold, as if it was planned with these products. */
  void sold(AnOrder order, SoldProduct... sold) {
    var raw = order.raw();
    products.sold(
        new ReceivedOrder(
            raw.key(),
            SomeCompany.REALM,
            connection.name(),
            raw.number(),
            raw.json(),
            raw.hash(),
            1,
            raw.currency(),
            BigDecimal.ZERO,
            "Online sale"),
        List.of(sold));
  }

  void plans() {
    var received = new ArrayList<>(planning.takeReceived(connection, SomeCompany.REALM, 1000));
    received.sort(Comparator.comparing(ReceivedOrder::number));
    for (var order : received) {
      try {
        plan(order);
      } catch (Unbookable why) {
        held.order(order, why);
      } catch (RuntimeException broken) {
        held.unreadable(order, broken);
      }
    }
  }

  private void plan(ReceivedOrder order) {
    var sale = shops.read(connection, order.json());
    var booked = documents.booked(order.key(), SomeCompany.REALM);
    var verdict = rules.verdict(sale, connection.choices(), booked);
    if (!verdict.word().equals("sale") && !verdict.word().equals("credit")) {
      planning.notBooked(order, verdict);
      return;
    }
    var choices = connection.choices();
    documents.planned(
        order,
        verdict.document().equals("invoice")
            ? bookkeeper.invoice(sale, choices, company, booked)
            : bookkeeper.salesReceipt(sale, choices, company, booked),
        "1");
    if (verdict.word().equals("credit")) {
      planRefunds(order, sale);
    }
    planning.planned(order);
  }

  private void planRefunds(ReceivedOrder order, Sale sale) {
    var choices = connection.choices();
    var before = documents.booked(order.key(), SomeCompany.REALM);
    for (var refund : rules.credits(sale, choices, before)) {
      var booked = documents.booked(order.key(), SomeCompany.REALM);
      try {
        List<Document> credits =
            switch (rules.credit(sale, refund, choices, booked)) {
              case "refund-receipt" ->
                  bookkeeper.refundReceipt(sale, refund, choices, company, booked);
              case "credit-memo" -> bookkeeper.creditMemo(sale, refund, choices, company, booked);
              default -> List.of();
            };
        if (!credits.isEmpty()) {
          documents.planned(order, refund.id(), credits);
        }
      } catch (Unbookable why) {
        held.refund(order, refund, why);
      }
    }
  }

  void posts(Function<Due, Outcome> quickbooks) {
    for (var due = due(); !due.isEmpty(); due = due()) {
      var documents = due.get(0).documents();
      var request = UUID.randomUUID().toString();
      requests.sending(SomeCompany.REALM, documents, request, "batch", "{}");
      documents.forEach(document -> write(numbered(quickbooks.apply(document)), request));
    }
  }

  /** One at a time: a wrong total takes back what was due a moment ago. */
  private List<Delivery> due() {
    return deliveries.takeDue(SomeCompany.REALM, 10, 1);
  }

  /**
   * @param request null where it was asked about
   */
  private void write(Outcome outcome, String request) {
    switch (outcome.kind()) {
      case POSTED -> postings.posted(outcome);
      case DOUBTFUL -> postings.doubtful(outcome);
      default -> postings.notPosted(outcome, request);
    }
  }

  /** QuickBooks gives each document an id of its own. */
  private Outcome numbered(Outcome outcome) {
    return outcome
        .posted()
        .map(
            posted ->
                Outcome.posted(
                    outcome.document(),
                    new Outcome.Posted(
                        Integer.toString(180 + ++postedSoFar),
                        "0",
                        posted.total(),
                        posted.number(),
                        "")))
        .orElse(outcome);
  }

  /** QuickBooks takes the document as it is. */
  static Outcome taken(Due due) {
    return withTotal(due, due.document().total());
  }

  static Outcome withTotal(Due due, Money total) {
    var number = due.document().header().number().orElse("");
    return Outcome.posted(due.id(), new Outcome.Posted("", "0", total, number, ""));
  }

  /** Takes all but the document of this number, with which something else happens. */
  static Function<Due, Outcome> but(String number, Function<Due, Outcome> otherwise) {
    return due ->
        due.document().header().number().filter(number::equals).isPresent()
            ? otherwise.apply(due)
            : taken(due);
  }

  /** Takes all but documents of this kind, with which something else happens. */
  static Function<Due, Outcome> but(DocumentKind kind, Function<Due, Outcome> otherwise) {
    return due -> due.document().key().kind() == kind ? otherwise.apply(due) : taken(due);
  }

  /** What is held of the order. */
  Hold heldOf(String number) {
    return held().stream().filter(hold -> hold.number().equals(number)).findFirst().orElseThrow();
  }

  List<Hold> held() {
    return held.of(connection.name());
  }

  /** QuickBooks is asked about what is doubtful, and has it with its right total by now. */
  void asks() {
    deliveries.takeDoubtful(SomeCompany.REALM, 100).forEach(due -> write(found(due), null));
  }

  private static Outcome found(Due due) {
    var total = due.document().total();
    var number = due.document().header().number().orElse("");
    return Outcome.posted(due.id(), new Outcome.Posted(due.quickbooksId(), "1", total, number, ""));
  }

  void ignores(String number, String note) {
    clock.pass(Duration.ofMinutes(1));
    held.ignore(heldOf(number), note);
  }

  void ignores(Hold hold) {
    clock.pass(Duration.ofMinutes(1));
    held.ignore(hold, "By hand");
  }

  void retries(String number) {
    retries(heldOf(number));
  }

  void retries(Hold hold) {
    clock.pass(Duration.ofMinutes(1));
    held.retry(hold);
  }
}
