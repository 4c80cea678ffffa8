package io.shopbooks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.Shopbooks;
import io.shopbooks.World;
import io.shopbooks.pretend.quickbooks.Region;
import io.shopbooks.pretend.woocommerce.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.FileSystemUtils;

/** A mistake in a route file ends every command with 2, and is told with file, line and remedy. */
class BrokenRoutesTest {

  private static World world;

  @TempDir Path folder;

  @BeforeAll
  static void open() {
    world =
        World.of(
            Store.us(),
            Region.US,
            "sync: { time-zone: America/New_York, start-date: \"2026-01-01\" }\n");
  }

  @AfterAll
  static void close() {
    world.close();
  }

  @BeforeEach
  void copy() throws IOException {
    FileSystemUtils.copyRecursively(Path.of("routes"), folder);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          book-sale | '- choice:' | '- choise:' | ': Unknown node id: choise.'
          plan-sale | 'ref: bookkeeper' | 'ref: bookeeper' | ': No bean could be found in the registry for: bookeeper.'
          plan-sale | 'method: invoice(' | 'method: invoyce(' | ': There is no method invoyce of io.shopbooks.books.Bookkeeper.'
          plan-documents | 'name: book-sale' | 'name: book-sail' | ': It calls the route ''book-sail'', which is not there.'
          """)
  void a_mistake_is_told_with_file_and_line(String route, String from, String to, String told)
      throws IOException {
    var line = edit(route, from, to);

    var status = command("status", "--json");

    assertThat(status.status()).isEqualTo(2);
    assertThat(status.err())
        .containsPattern(route + "\\.camel\\.yaml:" + line + ":")
        .contains(told)
        .doesNotContain("\tat ", "Exception");
    assertThat(status.json().get("error").asText()).contains(told);
    assertThat(status.json().get("remedy").asText()).isNotBlank();
  }

  @Test
  void route_and_file_have_one_name() throws IOException {
    edit("book-sale", "id: book-sale", "id: book-sales");

    var status = command("status");

    assertThat(status.status()).isEqualTo(2);
    assertThat(status.err())
        .contains("book-sale.camel.yaml: ", "has the id 'book-sales'", "one name");
  }

  /** Answers the line that was changed first. */
  private String edit(String route, String from, String to) throws IOException {
    var file = folder.resolve(route + ".camel.yaml");
    var text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(
        file,
        text.substring(0, text.indexOf(from))
            + to
            + text.substring(text.indexOf(from) + from.length()));
    var before = text.substring(0, text.indexOf(from)).lines().count();
    return Long.toString(before);
  }

  private Typed command(String... arguments) {
    var settings =
        Stream.concat(
                world.properties().entrySet().stream()
                    .filter(property -> !property.getKey().equals("shopbooks.schedules"))
                    .map(property -> property.getKey() + "=" + property.getValue()),
                Stream.of("shopbooks.routes=" + folder))
            .toList();
    return Typed.with(new StartedApplication(Shopbooks.class, List.copyOf(settings)), arguments);
  }
}
