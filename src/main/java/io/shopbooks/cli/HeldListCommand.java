package io.shopbooks.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code held list}: what needs a person, why, and what to do. */
@Command(
    name = "list",
    description = "Shows what is held: the order, the money at stake, why, and what to do.",
    footer = {"", "Exit status: 0 nothing; 1 something is held; 2 usage or configuration."})
final class HeldListCommand implements Callable<Integer> {

  @Parameters(arity = "0..1", paramLabel = "CONNECTION", description = "Of this connection only.")
  String connection;

  @Mixin Options options;

  private final Application application;

  HeldListCommand(Application application) {
    this.application = application;
  }

  @Override
  public Integer call() throws Exception {
    return options.work(
        application,
        connection,
        (started, output) ->
            started.getBean(Deciding.class).list(Optional.ofNullable(connection), output));
  }
}
