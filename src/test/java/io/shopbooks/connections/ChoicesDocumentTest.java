package io.shopbooks.connections;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/choices.md says what the schema says. */
class ChoicesDocumentTest {

  private static final Path DOCUMENT = Path.of("docs/choices.md");

  /** What the program works out and no schema can say. */
  private static final Map<String, String> WORKED_OUT =
      Map.of("sync.start-date", "; wix: 1 January of the year in which the site is first read");

  private record Row(String choice, String values, String byDefault, String words) {}

  @Test
  void every_key_has_a_line_and_every_line_a_key() throws IOException {
    assertThat(rows().stream().map(Row::choice))
        .containsExactlyElementsOf(SchemaKeys.all().stream().map(SchemaKeys.Key::path).toList());
  }

  @Test
  void each_line_tells_the_default_of_the_schema() throws IOException {
    var rows = byChoice();
    assertThat(SchemaKeys.all())
        .isNotEmpty()
        .allSatisfy(
            key ->
                assertThat(rows.get(key.path()).byDefault())
                    .as(key.path())
                    .isEqualTo(
                        SchemaKeys.byDefault(key) + WORKED_OUT.getOrDefault(key.path(), "")));
  }

  @Test
  void each_line_tells_the_words_the_schema_allows() throws IOException {
    var rows = byChoice();
    var choosable = SchemaKeys.all().stream().filter(key -> !key.words().isEmpty()).toList();
    assertThat(choosable)
        .hasSizeGreaterThan(15)
        .allSatisfy(
            key ->
                assertThat(quoted(rows.get(key.path()).values()))
                    .as(key.path())
                    .isEqualTo(key.words()));
  }

  @Test
  void each_line_says_what_the_choice_does() throws IOException {
    assertThat(rows())
        .allSatisfy(row -> assertThat(row.words()).endsWith(".").hasSizeGreaterThan(4));
  }

  @Test
  void the_schema_describes_every_key_for_editors() {
    assertThat(SchemaKeys.all())
        .allSatisfy(
            key ->
                assertThat(key.schema().path("description").asText()).as(key.path()).endsWith("."));
  }

  @Test
  void the_schema_is_a_json_schema() {
    var metaSchema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(SchemaLocation.of(SchemaId.V202012));

    assertThat(metaSchema.validate(new ConnectionSchema().json())).isEmpty();
    assertThat(metaSchema.validate(TextNode.valueOf("no schema"))).isNotEmpty();
  }

  private static Map<String, Row> byChoice() throws IOException {
    return rows().stream().collect(Collectors.toMap(Row::choice, Function.identity()));
  }

  private static List<Row> rows() throws IOException {
    return Files.readAllLines(DOCUMENT).stream()
        .filter(line -> line.startsWith("| `"))
        .map(line -> line.split("\\|", -1))
        .map(
            cells -> {
              assertThat(cells).hasSize(7);
              return new Row(
                  cells[1].strip().replace("`", ""),
                  cells[2].strip(),
                  cells[3].strip(),
                  cells[4].strip());
            })
        .toList();
  }

  private static List<String> quoted(String cell) {
    return Pattern.compile("`([^`]+)`").matcher(cell).results().map(m -> m.group(1)).toList();
  }
}
