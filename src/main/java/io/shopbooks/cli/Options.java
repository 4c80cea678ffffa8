package io.shopbooks.cli;

import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What every command that works takes, and how it begins. */
class Options {

  @Option(
      names = "--json",
      description = "Answer machines: one JSON value on stdout, everything else on stderr.")
  boolean json;

  @Option(names = "--demo", description = "Work on the demo that runs, or ran, in this folder.")
  boolean demo;

  @Mixin Help help;

  @Spec(Spec.Target.MIXEE)
  CommandSpec command;

  /** What a command does with the running application; answers the exit status. */
  @FunctionalInterface
  interface Task {
    int with(ApplicationContext started, Output output) throws Exception;
  }

  /** Starts the application and does the work. */
  int work(Application application, Task task) throws Exception {
    return work(application, "", task);
  }

  /**
   * The same, where it is about one connection.
   *
   * @param connection null or empty for none
   */
  int work(Application application, String connection, Task task) throws Exception {
    var output = output();
    return application.work(isAboutDemo(connection), started -> task.with(started, output));
  }

  /** The demo's own connections are named demo and demo-wix, so that naming one is enough. */
  boolean isAboutDemo(String connection) {
    return demo || "demo".equals(connection) || "demo-wix".equals(connection);
  }

  Output output() {
    var line = command.commandLine();
    return new Output(line.getOut(), line.getErr(), json);
  }

  /** For what is written wrong, in a way that only this command knows. */
  ParameterException misuse(String why) {
    return new ParameterException(command.commandLine(), why);
  }
}
