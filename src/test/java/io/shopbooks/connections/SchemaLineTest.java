package io.shopbooks.connections;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Editors complete every connection file of the repository by the schema that decides. */
class SchemaLineTest {

  private static final Path SCHEMA = Path.of("mappings/connection.schema.json");
  private static final Pattern LINE = Pattern.compile("# yaml-language-server: \\$schema=(\\S+)\n");

  @Test
  void every_connection_file_begins_with_the_place_of_the_schema() throws IOException {
    for (var folder : List.of("mappings/connections", "mappings/examples/connections")) {
      try (var files = Files.list(Path.of(folder))) {
        assertThat(files)
            .isNotEmpty()
            .allSatisfy(
                file -> {
                  var line = LINE.matcher(Files.readString(file));
                  assertThat(line.lookingAt()).isTrue();
                  assertThat(file.resolveSibling(line.group(1)).normalize()).isEqualTo(SCHEMA);
                });
      }
    }
  }

  @Test
  void the_schema_in_the_program_is_that_file() {
    assertThat(SCHEMA).hasContent(new ConnectionSchema().text());
  }
}
