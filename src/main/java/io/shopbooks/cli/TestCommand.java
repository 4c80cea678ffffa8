package io.shopbooks.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.PropertyResolver;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code shopbooks test}: runs the worked examples in {@code mappings/examples} through today's
 * mappings, routes and rules, offline. Exit status 0 if all pass, 1 if one fails, 2 if the command,
 * a mapping or a route is wrong.
 */
@Command(
    name = "test",
    description =
        "Runs the worked examples of mappings/examples through the mappings, routes and rules as"
            + " they are now, without network and database.",
    footer = {"", "Exit status: 0 all pass; 1 one fails; 2 usage, or a broken mapping or route."})
final class TestCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FOLDER",
      description = "Only these examples, or those below these folders; all if none is named.")
  private List<Path> folders = List.of();

  @Option(names = "--json", description = "One JSON value for machines.")
  private boolean json;

  @Option(
      names = "--write",
      description = "Make sale.json and documents.json say what comes of the examples now.")
  private boolean write;

  @Mixin private Help help;

  private final PropertyResolver settings;

  TestCommand(PropertyResolver settings) {
    this.settings = settings;
  }

  @Override
  public Integer call() {
    // What is to be said is said below; Camel would log each of its steps.
    LoggingSystem.get(getClass().getClassLoader()).beforeInitialize();
    var began = Instant.now();
    try (var examples = new Examples(folder("mappings"), folder("routes"))) {
      var report = run(examples);
      var took = Duration.between(began, Instant.now());
      spec.commandLine().getOut().print(json ? report.json(took) : report.text(took));
      spec.commandLine().getOut().flush();
      return report.passed() ? ExitStatus.GOOD : ExitStatus.NEEDS_PERSON;
    }
  }

  private Path folder(String name) {
    return Path.of(settings.getProperty("shopbooks." + name, "./" + name));
  }

  private ExampleReport run(Examples examples) {
    var rewrites = write || settings.getProperty("golden", "").equals("write");
    var chosen = chosen(examples);
    var results = chosen.stream().map(example -> examples.run(example, rewrites)).toList();
    // A part of the examples need not show every rule.
    var complaints = folders.isEmpty() ? examples.complaints(results) : List.<String>of();
    return new ExampleReport(examples.rules(), results, complaints);
  }

  private List<Path> chosen(Examples examples) {
    if (folders.isEmpty()) {
      return examples.all();
    }
    var chosen = new ArrayList<Path>();
    for (var folder : folders) {
      var found = examples.named(folder);
      if (found.isEmpty()) {
        throw new ParameterException(spec.commandLine(), "There is no example in " + folder + ".");
      }
      found.stream().filter(example -> !chosen.contains(example)).forEach(chosen::add);
    }
    return chosen;
  }
}
