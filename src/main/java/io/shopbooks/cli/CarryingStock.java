package io.shopbooks.cli;

import io.shopbooks.cli.Turns.Turn;
import io.shopbooks.connections.Connection;
import io.shopbooks.connections.Connections;
import io.shopbooks.quickbooks.Quantities;
import io.shopbooks.quickbooks.SignIns;
import io.shopbooks.stock.StockDifference;
import io.shopbooks.stock.StockLists;
import io.shopbooks.stock.StockWhy;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Carries stock when a person asks for it, and tells what differs. */
@Component
class CarryingStock {

  private final Connections connections;
  private final SignIns signIns;
  private final Quantities quantities;
  private final StockLists lists;
  private final Turns turns;
  private final Clock clock;

  CarryingStock(
      Connections connections,
      SignIns signIns,
      Quantities quantities,
      StockLists lists,
      Turns turns,
      Clock clock) {
    this.connections = connections;
    this.signIns = signIns;
    this.quantities = quantities;
    this.lists = lists;
    this.turns = turns;
    this.clock = clock;
  }

  /** One stock for machines. */
  record Told(
      String product,
      String sku,
      String name,
      BigDecimal shop,
      BigDecimal books,
      String will,
      String why,
      String text) {

    static Told of(StockDifference one) {
      return new Told(
          one.product(),
          one.skus(),
          one.name(),
          one.inShop().orElse(null),
          one.wanted().orElse(null),
          one.state().equals("left") ? "leave" : one.state(),
          one.why().map(StockWhy::word).orElse(""),
          explanation(one));
    }
  }

  /**
   * All of it for machines.
   *
   * @param fingerprint confirms everything that waits; empty where nothing does
   */
  record Answer(
      String connection,
      boolean dryRun,
      int stocks,
      int same,
      int written,
      String fingerprint,
      List<Told> differences) {}

  /**
   * @param agreed the fingerprint of what a person saw and agrees to
   * @return the exit status
   */
  int carry(String name, boolean dryRun, Optional<String> agreed, Output output) throws Exception {
    var connection = connections.named(name);
    if (!dryRun && !connection.stock().enabled()) {
      throw new Refusal(
          name + " carries no stock: stock.enabled is not true.",
          "Write `enabled: true` under stock: in %s; `shopbooks stock %s --dry-run` shows what that would do."
              .formatted(connection.file(), name));
    }
    var started = clock.instant();
    try (var interruption = new Interruption(output, "shopbooks stock " + name);
        var shown = ProgressLine.show(() -> progress(connection, started), output)) {
      if (!run(connection, dryRun, agreed, output)) {
        output.remark(
            "Nothing was written: shop or QuickBooks have changed since you saw "
                + agreed.get()
                + ".");
      }
    }
    requireQuantities(connection);
    return answer(connection, dryRun, started, output);
  }

  private void requireQuantities(Connection connection) {
    quantities
        .hindrance(signIns.realm(connection))
        .ifPresent(
            why -> {
              throw new Refusal(
                  "QuickBooks' quantities cannot go to the shop. " + why,
                  "`shopbooks check " + connection.name() + "` says more.");
            });
  }

  /** Whether what was agreed to, if anything, is still what waits. */
  private boolean run(Connection connection, boolean shown, Optional<String> agreed, Output output)
      throws Exception {
    var variables = new HashMap<String, Object>(Map.of("whole", true));
    if (shown) {
      variables.put("shown", true);
    }
    agreed.ifPresent(fingerprint -> variables.put("agreed", fingerprint));
    var turn = Turn.told("syncs this connection");
    var exchange = turns.run("direct:run-stock", connection, variables, turn, output);
    return agreed.isEmpty() || exchange.getVariable("confirmed", false, Boolean.class);
  }

  /** "acme: 1200 stocks compared, 30 written". */
  private String progress(Connection connection, Instant since) {
    return "%s: %d stocks compared, %d written"
        .formatted(
            connection.name(),
            lists.standing(connection).stocks(),
            lists.written(connection, since));
  }

  private int answer(Connection connection, boolean dryRun, Instant since, Output output) {
    var now = lists.standing(connection);
    var differences = lists.differences(connection);
    var fingerprint = lists.fingerprint(connection);
    var written = lists.written(connection, since);
    output.line(
        "%s: %d stocks of the shop; %d the same in QuickBooks, %d written, %d to write, %d to confirm, %d left alone."
            .formatted(
                connection.name(),
                now.stocks(),
                now.same(),
                written,
                now.write(),
                now.confirm(),
                now.left()));
    differences.stream()
        .filter(one -> dryRun || one.why().map(StockWhy::needsPerson).orElse(true))
        .forEach(one -> lines(one).forEach(output::line));
    fingerprint.ifPresent(
        one ->
            output.line(
                "Nothing of what is to be confirmed was written. To write it: shopbooks stock %s --confirm %s"
                    .formatted(connection.name(), one)));
    output.value(
        new Answer(
            connection.name(),
            dryRun,
            now.stocks(),
            now.same(),
            written,
            fingerprint.orElse(""),
            differences.stream().map(Told::of).toList()));
    var needed =
        differences.stream().flatMap(one -> one.why().stream()).anyMatch(StockWhy::needsPerson);
    return needed || now.write() > 0 && !dryRun ? ExitStatus.NEEDS_PERSON : ExitStatus.GOOD;
  }

  private static List<String> lines(StockDifference one) {
    var what =
        "  %-7s %s (%s): %s"
            .formatted(
                one.state().equals("left") ? "leave" : one.state(),
                one.name(),
                one.skus().isEmpty() ? "no SKU, id " + one.product() : one.skus(),
                quantities(one));
    return one.why().isEmpty() ? List.of(what) : List.of(what, "      " + explanation(one));
  }

  private static String quantities(StockDifference one) {
    return one.wanted().isEmpty()
        ? one.why().map(why -> English.WORDS.say("stock." + why.word() + ".title")).orElse("")
        : one.inShop().map(BigDecimal::toPlainString).orElse("none")
            + " in the shop, "
            + one.wanted().get().toPlainString()
            + " in QuickBooks";
  }

  private static String explanation(StockDifference one) {
    return one.why()
        .map(
            why ->
                English.WORDS.say("stock." + why.word() + ".explanation", Map.copyOf(one.facts())))
        .orElse("");
  }
}
