package io.shopbooks.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The program itself; without a command it serves. */
@Command(
    name = "shopbooks",
    versionProvider = Version.class,
    description =
        "Carries what an online shop sold into QuickBooks Online, once and to the cent."
            + " Without a command it serves.",
    footer = {
      "",
      "Exit status: 0 good; 1 something needs a person; 2 usage or configuration;",
      "3 not signed in or unreachable."
    })
final class ShopbooksCommand implements Callable<Integer> {

  @Mixin Help help;

  @Option(names = "--version", versionHelp = true, description = "Show the version.")
  boolean version;

  private final Application application;

  ShopbooksCommand(Application application) {
    this.application = application;
  }

  @Override
  public Integer call() throws Exception {
    return application.serve(false);
  }
}
