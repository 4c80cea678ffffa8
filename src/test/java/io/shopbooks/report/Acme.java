package io.shopbooks.report;

import io.shopbooks.books.Due;
import io.shopbooks.books.Outcome;
import io.shopbooks.books.SoldProduct;
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
import io.shopbooks.ledger.Requests;
import io.shopbooks.ledger.Run;
import io.shopbooks.ledger.Runs;
import io.shopbooks.shop.Shops;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Acme's syncs: does to the ledger what the routes do, in their order. */
class Acme {

  private final Orders orders;
  private final Planned planned;
  private final Deliveries deliveries;
  private final Requests requests;
  private final Postings postings;
  private final Held held;
  private final ProductTasks products;
  private final Runs runs;
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
    planned = new Planned(planning, documents, held, shops);
    this.deliveries = deliveries;
    this.requests = requests;
    this.postings = postings;
    this.held = held;
    this.products = products;
    this.runs = runs;
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
    return syncs(SomeAnswers::taken, received);
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
    products.sold(order.received(connection), List.of(sold));
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

  void plans() {
    planned.all(connection, company);
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

  /** What is held of the order. */
  Hold heldOf(String number) {
    return held().stream().filter(hold -> hold.number().equals(number)).findFirst().orElseThrow();
  }

  List<Hold> held() {
    return held.of(connection.name());
  }

  /** QuickBooks is asked about what is doubtful, and has it with its right total by now. */
  void asks() {
    deliveries
        .takeDoubtful(SomeCompany.REALM, 100)
        .forEach(due -> write(SomeAnswers.found(due), null));
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
