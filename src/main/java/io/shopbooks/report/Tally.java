package io.shopbooks.report;

import io.shopbooks.books.DocumentKind.Purpose;
import io.shopbooks.ledger.DocumentStory;
import io.shopbooks.ledger.DocumentStory.Happened;
import io.shopbooks.ledger.OrderStory;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Counts what happened to orders in a span, and what is open of them now. */
final class Tally {

  private static final Set<String> LEFT = Set.of("waiting", "left-out");

  private Tally() {}

  static RunReport.Counts of(List<OrderStory> orders) {
    return new RunReport.Counts(
        count(orders, order -> order.told().filter(OrderStory.Told::received).isPresent()),
        count(orders, order -> has(order, Happened.POSTED)),
        count(orders, order -> has(order, Happened.UPDATED) && !has(order, Happened.POSTED)),
        documents(orders, d -> d.kind().purpose() == Purpose.CREDIT && is(d, Happened.POSTED)),
        documents(orders, d -> is(d, Happened.FOUND)),
        documents(orders, d -> d.state().equals("doubtful")),
        count(orders, Tally::waits),
        skipped(orders));
  }

  private static TreeMap<String, Integer> skipped(List<OrderStory> orders) {
    var skipped = new TreeMap<String, Integer>();
    orders.stream()
        .flatMap(order -> order.told().stream())
        .filter(told -> told.touched() && LEFT.contains(told.state()))
        .forEach(told -> skipped.merge(told.because(), 1, Integer::sum));
    return skipped;
  }

  private static boolean waits(OrderStory order) {
    return order.told().filter(told -> told.state().equals("received")).isPresent()
        || order.documents().stream()
            .anyMatch(d -> d.state().equals("planned") || d.state().equals("sending"));
  }

  private static boolean has(OrderStory order, Happened what) {
    return order.documents().stream().anyMatch(document -> is(document, what));
  }

  private static boolean is(DocumentStory document, Happened what) {
    return document.happened() == what;
  }

  private static int count(List<OrderStory> orders, Predicate<OrderStory> which) {
    return (int) orders.stream().filter(which).count();
  }

  private static int documents(List<OrderStory> orders, Predicate<DocumentStory> which) {
    return (int) orders.stream().flatMap(o -> o.documents().stream()).filter(which).count();
  }
}
