package io.shopbooks.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code check}: looks configuration, shop and company over before anything is sent. */
@Command(
    name = "check",
    description =
        "Looks configuration, shop and company over, tries the orders of the last 90 days, and"
            + " tells what would stop sales, each with its remedy. Changes nothing in either.",
    footer = {
      "",
      "Exit status: 0 good; 1 findings that would stop sales; 2 configuration;",
      "3 not signed in or unreachable."
    })
final class CheckCommand implements Callable<Integer> {

  @Parameters(arity = "0..1", paramLabel = "CONNECTION", description = "Only this connection.")
  String connection;

  @Option(
      names = "--days",
      paramLabel = "DAYS",
      defaultValue = "90",
      description = {
        "Orders of so many days are tried (${DEFAULT-VALUE}; 0: none). Nothing is",
        "stored and nothing is sent."
      })
  int days;

  @Mixin Options options;

  private final Application application;

  CheckCommand(Application application) {
    this.application = application;
  }

  @Override
  public Integer call() throws Exception {
    return options.work(
        application,
        connection,
        (started, output) ->
            started.getBean(Checking.class).check(Optional.ofNullable(connection), days, output));
  }
}
