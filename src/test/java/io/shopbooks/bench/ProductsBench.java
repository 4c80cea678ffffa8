package io.shopbooks.bench;

import io.shopbooks.crash.Stage;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code bench/products}: carries a large catalogue into a company, then again without a change,
 * then with a tenth of the prices changed; with every documented limit on and in real time.
 */
@Command(name = "bench/products", mixinStandardHelpOptions = true)
final class ProductsBench implements Callable<Integer> {

  static final String CHOICES =
      """
      sync: { time-zone: America/New_York, start-date: "2025-01-01" }
      products: { create: all, schedule: off }
      taxes: { mode: mapped, us-code: New York City }
      """;

  @Option(names = "--products", description = "Products in the catalogue (${DEFAULT-VALUE}).")
  int products = 10_000;

  private boolean good = true;

  /** Runs it; the exit status is 0 if all figures are as promised. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new ProductsBench()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    var folder = Files.createTempDirectory("bench-products");
    try (var stage = new Stage(folder, CHOICES)) {
      System.out.printf("%d products%n", products);
      var offered = stage.offers(products);
      var cold = carry(stage, "cold");
      holds("an item for each product", items(stage) >= products);
      holds("30 items in a request", cold.of("batches") <= products / 30 + 10);
      var warm = carry(stage, "nothing changed");
      holds("nothing is written when nothing changed", warm.of("writes") == 0);
      holds("no read per product", warm.of("reads") < 100);
      stage.reprices(offered.subList(0, products / 10));
      var changed = carry(stage, "a tenth of the prices changed");
      holds("only what changed is written", changed.of("batches") <= products / 300 + 10);
      holds("no answer was 429", stage.company().counters().getOrDefault("throttled", 0L) == 0);
      return good ? 0 : 1;
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  private Figures carry(Stage stage, String name) throws InterruptedException {
    var before = Figures.Before.in(stage.company());
    var calls = stage.shopCalls();
    var meter = Meter.of(stage.program(), "products", "acme");
    var figures = before.until(stage.company());
    var said = meter.ended().said().strip().lines().reduce((first, last) -> last).orElse("");
    System.out.printf("%n%s: %s%n", name, said);
    line("requests to the shop", stage.shopCalls() - calls);
    line("requests to QuickBooks", figures.of("requests"));
    line("reads", figures.of("reads"));
    line("batches", figures.of("batches"));
    line("items in batches", figures.of("batch items"));
    line("answers 429", figures.of("throttled"));
    line("seconds, start to end", meter.wall().toMillis() / 1000.0);
    line("processor, ms per product", (double) meter.cpu().toMillis() / products);
    line("memory at most, MB", meter.megabytes());
    holds("the command came to its end", meter.ended().status() < 2);
    return figures;
  }

  private static int items(Stage stage) {
    return stage.company().lists().all("Item").size();
  }

  private static void line(String what, Number figure) {
    System.out.printf(
        figure instanceof Double ? "  %-34s %10.3f%n" : "  %-34s %6d%n", what, figure);
  }

  private void holds(String what, boolean holds) {
    System.out.printf("%s %s%n", holds ? "ok  " : "NOT ", what);
    good &= holds;
  }
}
