package io.shopbooks.cli;

import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code report}: what a run or some days did, and whether shop, ledger and books agree. */
@Command(
    name = "report",
    description =
        "Tells what a run or some days did, and whether shop, ledger and QuickBooks agree on it."
            + " Without options: the last run. Asks neither shop nor QuickBooks.",
    footer = {
      "",
      "Exit status: 0 every difference has a name and nothing is held; 1 something needs a person;",
      "2 usage or configuration."
    })
final class ReportCommand implements Callable<Integer> {

  @Option(names = "--run", paramLabel = "RUN", description = "The run of this number.")
  Long run;

  @Option(names = "--from", paramLabel = "DATE", description = "The first day: 2026-01-31.")
  LocalDate from;

  @Option(names = "--to", paramLabel = "DATE", description = "The last day; without it, today.")
  LocalDate to;

  @Option(
      names = "--csv",
      description = "The documents, one line each: comma-separated values, with a heading.")
  boolean csv;

  @Mixin ConnectionOptions options;

  private final Application application;

  ReportCommand(Application application) {
    this.application = application;
  }

  @Override
  public Integer call() throws Exception {
    refuse(run != null && (from != null || to != null), "Name a run or days, not both.");
    refuse(from == null && to != null, "--to needs --from.");
    refuse(from != null && to != null && to.isBefore(from), "--to is before --from.");
    refuse(csv && options.json, "Ask for --json or --csv, not both.");
    var asked =
        new TellingReport.Asked(
            Optional.ofNullable(run), Optional.ofNullable(from), Optional.ofNullable(to), csv);
    return options.work(
        application,
        (started, output) ->
            started.getBean(TellingReport.class).tell(options.connection, asked, output));
  }

  private void refuse(boolean wrong, String why) {
    if (wrong) {
      throw options.misuse(why);
    }
  }
}
