package io.shopbooks.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code held ignore}: leaves something held as it is, for a reason. */
@Command(
    name = "ignore",
    description =
        "Leaves a held order as it is, for a reason. It stays visible, and the totals explain it.",
    footer = {"", "Exit status: 0 ignored; 2 usage or configuration."})
final class HeldIgnoreCommand implements Callable<Integer> {

  @Option(
      names = "--order",
      required = true,
      paramLabel = "NUMBER",
      description = "The order, by the number people see or by its id.")
  String order;

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "Why, for whoever asks later.")
  String reason;

  @Mixin ConnectionOptions options;

  private final Application application;

  HeldIgnoreCommand(Application application) {
    this.application = application;
  }

  @Override
  public Integer call() throws Exception {
    if (reason.isBlank()) {
      throw options.misuse("--reason says why, in some words.");
    }
    return options.work(
        application,
        (started, output) ->
            started
                .getBean(Deciding.class)
                .ignore(options.connection, order, reason.strip(), output));
  }
}
