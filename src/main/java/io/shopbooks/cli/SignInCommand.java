package io.shopbooks.cli;

import io.shopbooks.console.Role;
import io.shopbooks.console.SignInLinks;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sign-in}: a link to the console, also where a password was forgotten. */
@Command(
    name = "sign-in",
    description =
        "Prints a link with which a person makes an account of the console, or chooses a new"
            + " password for one. It is good once, and for a day.")
final class SignInCommand implements Callable<Integer> {

  @Option(
      names = "--viewer",
      description = "For an account that may see everything and change nothing.")
  boolean viewer;

  @Mixin Options options;

  private final Application application;

  SignInCommand(Application application) {
    this.application = application;
  }

  @Override
  public Integer call() throws Exception {
    return options.work(
        application,
        (started, output) -> {
          var links = started.getBean(SignInLinks.class);
          var link = links.forTerminal(viewer ? Role.VIEWER : Role.OPERATOR);
          output.value(Map.of("link", link));
          output.line(link);
          return ExitStatus.GOOD;
        });
  }
}
