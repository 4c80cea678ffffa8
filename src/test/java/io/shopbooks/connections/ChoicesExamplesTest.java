package io.shopbooks.connections;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The examples that docs/choices.md names show the choices they stand beside. */
class ChoicesExamplesTest {

  private static final Path EXAMPLES = Path.of("mappings/examples");

  /** What no order read from a file can show, and what only Wix shops or plugins bring. */
  private static final List<String> NOT_SHOWN =
      List.of("shop.", "company.", "sync.schedule", "products.schedule", "stock.", "report.");

  private record Shown(String choice, String example) {

    Path folder() {
      return Stream.of("products", "woocommerce")
          .map(kind -> EXAMPLES.resolve(kind).resolve(example))
          .filter(Files::exists)
          .findFirst()
          .orElseThrow(() -> new AssertionError("There is no example " + example));
    }

    /** What comes of it. */
    String golden() throws IOException {
      var item = folder().resolve("item.json");
      return Files.readString(Files.exists(item) ? item : folder().resolve("documents.json"));
    }
  }

  @Test
  void every_choice_about_documents_has_an_example() throws IOException {
    assertThat(rows().filter(row -> row.example().equals("-")).map(Shown::choice))
        .isNotEmpty()
        .allMatch(choice -> NOT_SHOWN.stream().anyMatch(choice::startsWith));
  }

  @Test
  void each_example_is_there_and_shows_the_rule_of_its_name() throws IOException {
    assertThat(examples())
        .hasSizeGreaterThan(40)
        .allSatisfy(
            row ->
                assertThat(yaml(row.folder().resolve("case.yaml")))
                    .containsEntry("rule", row.example()));
  }

  /** Its case or its connection makes the choice; else the default is in its documents. */
  @Test
  void each_example_shows_its_choice() throws IOException {
    var defaults =
        SchemaKeys.all().stream()
            .collect(Collectors.toMap(SchemaKeys.Key::path, SchemaKeys::byDefault));
    assertThat(examples())
        .allSatisfy(
            row -> {
              var value = defaults.get(row.choice()).replace("`", "");
              assertThat(isMade(row) || row.golden().contains('"' + value + '"'))
                  .as(row.choice() + " in " + row.example())
                  .isTrue();
            });
  }

  private static boolean isMade(Shown row) {
    var said = yaml(row.folder().resolve("case.yaml"));
    var connection = yaml(EXAMPLES.resolve("connections/" + said.get("connection") + ".yaml"));
    return Stream.of(said.get("change"), connection)
        .anyMatch(made -> has(made, List.of(row.choice().replace("[]", ".[]").split("\\."))));
  }

  private static boolean has(Object yaml, List<String> path) {
    if (path.isEmpty()) {
      return true;
    }
    var rest = path.subList(1, path.size());
    if (yaml instanceof List<?> list) {
      return list.stream().anyMatch(each -> has(each, rest));
    }
    if (!(yaml instanceof Map<?, ?> map)) {
      return false;
    }
    return path.get(0).equals("*")
        ? map.values().stream().anyMatch(each -> has(each, rest))
        : map.containsKey(path.get(0)) && has(map.get(path.get(0)), rest);
  }

  private static Map<String, Object> yaml(Path file) {
    try {
      return new Yaml().load(Files.readString(file));
    } catch (IOException e) {
      throw new AssertionError("There is no " + file, e);
    }
  }

  private static List<Shown> examples() throws IOException {
    return rows().filter(row -> !row.example().equals("-")).toList();
  }

  private static Stream<Shown> rows() throws IOException {
    return Files.readAllLines(Path.of("docs/choices.md")).stream()
        .filter(line -> line.startsWith("| `"))
        .map(line -> line.split("\\|", -1))
        .map(cells -> new Shown(plain(cells[1]), plain(cells[5])));
  }

  private static String plain(String cell) {
    return cell.strip().replace("`", "");
  }
}
