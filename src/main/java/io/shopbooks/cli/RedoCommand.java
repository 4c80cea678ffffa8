package io.shopbooks.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code redo}: brings orders back that a run was taken back with. */
@Command(
    name = "redo",
    description =
        "Brings the orders of a run that was taken back to the books again, as they are in the shop"
            + " by now.",
    footer = {
      "",
      "Exit status: 0 all posted or skipped; 1 something held or doubtful;",
      "2 usage or configuration; 3 not signed in or unreachable."
    })
final class RedoCommand implements Callable<Integer> {

  @Parameters(paramLabel = "RUN", description = "Number of the run that was taken back.")
  long run;

  @Option(
      names = "--order",
      paramLabel = "NUMBER",
      defaultValue = "",
      description = "Only this order, by the number people see or by its id.")
  String order;

  @Mixin Options options;

  private final Application application;

  RedoCommand(Application application) {
    this.application = application;
  }

  @Override
  public Integer call() throws Exception {
    return options.work(
        application, (started, output) -> started.getBean(Undoing.class).redo(run, order, output));
  }
}
