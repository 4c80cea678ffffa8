package io.shopbooks.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code apply}: carries out a plan that was shown. */
@Command(
    name = "apply",
    description =
        "Sends exactly what `shopbooks plan` showed under this fingerprint. Refuses, and changes"
            + " nothing, if the shop, the company, the mappings or the choices moved since.",
    footer = {
      "",
      "Exit status: 0 all posted or skipped; 1 something held or doubtful;",
      "2 refused, usage or configuration; 3 not signed in or unreachable."
    })
final class ApplyCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FINGERPRINT", description = "As the plan says it in its last line.")
  String fingerprint;

  @Mixin Options options;

  private final Application application;

  ApplyCommand(Application application) {
    this.application = application;
  }

  @Override
  public Integer call() throws Exception {
    return options.work(
        application,
        (started, output) -> started.getBean(PlanningSync.class).apply(fingerprint, output));
  }
}
