package io.shopbooks.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the README says is there. */
class ReadmeTest {

  private static final String README = read("README.md");
  private static final String ROUTES = read("routes/README.md");
  private static final String PROGRAM = "java -jar target/shopbooks.jar ";

  @Test
  void it_is_read_in_a_few_minutes() {
    assertThat(README.lines()).hasSizeLessThanOrEqualTo(150);
  }

  @TestFactory
  List<DynamicTest> each_route_has_its_line() throws IOException {
    try (var files = Files.list(Path.of("routes"))) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .map(ReadmeTest::line)
          .toList();
    }
  }

  /** The policies of on-error have descriptions of their own; the file is told in words. */
  private static DynamicTest line(Path file) {
    var name = file.getFileName().toString().replace(".camel.yaml", "");
    var told = Pattern.compile("(?m)^    description: (.+)$").matcher(read(file.toString()));
    assertThat(told.find()).as(name).isTrue();
    var said = name.equals("on-error") ? "" : told.group(1);
    var line = "- [%s](%s): %s".formatted(name, file.getFileName(), said);
    return DynamicTest.dynamicTest(name, () -> assertThat(ROUTES).contains(line));
  }

  @Test
  void its_links_lead_to_files() {
    var files =
        Pattern.compile("]\\((?!http)([^)#]+)\\)").matcher(README).results().map(m -> m.group(1));
    assertThat(files).isNotEmpty().allSatisfy(file -> assertThat(Path.of(file)).exists());
  }

  @TestFactory
  List<DynamicTest> its_commands_are_understood() {
    var commands = README.lines().filter(line -> line.startsWith(PROGRAM)).toList();
    assertThat(commands).hasSizeGreaterThan(8);
    return commands.stream()
        .map(line -> line.substring(PROGRAM.length()))
        .map(command -> DynamicTest.dynamicTest(command, () -> understood(command)))
        .toList();
  }

  private static void understood(String command) {
    var arguments =
        Arrays.stream(command.split(" (?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)"))
            .map(word -> word.replace("\"", ""))
            .toArray(String[]::new);
    assertThatCode(() -> Commands.line(null).parseArgs(arguments)).doesNotThrowAnyException();
  }

  @Test
  void its_test_command_is_what_continuous_integration_runs() {
    assertThat(README).contains("\nmvn verify\n");
    assertThat(read(".ci/run")).containsPattern("(?m)^mvn .*verify");
  }

  @Test
  void what_it_invites_to_change_is_there() {
    assertThat(read("mappings/woocommerce/order.jslt"))
        .contains(quoted("say `(.*?)` takes the payment's reference"));
    assertThat(read("routes/run-what-is-due.camel.yaml")).contains("cron");
    assertThat(read("routes/plan-documents.camel.yaml")).contains("id: wait-or-leave-out");
    assertThat(
            List.of(
                "bench/sync", "bench/products", "bench/stock", "bench/console", "bench/kill-nine"))
        .allSatisfy(
            script -> {
              assertThat(README).contains("`" + script + "`");
              assertThat(Path.of(script)).isExecutable();
            });
  }

  @Test
  void the_addresses_of_the_demo_are_those_it_opens() {
    var demo = read("src/main/resources/demo.yaml");
    assertThat(demo)
        .contains(
            "${shopbooks.demo.port:8081}/shop",
            "${shopbooks.demo.port:8081}/wix",
            "/books/9341452712345678");
    assertThat(README)
        .contains(
            "| http://localhost:8081/shop |",
            "| http://localhost:8081/wix |",
            "| http://localhost:8081/quickbooks/books/9341452712345678 |",
            "| http://localhost:8081/mail |");
  }

  private static String quoted(String sentence) {
    var matcher = Pattern.compile(sentence).matcher(README);
    assertThat(matcher.find()).as(sentence).isTrue();
    return matcher.group(1);
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
