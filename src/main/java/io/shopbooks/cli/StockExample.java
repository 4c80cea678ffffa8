package io.shopbooks.cli;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.shopbooks.books.OnHand;
import io.shopbooks.books.Ref;
import io.shopbooks.connections.Connection;
import io.shopbooks.connections.ConnectionTexts;
import io.shopbooks.ledger.DocumentText;
import io.shopbooks.sale.StockLevel;
import io.shopbooks.shop.StockReading;
import io.shopbooks.stock.Before;
import io.shopbooks.stock.Comparison;
import io.shopbooks.stock.StockDecision;
import io.shopbooks.stock.StockWhy;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One worked example of stock: {@code stock.json}, the products as the shop gives them, each with
 * its {@code variations}, and {@code decisions.json}, which says what becomes of their quantities.
 *
 * @param rule id of the one rule it shows
 */
record StockExample(String rule, String decisions) {

  static final String FILE = "stock.json";
  static final String GOLDEN = "decisions.json";

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  /**
   * What {@code case.yaml} says.
   *
   * @param items what the company has, by name
   * @param pending pieces sold that QuickBooks did not know when it was asked, by item
   * @param before what was agreed upon, by product
   * @param first whether it is the shop's first comparison
   */
  private record Said(
      String rule,
      String connection,
      Object change,
      Map<String, Counted> items,
      Optional<Map<String, BigDecimal>> pending,
      Optional<Map<String, Agreed>> before,
      boolean first) {}

  /**
   * An item.
   *
   * @param quantity absent where QuickBooks does not count it
   */
  private record Counted(String sku, Optional<BigDecimal> quantity) {}

  /**
   * @param items names of its items, with commas between them
   * @param quantity both sides had then
   * @param sold pieces that the shop's orders have taken since
   * @param late the part of them in orders made just when the stock was written
   */
  private record Agreed(
      String items, BigDecimal quantity, Optional<BigDecimal> sold, Optional<BigDecimal> late) {}

  static boolean isOne(Path folder) {
    return Files.exists(folder.resolve(FILE));
  }

  /**
   * Runs it.
   *
   * @throws BrokenExample if something of it cannot be read
   */
  static StockExample run(Path examples, Path folder, ConnectionTexts connections) {
    var yaml = ExampleYaml.read(folder.resolve(ExampleCase.FILE));
    var said = yaml.as(Said.class);
    var file = examples.resolve("connections/" + said.connection() + ".yaml");
    var connection =
        connections.read(file, ExampleYaml.read(file).changedBy(yaml.under("change")).text());
    var items =
        said.items().entrySet().stream().map(one -> item(one.getKey(), one.getValue())).toList();
    var stocks =
        StockReading.in(connection, products(folder.resolve(FILE))).stream()
            .map(level -> known(level, said.before().orElse(Map.of())))
            .toList();
    var decisions =
        new Comparison(connection, items, said.pending().orElse(Map.of()), !said.first())
            .all(stocks);
    return new StockExample(said.rule(), text(connection, stocks, decisions));
  }

  private static JsonNode products(Path file) {
    try {
      return JSON.readTree(Files.readString(file));
    } catch (IOException e) {
      throw new BrokenExample(file, "It cannot be read as JSON.", "Correct it.");
    }
  }

  private static OnHand item(String name, Counted item) {
    return new OnHand(
        new Ref(name, name),
        item.sku(),
        name,
        item.quantity().isPresent(),
        item.quantity().orElse(BigDecimal.ZERO),
        Instant.EPOCH);
  }

  private static Comparison.Known known(StockLevel level, Map<String, Agreed> before) {
    var agreed = Optional.ofNullable(before.get(level.product()));
    return new Comparison.Known(
        level,
        agreed.map(one -> new Before(List.of(one.items().split(",")), one.quantity())),
        agreed.flatMap(Agreed::sold).orElse(BigDecimal.ZERO),
        agreed.flatMap(Agreed::late).orElse(BigDecimal.ZERO));
  }

  private static String text(
      Connection connection, List<Comparison.Known> stocks, List<StockDecision> decisions) {
    var json = JSON.createObjectNode();
    for (var i = 0; i < stocks.size(); i++) {
      var level = stocks.get(i).level();
      var decision = decisions.get(i);
      var told = json.putObject(level.product());
      told.put("name", level.name());
      level.quantity().ifPresent(quantity -> told.put("shop", quantity));
      decision.wanted().ifPresent(quantity -> told.put("quickbooks", quantity));
      told.put("outcome", decision.word());
      decision.why().ifPresent(why -> because(told, why, decision.facts()));
    }
    var filled = decisions.stream().filter(one -> one.wanted().isPresent()).toList();
    var emptied =
        filled.stream()
            .filter(one -> one.word().equals("write") && one.wanted().get().signum() == 0)
            .count();
    if (Comparison.isTooMuch(connection, (int) emptied, filled.size())) {
      because(json, StockWhy.ZERO_GUARD, Map.of("emptied", Long.toString(emptied)));
    }
    return DocumentText.pretty(json);
  }

  private static void because(
      com.fasterxml.jackson.databind.node.ObjectNode json,
      StockWhy why,
      Map<String, String> facts) {
    json.put("because", why.word());
    if (!facts.isEmpty()) {
      facts.forEach(json.putObject("facts")::put);
    }
  }
}
