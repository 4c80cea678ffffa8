package io.shopbooks.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code products}: the shop's catalogue becomes items. */
@Command(
    name = "products",
    description =
        "Carries the shop's catalogue to QuickBooks' items: makes what is missing, and follows what"
            + " the shop changed where nobody changed it in QuickBooks.",
    footer = {
      "",
      "Exit status: 0 every product is settled; 1 products that a person is to look at;",
      "2 usage or configuration; 3 not signed in or unreachable."
    })
final class ProductsCommand implements Callable<Integer> {

  @Option(
      names = "--dry-run",
      description = "Shows what would be made, changed and left alone, and writes nothing.")
  boolean dryRun;

  @Mixin ConnectionOptions options;

  private final Application application;

  ProductsCommand(Application application) {
    this.application = application;
  }

  @Override
  public Integer call() throws Exception {
    return options.work(
        application,
        (started, output) -> {
          var carrying = started.getBean(CarryingProducts.class);
          return dryRun
              ? carrying.show(options.connection, output)
              : carrying.carry(options.connection, output);
        });
  }
}
