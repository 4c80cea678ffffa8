package io.shopbooks.cli;

import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sync}: one whole run of a connection. */
@Command(
    name = "sync",
    description = "Carries a connection's sales into its books now, then stops.",
    footer = {
      "",
      "Exit status: 0 all posted or skipped; 1 something held or doubtful;",
      "2 usage or configuration; 3 not signed in or unreachable."
    })
final class SyncCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "CONNECTION",
      description = "Its file is mappings/connections/CONNECTION.yaml.")
  String connection;

  @Option(
      names = "--since",
      paramLabel = "DATE",
      description =
          "Read the orders made from this day on again, whatever was read before: 2026-01-31.")
  LocalDate since;

  @Option(
      names = "--until",
      paramLabel = "DATE",
      description = "The last day to read; without it, today.")
  LocalDate until;

  @Mixin Options options;
  @Spec CommandSpec command;

  private final Application application;

  SyncCommand(Application application) {
    this.application = application;
  }

  @Override
  public Integer call() throws Exception {
    if (since != null && until != null && until.isBefore(since)) {
      throw new ParameterException(
          command.commandLine(), "--until " + until + " is before --since " + since + ".");
    }
    var dates = new Syncing.Dates(Optional.ofNullable(since), Optional.ofNullable(until));
    var output = Output.of(command, options);
    return application.work(
        options.isAboutDemo(connection),
        started -> started.getBean(Syncing.class).sync(connection, dates, output));
  }
}
