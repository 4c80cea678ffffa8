package io.shopbooks.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code held}: what needs a person. */
@Command(name = "held", description = "Shows and decides what needs a person.")
final class HeldCommand implements Runnable {

  @Mixin Help help;

  @Spec CommandSpec command;

  @Override
  public void run() {
    throw new ParameterException(
        command.commandLine(), "Which of them: held list, held retry or held ignore?");
  }
}
