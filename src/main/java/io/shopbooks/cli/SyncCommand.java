package io.shopbooks.cli;

import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

  @Mixin ConnectionOptions options;

  private final Application application;

  SyncCommand(Application application) {
    this.application = application;
  }

  @Override
  public Integer call() throws Exception {
    if (since != null && until != null && until.isBefore(since)) {
      throw options.misuse("--until " + until + " is before --since " + since + ".");
    }
    var dates = new Syncing.Dates(Optional.ofNullable(since), Optional.ofNullable(until));
    return options.work(
        application,
        (started, output) ->
            started.getBean(Syncing.class).sync(options.connection, dates, output));
  }
}
