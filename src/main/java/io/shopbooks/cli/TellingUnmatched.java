package io.shopbooks.cli;

import io.shopbooks.connections.Connection;
import io.shopbooks.connections.Connections;
import io.shopbooks.ledger.Held;
import io.shopbooks.ledger.ProductTask;
import io.shopbooks.ledger.ProductTasks;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Shows products without an item, and moves what was sold of them to the item they have by now. */
@Component
class TellingUnmatched {

  private final Connections connections;
  private final ProductTasks products;
  private final Held held;
  private final Turns turns;

  TellingUnmatched(Connections connections, ProductTasks products, Held held, Turns turns) {
    this.connections = connections;
    this.products = products;
    this.held = held;
    this.turns = turns;
  }

  /** One product for machines. */
  record Told(
      String product, String sku, String name, int documents, List<Sum> money, boolean hasItem) {

    static Told of(ProductTask task) {
      var money =
          task.money().stream()
              .map(one -> new Sum(Amounts.number(one), one.currency().getCurrencyCode()))
              .toList();
      return new Told(task.id(), task.sku(), task.name(), task.documents(), money, task.matched());
    }
  }

  record Sum(String amount, String currency) {}

  /** Shows them, those first that a person is to map; answers the exit status. */
  int list(String name, Output output) {
    var connection = connections.named(name);
    var all = products.of(name);
    output.value(all.stream().map(Told::of).toList());
    var open = all.stream().filter(task -> !task.matched()).toList();
    if (all.isEmpty()) {
      output.line(name + ": every product has an item.");
    }
    if (!open.isEmpty()) {
      output.line(
          "No item: %d  %s".formatted(open.size(), English.WORDS.money(ProductTask.money(open))));
      open.forEach(task -> output.line(line(task)));
      output.line(remedy(connection));
    }
    all.stream()
        .filter(ProductTask::matched)
        .forEach(
            task -> {
              output.line(line(task));
              output.line("    It has an item by now. What was posted goes there with:");
              output.line("    shopbooks unmatched %s --move %s".formatted(name, word(task)));
            });
    return open.isEmpty() ? ExitStatus.GOOD : ExitStatus.NEEDS_PERSON;
  }

  private static String line(ProductTask task) {
    return "  %s (%s): %s, %s"
        .formatted(
            task.name(),
            task.sku().isEmpty() ? "no SKU, id " + task.id() : task.sku(),
            English.WORDS.count("sales", task.documents()),
            English.WORDS.money(task.money()));
  }

  private static String remedy(Connection connection) {
    var file = " Or name its item under products.items in " + connection.file() + ".";
    return switch (connection.choices().products().match()) {
      case SKU ->
          "Give an item in QuickBooks the product's SKU; a product without one needs one in the"
              + " shop too."
              + file;
      case NAME ->
          "Give an item in QuickBooks the product's SKU as its name; a product without one needs"
              + " one in the shop too."
              + file;
    };
  }

  private static String word(ProductTask task) {
    var word = task.sku().isEmpty() ? task.id() : task.sku();
    return word.matches("[\\w./-]+") ? word : "\"" + word.replace("\"", "\\\"") + "\"";
  }

  /** Moves what was sold of the product; answers the exit status. */
  int move(String name, String word, Output output) throws Exception {
    var connection = connections.named(name);
    var tasks = products.of(name).stream().filter(task -> task.isCalled(word)).toList();
    if (tasks.isEmpty()) {
      throw new Refusal(
          "Nothing was sold of " + word + " under the default item in " + name + ".",
          "`shopbooks unmatched " + name + "` shows what was.");
    }
    var orders =
        tasks.stream().flatMap(task -> products.orders(name, task).stream()).distinct().toList();
    turns.run("direct:move-products", orders, Map.of("connection", connection));
    var left = products.of(name).stream().filter(task -> task.isCalled(word)).toList();
    var stopped =
        held.of(name).stream().filter(hold -> orders.contains(hold.order().id())).toList();
    output.value(Map.of("orders", orders.size(), "left", left.stream().map(Told::of).toList()));
    output.line("Planned again: %d orders.".formatted(orders.size()));
    if (!left.isEmpty()) {
      output.line("No item matches still:");
      left.forEach(task -> output.line(line(task)));
      output.line(remedy(connection));
    }
    stopped.stream().flatMap(hold -> English.held(hold).stream()).forEach(output::line);
    return left.isEmpty() && stopped.isEmpty() ? ExitStatus.GOOD : ExitStatus.NEEDS_PERSON;
  }
}
