package io.shopbooks.cli;

import io.shopbooks.connections.Connection;
import io.shopbooks.connections.Connections;
import io.shopbooks.ledger.Held;
import io.shopbooks.ledger.Hold;
import io.shopbooks.ledger.Recognised;
import io.shopbooks.report.Remedy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Shows what is held, and does what a person decides about it. */
@Component
class Deciding {

  private final Connections connections;
  private final Held held;
  private final Recognised recognised;
  private final Turns turns;

  Deciding(Connections connections, Held held, Recognised recognised, Turns turns) {
    this.connections = connections;
    this.held = held;
    this.recognised = recognised;
    this.turns = turns;
  }

  /** One hold for machines. */
  record Told(
      String connection,
      String order,
      String id,
      String subject,
      String why,
      Map<String, String> facts,
      String title,
      String explanation,
      Remedy remedy,
      String amount,
      String currency,
      Instant since) {}

  /** Shows what is held of one connection or of all; answers the exit status. */
  int list(Optional<String> name, Output output) {
    var asked = name.map(one -> List.of(connections.named(one))).orElseGet(connections::all);
    var all = asked.stream().flatMap(connection -> held.of(connection.name()).stream()).toList();
    output.value(all.stream().map(this::told).toList());
    for (var connection : asked) {
      show(connection, all.stream().filter(h -> h.connection().equals(connection.name())), output);
    }
    return all.isEmpty() ? ExitStatus.GOOD : ExitStatus.NEEDS_PERSON;
  }

  private void show(Connection connection, Stream<Hold> holds, Output output) {
    var lines = holds.flatMap(hold -> English.held(hold).stream()).toList();
    output.line(connection.name() + (lines.isEmpty() ? ": nothing is held." : ":"));
    lines.forEach(output::line);
  }

  /**
   * Reads held orders from the shop again and brings them to the books.
   *
   * @param order absent: all that is held
   * @return the exit status
   */
  int retry(String name, Optional<String> order, Output output) throws Exception {
    var connection = connections.named(name);
    var holds = order.map(one -> of(connection, one)).orElseGet(() -> held.of(name));
    if (!holds.isEmpty()) {
      turns.run("direct:retry-held", holds, Map.of("connection", connection));
    }
    var orders = holds.stream().map(Hold::order).toList();
    var still = held.of(name).stream().filter(hold -> orders.contains(hold.order())).toList();
    output.value(Map.of("retried", holds.size(), "held", still.stream().map(this::told).toList()));
    output.line(
        holds.isEmpty()
            ? name + ": nothing is held."
            : "Tried again: %d. Still held: %d.".formatted(holds.size(), still.size()));
    still.stream().flatMap(hold -> English.held(hold).stream()).forEach(output::line);
    return still.isEmpty() ? ExitStatus.GOOD : ExitStatus.NEEDS_PERSON;
  }

  /** What is held of the order is not in the books already. */
  void isNew(String name, String order) {
    of(connections.named(name), order).forEach(recognised::isNew);
  }

  /** Leaves what is held of the order as it is; answers the exit status. */
  int ignore(String name, String order, String reason, Output output) {
    var holds = of(connections.named(name), order);
    holds.forEach(hold -> held.ignore(hold, reason));
    output.value(Map.of("ignored", holds.size()));
    output.line("Order " + order + " is left as it is: " + reason);
    return ExitStatus.GOOD;
  }

  /** What is held of an order, named as people see it or by the shop's id. */
  private List<Hold> of(Connection connection, String order) {
    var all = held.of(connection.name());
    var byNumber = all.stream().filter(hold -> hold.number().equals(order)).toList();
    var found =
        byNumber.isEmpty()
            ? all.stream().filter(hold -> hold.order().id().equals(order)).toList()
            : byNumber;
    if (found.isEmpty()) {
      throw new Refusal(
          "Nothing is held of order " + order + " in " + connection.name() + ".",
          "`shopbooks held list " + connection.name() + "` shows what is.");
    }
    return found;
  }

  private Told told(Hold hold) {
    return new Told(
        hold.connection(),
        hold.number(),
        hold.order().id(),
        hold.subject(),
        hold.reason().why().word(),
        hold.reason().facts(),
        English.WORDS.title(hold.reason()),
        English.WORDS.explanation(hold.reason()),
        English.WORDS.remedy(hold),
        Amounts.number(hold.money()),
        hold.money().currency().getCurrencyCode(),
        hold.since());
  }
}
