package io.shopbooks.setup;

import io.shopbooks.books.Verdict;
import io.shopbooks.connections.Connection;
import io.shopbooks.ledger.Hold;
import io.shopbooks.sale.Money;
import io.shopbooks.setup.Tried.Group;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts what would become of orders, and puts together what is to be decided together. */
final class Tally {

  /** Facts that tell one cause from another; amounts and numbers are each order's own. */
  private static final Set<String> CAUSES =
      Set.of("rate", "rates", "name", "setting", "gateway", "account", "code", "currency", "by");

  private static final int EXAMPLES = 5;

  private final Connection connection;
  private final String realm;
  private final LocalDate from;
  private final LocalDate until;
  private final Map<List<String>, List<Hold>> held = new LinkedHashMap<>();
  private int read;
  private int booked;
  private int known;
  private int documents;
  private int waiting;
  private int leftOut;

  Tally(Connection connection, String realm, LocalDate from, LocalDate until) {
    this.connection = connection;
    this.realm = realm;
    this.from = from;
    this.until = until;
  }

  int read() {
    return read;
  }

  void add(TriedOrder order) {
    read++;
    documents += order.documents();
    known += order.known() ? 1 : 0;
    if (!order.held().isEmpty()) {
      order.held().forEach(one -> hold(order, one));
    } else if (order.verdict() == Verdict.Kind.WAIT) {
      waiting++;
    } else if (order.verdict() == Verdict.Kind.NOTHING) {
      leftOut++;
    } else {
      booked++;
    }
  }

  private void hold(TriedOrder order, TriedOrder.Held one) {
    var raw = order.order();
    var hold =
        new Hold(
            0,
            connection.name(),
            raw.key(),
            realm,
            raw.number(),
            one.subject(),
            one.reason(),
            one.money(),
            raw.created());
    held.computeIfAbsent(cause(hold), cause -> new ArrayList<>()).add(hold);
  }

  private static List<String> cause(Hold hold) {
    var cause = new ArrayList<>(List.of(hold.reason().why().word()));
    hold.reason().facts().entrySet().stream()
        .filter(fact -> CAUSES.contains(fact.getKey()))
        .forEach(fact -> cause.add(fact.getKey() + "=" + fact.getValue()));
    return cause;
  }

  Tried tried(boolean whole) {
    var groups =
        held.values().stream()
            .map(Tally::group)
            .sorted(Comparator.comparingInt(Group::count).reversed())
            .toList();
    return new Tried(from, until, read, whole, booked, known, documents, waiting, leftOut, groups);
  }

  private static Group group(List<Hold> holds) {
    var sums = new TreeMap<String, Money>();
    holds.forEach(
        hold -> sums.merge(hold.money().currency().getCurrencyCode(), hold.money(), Money::plus));
    var numbers = holds.stream().map(Hold::number).distinct().limit(EXAMPLES).toList();
    return new Group(holds.get(0), holds.size(), List.copyOf(sums.values()), numbers);
  }
}
