package io.shopbooks.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code demo}: everything that {@code serve} runs, between pretends that live. */
@Command(
    name = "demo",
    description =
        "Runs everything between a pretend shop that sells, a pretend company and a pretend"
            + " mailbox. Needs nothing, and keeps what happened for the next start.")
final class DemoCommand implements Callable<Integer> {

  @Mixin Help help;

  private final Application application;

  DemoCommand(Application application) {
    this.application = application;
  }

  @Override
  public Integer call() throws Exception {
    return application.serve(true);
  }
}
