package io.shopbooks.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code unmatched}: what is sold under the default item, and moving it where it belongs. */
@Command(
    name = "unmatched",
    description =
        "Shows the products that no item in QuickBooks matches, and what was sold of them under"
            + " the default item; moves it once an item matches.",
    footer = {
      "",
      "Exit status: 0 nothing is left to do; 1 products without an item, or something is held;",
      "2 usage or configuration; 3 not signed in or unreachable."
    })
final class UnmatchedCommand implements Callable<Integer> {

  @Option(
      names = "--move",
      paramLabel = "SKU|ID",
      description =
          "Moves what was sold of this product to the item that matches it now. Names the product"
              + " by its SKU or the shop's id.")
  String moved;

  @Mixin ConnectionOptions options;

  private final Application application;

  UnmatchedCommand(Application application) {
    this.application = application;
  }

  @Override
  public Integer call() throws Exception {
    return options.work(
        application,
        (started, output) -> {
          var telling = started.getBean(TellingUnmatched.class);
          return moved == null
              ? telling.list(options.connection, output)
              : telling.move(options.connection, moved, output);
        });
  }
}
