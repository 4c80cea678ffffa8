package io.shopbooks.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code plan}: what a sync would do. */
@Command(
    name = "plan",
    description =
        "Shows what a sync of a connection would do: each order, its documents, and the effect on"
            + " each account. Sends nothing.",
    footer = {
      "",
      "Exit status: 0 all would be posted or skipped; 1 something would be held;",
      "2 usage or configuration; 3 not signed in or unreachable."
    })
final class PlanCommand implements Callable<Integer> {

  @Mixin ConnectionOptions options;

  private final Application application;

  PlanCommand(Application application) {
    this.application = application;
  }

  @Override
  public Integer call() throws Exception {
    return options.work(
        application,
        (started, output) -> started.getBean(PlanningSync.class).plan(options.connection, output));
  }
}
