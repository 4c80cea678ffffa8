package io.shopbooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What can be seen of the containers without an engine that runs them. */
class ContainersTest {

  private final String compose = read("docker-compose.yml");
  private final String dockerfile = read("Dockerfile");

  @Test
  void a_database_shopbooks_and_a_mail_catcher_start_and_the_demo_only_when_asked_for() {
    var services = services();
    assertThat(services).containsOnlyKeys("database", "mail", "shopbooks", "demo");
    assertThat(services.get("demo")).containsEntry("profiles", List.of("demo"));
    assertThat(services.get("demo")).containsEntry("command", List.of("demo"));
    assertThat(services.get("shopbooks")).doesNotContainKeys("profiles", "command");
  }

  @Test
  void the_demo_needs_no_account() {
    assertThat(services().get("demo").get("environment").toString()).doesNotContain("QUICKBOOKS");
  }

  @Test
  void ports_are_opened_to_this_machine_only() {
    assertThat(services().values())
        .allSatisfy(
            service ->
                assertThat((List<?>) service.getOrDefault("ports", List.of()))
                    .allSatisfy(port -> assertThat(port.toString()).startsWith("127.0.0.1:")));
  }

  @Test
  void every_value_that_is_taken_from_outside_is_in_the_example_of_the_environment() {
    var example = read(".env.example");
    var names =
        Pattern.compile("\\$\\{([A-Z_]+)").matcher(compose).results().map(m -> m.group(1)).toList();
    assertThat(names)
        .isNotEmpty()
        .allSatisfy(name -> assertThat(example).containsPattern("(?m)^" + name + "="));
  }

  @Test
  void the_image_runs_the_product_and_not_as_root() {
    assertThat(dockerfile).containsPattern("(?m)^USER shopbooks$");
    assertThat(dockerfile)
        .containsPattern("(?m)^ENTRYPOINT .*\"java\".*\"-jar\", \"shopbooks.jar\"]$")
        .containsPattern("(?m)^CMD \\[\"serve\"]$");
    assertThat(read("pom.xml")).contains("<finalName>shopbooks</finalName>");
  }

  @Test
  void what_the_image_is_built_from_is_there() {
    var copied =
        Pattern.compile("(?m)^COPY (?!--from)(\\S+)").matcher(dockerfile).results().toList();
    assertThat(copied).isNotEmpty().allSatisfy(copy -> assertThat(Path.of(copy.group(1))).exists());
  }

  private Map<String, Map<String, Object>> services() {
    Map<String, Map<String, Map<String, Object>>> file = new Yaml().load(compose);
    return file.get("services");
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
