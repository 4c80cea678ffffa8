package io.shopbooks.bench;

import io.shopbooks.StockWorld;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench/stock}: how many requests the stock of a large shop costs. */
@Command(name = "bench/stock", mixinStandardHelpOptions = true)
final class StockBench implements Callable<Integer> {

  @Option(names = "--products", description = "Products in the shop (${DEFAULT-VALUE}).")
  int products = 10_000;

  private boolean good = true;

  /** Runs it; the exit status is 0 if all figures are as promised. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new StockBench()).execute(arguments));
  }

  @Override
  public Integer call() {
    try (var world = StockWorld.of(products)) {
      System.out.printf("%d products%n", products);
      world.agrees();
      world.changesAll(7);
      var calls = world.callsOf(() -> world.stock());
      System.out.printf("requests to the shop, all quantities changed: %d%n", calls);
      holds("a request per hundred products", calls <= products / 100 + 10);
      holds("every quantity arrived", world.inShop().stream().allMatch(count -> count == 7));
      // So many changes at once overflow change data capture: the lists are read whole, once.
      var after = world.readsOf(() -> world.lives(Duration.ofHours(3)));
      System.out.printf("metered reads of the three hours after that change: %d%n", after);
      var reads = world.readsOf(() -> world.lives(Duration.ofDays(1)));
      System.out.printf("metered reads of an idle day: %d%n", reads);
      holds("an idle day costs 30 reads at most", reads <= 30);
      return good ? 0 : 1;
    }
  }

  private void holds(String what, boolean holds) {
    System.out.printf("%s %s%n", holds ? "ok  " : "NOT ", what);
    good &= holds;
  }
}
