package io.shopbooks.report;

import io.shopbooks.connections.Connection;
import io.shopbooks.ledger.Held;
import io.shopbooks.ledger.Leftovers;
import io.shopbooks.ledger.OrderStory;
import io.shopbooks.ledger.PastRun;
import io.shopbooks.ledger.PastRuns;
import io.shopbooks.ledger.ProductTasks;
import io.shopbooks.ledger.Run;
import io.shopbooks.ledger.Span;
import io.shopbooks.ledger.Stories;
import io.shopbooks.stock.StockLists;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Tells what happened in a connection, and whether shop and books agree. Reads only. */
@Component("reports")
public class Reports {

  private final Stories stories;
  private final PastRuns runs;
  private final Held held;
  private final ProductTasks products;
  private final TieOuts tieOuts;
  private final Leftovers leftovers;
  private final StockLists stock;

  Reports(
      Stories stories,
      PastRuns runs,
      Held held,
      ProductTasks products,
      TieOuts tieOuts,
      Leftovers leftovers,
      StockLists stock) {
    this.tieOuts = tieOuts;
    this.leftovers = leftovers;
    this.stock = stock;
    this.stories = stories;
    this.runs = runs;
    this.held = held;
    this.products = products;
  }

  /** What happened since the run before this one ended, and what is open now. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public RunReport of(Connection connection, Run run) {
    var past = runs.of(run);
    return report(connection, past.span(), trouble(past), pieces(connection, past.span()));
  }

  /** What happened in the span, and what is open now. Since the epoch: the whole history. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public RunReport of(Connection connection, Span span) {
    return report(connection, span, Optional.empty(), pieces(connection, span));
  }

  /** The same with all that proves it. Reads every order of the span: for mails and pages. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Proof proof(Connection connection, Run run) {
    return proof(connection, runs.of(run));
  }

  /** The same of a run that was. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Proof proof(Connection connection, PastRun past) {
    return proof(connection, past.span(), trouble(past));
  }

  /** The same of a span. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Proof proof(Connection connection, Span span) {
    return proof(connection, span, Optional.empty());
  }

  private Proof proof(Connection connection, Span span, Optional<RunReport.Trouble> trouble) {
    var taken = pieces(connection, span);
    return new Proof(
        report(connection, span, trouble, taken),
        tieOuts.of(connection, span, taken.pieces()),
        leftovers.openCredits(connection),
        leftovers.leftOut(connection, span),
        connection.stock().enabled() ? stock.standing(connection).confirm() : 0);
  }

  private static Optional<RunReport.Trouble> trouble(PastRun past) {
    return past.trouble().isEmpty()
        ? Optional.empty()
        : Optional.of(new RunReport.Trouble(past.trouble(), past.detail()));
  }

  private record Taken(List<OrderStory> orders, List<Piece> pieces) {}

  private Taken pieces(Connection connection, Span span) {
    var orders = stories.of(connection, span);
    var takenApart = new Pieces(connection.choices());
    return new Taken(
        orders,
        orders.stream()
            .flatMap(order -> takenApart.of(order).stream())
            .filter(Piece::counts)
            .toList());
  }

  private RunReport report(
      Connection connection, Span span, Optional<RunReport.Trouble> trouble, Taken taken) {
    var orders = taken.orders();
    var pieces = taken.pieces();
    var apart = new Pieces(connection.choices());
    return new RunReport(
        connection.name(),
        span,
        trouble,
        Tally.of(orders),
        held.of(connection.name()),
        orders.stream().flatMap(Entries::of).toList(),
        Stream.concat(byHand(pieces), orders.stream().flatMap(apart::besidesMoney)).toList(),
        differences(pieces),
        totals(pieces),
        products.open(connection.name()));
  }

  private static Stream<RunReport.ByHand> byHand(List<Piece> pieces) {
    return pieces.stream()
        .filter(piece -> piece.parts().containsKey(Explained.BY_HAND))
        .map(piece -> new RunReport.ByHand(piece.order().number(), piece.shop().negated(), ""));
  }

  private static List<RunReport.Difference> differences(List<Piece> pieces) {
    return pieces.stream()
        .filter(piece -> !piece.unexplained().isZero())
        .map(
            piece ->
                new RunReport.Difference(
                    piece.order().number(),
                    piece.refund(),
                    piece.shop(),
                    piece.books(),
                    piece.unexplained()))
        .toList();
  }

  private static List<Totals> totals(List<Piece> pieces) {
    var byCurrency =
        pieces.stream()
            .collect(
                Collectors.groupingBy(
                    piece -> piece.shop().currency().getCurrencyCode(),
                    TreeMap::new,
                    Collectors.toList()));
    return byCurrency.values().stream()
        .map(own -> Totals.of(own.get(0).shop().currency(), own))
        .toList();
  }
}
