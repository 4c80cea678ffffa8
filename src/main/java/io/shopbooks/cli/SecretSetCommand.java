package io.shopbooks.cli;

import io.shopbooks.connections.ConnectionEditor;
import io.shopbooks.data.Secrets;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code secret set}: stores a secret that is typed, or comes on stdin. */
@Command(
    name = "set",
    description =
        "Stores a secret encrypted, in place of the one it had. It is asked for, or read from"
            + " stdin: one line. It is never shown again.",
    footer = {"", "Exit status: 0 stored; 2 no secret, or no name for one."})
final class SecretSetCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "NAME",
      description =
          "As the connection file calls it: acme.consumer-key in $${secret:acme.consumer-key}.")
  String name;

  @Mixin Options options;

  private final Application application;

  SecretSetCommand(Application application) {
    this.application = application;
  }

  @Override
  public Integer call() throws Exception {
    if (!ConnectionEditor.isSecretName(name)) {
      throw options.misuse("A secret's name has letters, digits, dots, dashes and underscores.");
    }
    var secret = secret();
    if (secret.isEmpty()) {
      throw options.misuse("No secret was given.");
    }
    return options.work(
        application,
        (started, output) -> {
          started.getBean(Secrets.class).put(name, secret);
          output.line("Stored. A connection file takes it by ${secret:" + name + "}.");
          output.value(Map.of("stored", name));
          return ExitStatus.GOOD;
        });
  }

  /** A terminal does not show it. */
  private String secret() throws IOException {
    var console = System.console();
    if (console != null) {
      var typed = console.readPassword("%s: ", name);
      return typed == null ? "" : new String(typed).strip();
    }
    var stdin = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    return Optional.ofNullable(stdin.readLine()).orElse("").strip();
  }
}
