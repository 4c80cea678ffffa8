package io.shopbooks.cli;

import io.shopbooks.books.Choices.Create;
import io.shopbooks.catalogue.LeftProduct;
import io.shopbooks.catalogue.PlannedProduct;
import io.shopbooks.catalogue.ProductLists;
import io.shopbooks.cli.Turns.Turn;
import io.shopbooks.connections.Connection;
import io.shopbooks.connections.Connections;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Carries a catalogue for a person who waits for it, and tells what comes of it. */
@Component
class CarryingProducts {

  private final Connections connections;
  private final Turns turns;
  private final ProductLists lists;
  private final Clock clock;

  CarryingProducts(Connections connections, Turns turns, ProductLists lists, Clock clock) {
    this.connections = connections;
    this.turns = turns;
    this.lists = lists;
    this.clock = clock;
  }

  /** One product for machines. */
  record Told(String product, String sku, String name, String will, String why, String text) {

    static Told of(PlannedProduct planned) {
      return new Told(planned.id(), planned.sku(), planned.name(), planned.word(), "", "");
    }

    static Told of(LeftProduct left) {
      var why = left.left();
      return new Told(
          left.id(),
          left.sku(),
          left.name(),
          "leave",
          why.why().word(),
          English.WORDS.explanation(why));
    }
  }

  /**
   * All of it for machines.
   *
   * @param create items made; of a dry run, items to make
   * @param update likewise, changed
   * @param open products nobody could settle yet, because answers were lost
   */
  record Answer(
      String connection,
      boolean dryRun,
      int products,
      int create,
      int update,
      int same,
      int open,
      List<Told> planned,
      List<Told> left) {}

  /** Shows what would be done; answers the exit status. */
  int show(String name, Output output) throws Exception {
    var connection = connections.named(name);
    run(connection, "shown", output);
    tellPlan(connection, true, output);
    return answer(connection, true, clock.instant(), output);
  }

  /** Does it, after it has told what will be left alone; answers the exit status. */
  int carry(String name, Output output) throws Exception {
    var connection = connections.named(name);
    if (connection.choices().products().create() != Create.ALL) {
      throw new Refusal(
          name + " makes no items for the whole catalogue: products.create is not all.",
          "Write create: all under products in "
              + connection.file()
              + "; `shopbooks products "
              + name
              + " --dry-run` shows what that would do.");
    }
    var started = clock.instant();
    try (var interruption = new Interruption(output, "shopbooks products " + name);
        var shown = ProgressLine.show(() -> progress(connection, started), output)) {
      run(connection, "shown", output);
      tellPlan(connection, false, output);
      run(connection, "read", output);
    }
    output.line(
        "%s: %d items made, %d changed."
            .formatted(
                name,
                lists.written(connection, "create", started),
                lists.written(connection, "update", started)));
    return answer(connection, false, started, output);
  }

  /**
   * @param how {@code shown}: nothing is written; {@code read}: the catalogue was just read
   */
  private void run(Connection connection, String how, Output output) throws Exception {
    var turn = Turn.told("carries this catalogue");
    turns.run("direct:sync-products", connection, Map.of(how, true), turn, output);
  }

  private void tellPlan(Connection connection, boolean whole, Output output) {
    var now = lists.standing(connection);
    output.line(
        "%s: %d products; %d items to make, %d to change, %d as they should be, %d left alone."
            .formatted(
                connection.name(),
                now.products(),
                now.create(),
                now.update(),
                now.same(),
                now.left()));
    if (whole) {
      lists.planned(connection).forEach(one -> output.line(line(one)));
    }
    lists.left(connection).forEach(one -> lines(one).forEach(output::line));
  }

  private static String line(PlannedProduct one) {
    return "  %s  %s (%s)".formatted(one.word(), one.name(), one.sku());
  }

  private static List<String> lines(LeftProduct one) {
    var sku = one.sku().isEmpty() ? "no SKU, id " + one.id() : one.sku() + ", id " + one.id();
    return List.of(
        "  leave   %s (%s): %s".formatted(one.name(), sku, English.WORDS.title(one.left())),
        "      " + English.WORDS.explanation(one.left()));
  }

  /** "acme: 1200 products read, 30 made, 2 changed, 1168 to write". */
  private String progress(Connection connection, Instant since) {
    var now = lists.standing(connection);
    return "%s: %d products read, %d made, %d changed, %d to write"
        .formatted(
            connection.name(),
            now.products(),
            lists.written(connection, "create", since),
            lists.written(connection, "update", since),
            now.create() + now.update());
  }

  private int answer(Connection connection, boolean dryRun, Instant since, Output output) {
    var now = lists.standing(connection);
    var left = lists.left(connection);
    output.value(
        new Answer(
            connection.name(),
            dryRun,
            now.products(),
            dryRun ? now.create() : lists.written(connection, "create", since),
            dryRun ? now.update() : lists.written(connection, "update", since),
            now.same(),
            now.undecided(),
            lists.planned(connection).stream().map(Told::of).toList(),
            left.stream().map(Told::of).toList()));
    if (now.undecided() > 0) {
      output.line(now.undecided() + " products got no answer; the next run looks for their items.");
    }
    var needed = left.stream().anyMatch(one -> one.left().why().needsPerson());
    return needed || now.undecided() > 0 ? ExitStatus.NEEDS_PERSON : ExitStatus.GOOD;
  }
}
