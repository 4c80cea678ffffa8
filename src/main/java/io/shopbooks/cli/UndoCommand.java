package io.shopbooks.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code undo}: takes a run back. */
@Command(
    name = "undo",
    description =
        "Shows what taking a run back would delete and what would stay, and why. With --yes, deletes"
            + " exactly the run's documents; their orders stay out until `shopbooks redo`.",
    footer = {
      "",
      "Exit status: 0 all of it goes, or is gone; 1 some of it stays;",
      "2 refused, usage or configuration; 3 not signed in or unreachable."
    })
final class UndoCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "RUN",
      arity = "0..1",
      description = "Number of the run. Without it, the last runs are listed.")
  Long run;

  @Option(
      names = "--yes",
      paramLabel = "FINGERPRINT",
      arity = "0..1",
      fallbackValue = "yes",
      description =
          "Do it; with the fingerprint that was shown, only if nothing moved since it was.")
  String yes;

  @Mixin Options options;

  private final Application application;

  UndoCommand(Application application) {
    this.application = application;
  }

  @Override
  public Integer call() throws Exception {
    return options.work(
        application,
        (started, output) -> {
          var undoing = started.getBean(Undoing.class);
          return run == null
              ? undoing.list(output)
              : undoing.undo(run, Optional.ofNullable(yes), output);
        });
  }
}
