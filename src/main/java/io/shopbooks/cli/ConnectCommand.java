package io.shopbooks.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code connect}: signs a connection in to its QuickBooks company. */
@Command(
    name = "connect",
    description =
        "Signs a connection in to its QuickBooks company: prints an address to open in a browser,"
            + " and waits until Intuit's page led back.",
    footer = {"", "Exit status: 0 signed in; 2 usage or configuration; 3 not signed in."})
final class ConnectCommand implements Callable<Integer> {

  @Option(
      names = "--refresh-token",
      paramLabel = "TOKEN",
      description = "A refresh token; - reads it from stdin, so that no shell remembers it.")
  String token;

  @Option(
      names = "--realm",
      paramLabel = "REALM",
      description = "Id of the company; may be left out where the connection file names it.")
  String realm;

  @Option(names = "--again", description = "Sign in anew, though somebody is signed in.")
  boolean again;

  @Option(
      names = "--no-wait",
      description = "Print the address and end; a running serve takes what comes back.")
  boolean noWait;

  @Mixin ConnectionOptions options;

  private final Application application;

  ConnectCommand(Application application) {
    this.application = application;
  }

  @Override
  public Integer call() throws Exception {
    var given = token();
    var output = options.output();
    var demo = options.isAboutDemo(options.connection);
    if (given.isEmpty() && realm == null) {
      Application.Work inviting =
          started ->
              started
                  .getBean(InvitingBrowser.class)
                  .invite(options.connection, again, !noWait, output);
      return noWait ? application.work(demo, inviting) : application.workWithPages(demo, inviting);
    }
    return application.work(
        demo,
        started ->
            started
                .getBean(SigningIn.class)
                .signIn(options.connection, given, Optional.ofNullable(realm), output));
  }

  private Optional<String> token() throws IOException {
    if (!"-".equals(token)) {
      return Optional.ofNullable(token).map(String::strip);
    }
    var stdin = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    return Optional.of(Optional.ofNullable(stdin.readLine()).orElse("").strip());
  }
}
