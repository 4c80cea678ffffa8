package io.shopbooks.bench;

import io.shopbooks.crash.Stage;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code bench/sync}: plans a first sync of generated orders, syncs them into a company that knows
 * nobody, and then the same again to the same buyers, with every documented limit on and in real
 * time.
 */
@Command(name = "bench/sync", mixinStandardHelpOptions = true)
final class SyncBench implements Callable<Integer> {

  static final List<String> CURRENCIES = List.of("EUR", "GBP", "CAD");

  static final String CHOICES =
      """
      sync: { time-zone: America/New_York, start-date: "2025-01-01" }
      sales: { number: { prefix: "W-" }, discount-item: Discount }
      taxes: { mode: mapped, us-code: New York City }
      """;

  private static final double MOST_WRITES = 1.1;
  private static final Duration LONGEST_PLAN = Duration.ofMinutes(1);

  @Option(names = "--orders", description = "Orders in each of the two syncs (${DEFAULT-VALUE}).")
  int orders = 1000;

  @Option(names = "--seed", description = "Makes the orders; without it, ${DEFAULT-VALUE}.")
  long seed = 20260101;

  @Option(names = "--plan-only", description = "Plans the first sync, and syncs nothing.")
  boolean planOnly;

  private boolean good = true;

  /** Runs it; the exit status is 0 if all figures are as promised. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new SyncBench()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    var folder = Files.createTempDirectory("bench-sync");
    try (var stage = new Stage(folder, CHOICES)) {
      System.out.printf(
          "%d orders, then the same again to the same buyers; --seed %d%n", orders, seed);
      stage.sells(orders, seed);
      plan(stage);
      if (planOnly) {
        return good ? 0 : 1;
      }
      sync(stage, "cold");
      stage.sells(orders, seed);
      var warm = sync(stage, "warm");
      holds("writes per known-customer receipt", warm.writesPerReceipt() <= MOST_WRITES);
      holds("reads per order when warm are 0.0", warm.readsPerReceipt() < 0.05);
      holds("batches used", warm.of("batches") > 0);
      holds("no answer was 429", stage.company().counters().getOrDefault("throttled", 0L) == 0);
      var audit = stage.audit(Set.of());
      holds("every sale once and to the cent, trial balance right", audit.isClean());
      List.of(audit.missing(), audit.doubled(), audit.wrong())
          .forEach(complaints -> complaints.forEach(System.out::println));
      return good ? 0 : 1;
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  private void plan(Stage stage) throws InterruptedException {
    var before = Figures.Before.in(stage.company());
    var meter = Meter.of(stage.program(), "plan", "acme");
    var figures = before.until(stage.company());
    var lines = meter.ended().said().strip().lines().toList();
    System.out.printf("%nplan: %s%n...%n%s%n", lines.get(0), lines.get(lines.size() - 1));
    line("lines", lines.size());
    line("requests", figures.of("requests"));
    line("writes", figures.of("writes"));
    costs(meter);
    holds("a plan was shown", meter.ended().status() <= 1);
    holds("nothing was written", figures.of("writes") == 0);
    holds("planned within a minute", meter.wall().compareTo(LONGEST_PLAN) <= 0);
  }

  private Figures sync(Stage stage, String name) throws InterruptedException {
    var before = Figures.Before.in(stage.company());
    var meter = Meter.of(stage.program(), "sync", "acme");
    var figures = before.until(stage.company());
    System.out.printf("%n%s: %s%n", name, meter.ended().said().strip());
    line("receipts", figures.receipts());
    line("requests per receipt", figures.requestsPerReceipt());
    line("writes per receipt", figures.writesPerReceipt());
    line("reads per receipt", figures.readsPerReceipt());
    line("reads", figures.of("reads"));
    line("batches", figures.of("batches"));
    line("documents and lists in batches", figures.of("batch items"));
    line("answers 429", figures.of("throttled"));
    line("share of the allowed rate, %", 100 * figures.shareOfRate(seconds(meter)));
    costs(meter);
    return figures;
  }

  private void costs(Meter meter) {
    line("seconds, start to end", seconds(meter));
    line("processor, ms per order", (double) meter.cpu().toMillis() / orders);
    line("memory at most, MB", meter.megabytes());
  }

  private static double seconds(Meter meter) {
    return meter.wall().toMillis() / 1000.0;
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
