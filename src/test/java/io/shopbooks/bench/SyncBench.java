package io.shopbooks.bench;

import io.shopbooks.crash.Stage;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code bench/sync}: syncs generated orders into a company that knows nobody, and then the same
 * again to the same buyers, with every documented limit on and in real time.
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

  @Option(names = "--orders", description = "Orders in each of the two syncs (${DEFAULT-VALUE}).")
  int orders = 1000;

  @Option(names = "--seed", description = "Makes the orders; without it, ${DEFAULT-VALUE}.")
  long seed = 20260101;

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
      sync(stage, "cold");
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

  private Figures sync(Stage stage, String name) throws InterruptedException {
    stage.sells(orders, seed);
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
    var seconds = meter.wall().toMillis() / 1000.0;
    line("seconds, start to end", seconds);
    line("share of the allowed rate, %", 100 * figures.shareOfRate(seconds));
    line("processor, ms per order", (double) meter.cpu().toMillis() / orders);
    line("memory at most, MB", meter.megabytes());
    return figures;
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
