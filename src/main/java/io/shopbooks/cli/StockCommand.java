package io.shopbooks.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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

  @Parameters(paramLabel = "CONNECTION", description = "A connection file's name, without .yaml.")
  String connection;

  @Option(
      names = "--confirm",
      paramLabel = "FINGERPRINT",
      description = "Writes what was shown under this fingerprint, unless either side moved since.")
  String fingerprint;

  @Option(names = "--dry-run", description = "Shows every difference, and writes nothing.")
  boolean dryRun;

  @Mixin Options options;
  @Spec CommandSpec command;

  private final Application application;

  StockCommand(Application application) {
    this.application = application;
  }

  @Override
  public Integer call() throws Exception {
    if (dryRun && fingerprint != null) {
      throw new ParameterException(
          command.commandLine(), "--confirm writes and --dry-run does not: give one of them.");
    }
    var output = Output.of(command, options);
    return application.work(
        options.isAboutDemo(connection),
        started ->
            started
                .getBean(CarryingStock.class)
                .carry(connection, dryRun, Optional.ofNullable(fingerprint), output));
  }
}
