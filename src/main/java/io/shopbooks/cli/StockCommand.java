package io.shopbooks.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code stock}: QuickBooks' quantities on hand go to the shop. */
@Command(
    name = "stock",
    description =
        "Compares QuickBooks' quantities on hand with the shop's stock, and writes to the shop what"
            + " changed in QuickBooks. The first time, and where the shop was changed or too much"
            + " would be emptied, it only shows what it would do, with a fingerprint to confirm it.",
    footer = {
      "",
      "Exit status: 0 both sides agree; 1 differences that a person is to look at;",
      "2 usage or configuration; 3 not signed in or unreachable."
    })
final class StockCommand implements Callable<Integer> {

  @Option(
      names = "--confirm",
      paramLabel = "FINGERPRINT",
      description = "Writes what was shown under this fingerprint, unless either side moved since.")
  String fingerprint;

  @Option(names = "--dry-run", description = "Shows every difference, and writes nothing.")
  boolean dryRun;

  @Mixin ConnectionOptions options;

  private final Application application;

  StockCommand(Application application) {
    this.application = application;
  }

  @Override
  public Integer call() throws Exception {
    if (dryRun && fingerprint != null) {
      throw options.misuse("--confirm writes and --dry-run does not: give one of them.");
    }
    return options.work(
        application,
        (started, output) ->
            started
                .getBean(CarryingStock.class)
                .carry(options.connection, dryRun, Optional.ofNullable(fingerprint), output));
  }
}
