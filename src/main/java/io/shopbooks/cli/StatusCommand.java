package io.shopbooks.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code status}: how every connection stands. */
@Command(
    name = "status",
    description =
        "Shows every connection: its sign-in, its last and next run, and how far its orders are."
            + " Asks neither shop nor QuickBooks.")
final class StatusCommand implements Callable<Integer> {

  @Mixin Options options;

  private final Application application;

  StatusCommand(Application application) {
    this.application = application;
  }

  @Override
  public Integer call() throws Exception {
    return options.work(
        application, (started, output) -> started.getBean(TellingStatus.class).tell(output));
  }
}
