package io.shopbooks.cli;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code replay}: what today's mappings would make of past orders. */
@Command(
    name = "replay",
    description =
        "Maps past orders again, from what was kept of them, with today's mappings and choices, and"
            + " shows what would be posted otherwise. Writes nothing.",
    footer = {
      "",
      "Exit status: 0 the same; 1 something would be posted otherwise;",
      "2 usage or configuration; 3 not signed in or unreachable."
    })
final class ReplayCommand implements Callable<Integer> {

  @Option(
      names = "--from",
      paramLabel = "DATE",
      required = true,
      description = "The first day on which the orders were made: 2026-01-31.")
  LocalDate from;

  @Option(names = "--to", paramLabel = "DATE", required = true, description = "The last day.")
  LocalDate to;

  @Mixin ConnectionOptions options;

  private final Application application;

  ReplayCommand(Application application) {
    this.application = application;
  }

  @Override
  public Integer call() throws Exception {
    if (to.isBefore(from)) {
      throw options.misuse("--to " + to + " is before --from " + from + ".");
    }
    return options.work(
        application,
        (started, output) ->
            started.getBean(Replaying.class).replay(options.connection, from, to, output));
  }
}
