package io.shopbooks.cli;

import io.shopbooks.data.Secrets;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code secret remove}: forgets a secret. */
@Command(
    name = "remove",
    description = "Forgets a secret. A connection file that names it is switched off.",
    footer = {"", "Exit status: 0 forgotten; 1 there was none."})
final class SecretRemoveCommand implements Callable<Integer> {

  @Parameters(paramLabel = "NAME", description = "As the connection file calls it.")
  String name;

  @Mixin Options options;

  private final Application application;

  SecretRemoveCommand(Application application) {
    this.application = application;
  }

  @Override
  public Integer call() throws Exception {
    return options.work(
        application,
        (started, output) -> {
          var removed = started.getBean(Secrets.class).remove(name);
          output.line(removed ? "Forgotten." : "There is no secret of this name.");
          output.value(Map.of("removed", removed));
          return removed ? ExitStatus.GOOD : ExitStatus.NEEDS_PERSON;
        });
  }
}
