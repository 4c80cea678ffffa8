package io.shopbooks.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code serve}: schedules, webhooks and console, until it is ended. */
@Command(
    name = "serve",
    description = "Runs schedules, webhooks and the console, until it is ended (the default).")
final class ServeCommand implements Callable<Integer> {

  @Mixin Help help;

  private final Application application;

  ServeCommand(Application application) {
    this.application = application;
  }

  @Override
  public Integer call() throws Exception {
    return application.serve(false);
  }
}
