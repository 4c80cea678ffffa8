package io.shopbooks.cli;

import java.util.List;
import java.util.Map;
import org.springframework.core.env.PropertyResolver;
import org.springframework.core.env.StandardEnvironment;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line: what people type, and what becomes of it. */
public final class Commands {

  private Commands() {}

  /**
   * Does what the arguments say.
   *
   * @param application the class that names everything Spring is to start
   * @return the exit status
   */
  public static int run(Class<?> application, String... arguments) {
    return line(new StartedApplication(application, List.of())).execute(arguments);
  }

  static CommandLine line(Application application) {
    return line(application, new StandardEnvironment());
  }

  /**
   * @param settings where the folders of mappings and routes are, for commands that start nothing
   */
  static CommandLine line(Application application, PropertyResolver settings) {
    var line =
        new CommandLine(new ShopbooksCommand(application))
            .addSubcommand(new ServeCommand(application))
            .addSubcommand(new DemoCommand(application))
            .addSubcommand(new SyncCommand(application))
            .addSubcommand(new PlanCommand(application))
            .addSubcommand(new ApplyCommand(application))
            .addSubcommand(new ReplayCommand(application))
            .addSubcommand(new UndoCommand(application))
            .addSubcommand(new RedoCommand(application))
            .addSubcommand(new CheckCommand(application))
            .addSubcommand(new ConnectCommand(application))
            .addSubcommand(new SignInCommand(application))
            .addSubcommand(new StatusCommand(application))
            .addSubcommand(new ReportCommand(application))
            .addSubcommand(new ProductsCommand(application))
            .addSubcommand(new StockCommand(application))
            .addSubcommand(new UnmatchedCommand(application))
            .addSubcommand(
                new CommandLine(new HeldCommand())
                    .addSubcommand(new HeldListCommand(application))
                    .addSubcommand(new HeldRetryCommand(application))
                    .addSubcommand(new HeldIgnoreCommand(application)))
            .addSubcommand(
                new CommandLine(new SecretCommand())
                    .addSubcommand(new SecretSetCommand(application))
                    .addSubcommand(new SecretRemoveCommand(application)))
            .addSubcommand(new TestCommand(settings));
    line.setExecutionExceptionHandler(Commands::failed);
    line.setParameterExceptionHandler(Commands::misused);
    line.setUsageHelpAutoWidth(true);
    return line;
  }

  private static int failed(Exception failure, CommandLine command, ParseResult parsed) {
    var asked = command.getParseResult().hasMatchedOption("--json");
    var output = new Output(command.getOut(), command.getErr(), asked);
    var known = Failures.told(failure);
    if (known.isEmpty()) {
      failure.printStackTrace(command.getErr());
      output.remark("Shopbooks failed in a way nobody foresaw: " + failure);
      output.value(Map.of("error", failure.toString(), "remedy", ""));
      return ExitStatus.UNREACHABLE;
    }
    var told = known.get();
    output.remark(told.what());
    if (!told.remedy().isEmpty()) {
      output.remark(told.remedy());
    }
    output.value(Map.of("error", told.what(), "remedy", told.remedy()));
    return told.status();
  }

  private static int misused(ParameterException misuse, String[] arguments) {
    var command = misuse.getCommandLine();
    var err = command.getErr();
    err.println(misuse.getMessage());
    UnmatchedArgumentException.printSuggestions(misuse, err);
    err.println("`" + command.getCommandSpec().qualifiedName() + " --help` tells how it is used.");
    err.flush();
    return ExitStatus.CONFIGURATION;
  }
}
