package io.shopbooks.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code held retry}: tries held orders again. */
@Command(
    name = "retry",
    description =
        "Reads what is held from the shop again, and tries to bring it to the books with today's"
            + " choices.",
    footer = {
      "",
      "Exit status: 0 in the books; 1 still held or doubtful; 2 usage or configuration;",
      "3 not signed in or unreachable."
    })
final class HeldRetryCommand implements Callable<Integer> {

  @ArgGroup(multiplicity = "1")
  Which which;

  /** One order, or all that is held. */
  static final class Which {

    @Option(
        names = "--order",
        paramLabel = "NUMBER",
        description = "The order, by the number people see or by its id.")
    String order;

    @Option(names = "--all", description = "Everything that is held in the connection.")
    boolean all;
  }

  @Option(
      names = "--new",
      description =
          "With --order: no document in QuickBooks is this sale or refund, whatever looks like it there.")
  boolean asNew;

  @Mixin ConnectionOptions options;

  private final Application application;

  HeldRetryCommand(Application application) {
    this.application = application;
  }

  @Override
  public Integer call() throws Exception {
    if (asNew && which.all) {
      throw options.misuse("--new is about one order: name it with --order.");
    }
    return options.work(
        application,
        (started, output) -> {
          var deciding = started.getBean(Deciding.class);
          if (asNew) {
            deciding.isNew(options.connection, which.order);
          }
          return deciding.retry(options.connection, Optional.ofNullable(which.order), output);
        });
  }
}
