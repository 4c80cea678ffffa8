package io.shopbooks.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code held ignore}: leaves something held as it is, for a reason. */
@Command(
    name = "ignore",
    description =
        "Leaves a held order as it is, for a reason. It stays visible, and the totals explain it.",
    footer = {"", "Exit status: 0 ignored; 2 usage or configuration."})
final class HeldIgnoreCommand implements Callable<Integer> {

  @Parameters(paramLabel = "CONNECTION", description = "The connection it is held in.")
  String connection;

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

  @Mixin Options options;
  @Spec CommandSpec command;

  private final Application application;

  HeldIgnoreCommand(Application application) {
    this.application = application;
  }

  @Override
  public Integer call() throws Exception {
    if (reason.isBlank()) {
      throw new ParameterException(command.commandLine(), "--reason says why, in some words.");
    }
    var output = Output.of(command, options);
    return application.work(
        options.isAboutDemo(connection),
        started ->
            started.getBean(Deciding.class).ignore(connection, order, reason.strip(), output));
  }
}
