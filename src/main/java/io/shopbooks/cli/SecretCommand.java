package io.shopbooks.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code secret}: what {@code ${secret:NAME}} in connection files stands for. */
@Command(
    name = "secret",
    description = "Keeps what connection files call by $${secret:NAME}, encrypted.")
final class SecretCommand implements Runnable {

  @Mixin Help help;

  @Spec CommandSpec command;

  @Override
  public void run() {
    throw new ParameterException(
        command.commandLine(), "Which of them: secret set or secret remove?");
  }
}
