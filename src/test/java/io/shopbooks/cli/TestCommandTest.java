package io.shopbooks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** {@code shopbooks test} on copies of the folders, into which a person puts a mistake. */
class TestCommandTest {

  private static final String EXAMPLE = "payment-method-without-an-account-is-held";

  @TempDir Path folder;

  @BeforeEach
  void copy() throws IOException {
    for (var name : new String[] {"mappings", "routes"}) {
      FileSystemUtils.copyRecursively(Path.of(name), folder.resolve(name));
    }
  }

  private Typed test(String... more) {
    var arguments = new String[more.length + 2];
    arguments[0] = "test";
    arguments[1] = EXAMPLE;
    System.arraycopy(more, 0, arguments, 2, more.length);
    return Typed.alone(
        Map.of(
            "shopbooks.mappings", folder.resolve("mappings").toString(),
            "shopbooks.routes", folder.resolve("routes").toString()),
        arguments);
  }

  private void edit(String file, String from, String to) throws IOException {
    var path = folder.resolve(file);
    assertThat(path).content().contains(from);
    Files.writeString(path, Files.readString(path).replace(from, to));
  }

  @Test
  void what_comes_as_it_should_ends_with_0() {
    var test = test();

    assertThat(test.status()).isZero();
    assertThat(test.out()).contains("A payment method that no account is chosen for", "1 passed");
    assertThat(test("--json").json().get("passed").asBoolean()).isTrue();
  }

  @Test
  void what_comes_otherwise_is_shown_line_by_line_and_ends_with_1() throws IOException {
    var golden = "mappings/examples/woocommerce/" + EXAMPLE + "/documents.json";
    edit(golden, "no-payment-rule", "no-rule");

    var test = test();

    assertThat(test.status()).isEqualTo(1);
    assertThat(test.out())
        .contains("FAILED ", "documents.json as it should be")
        .containsPattern("-.*\"no-rule\"")
        .containsPattern("\\+.*\"no-payment-rule\"");
    assertThat(test("--write").out()).contains("1 FILE WAS REWRITTEN");
    assertThat(test().status()).isZero();
  }

  @Test
  void a_broken_mapping_ends_with_2_and_tells_file_and_line() throws IOException {
    edit("mappings/woocommerce/order.jslt", "{", "{ ((");

    var test = test("--json");

    assertThat(test.status()).isEqualTo(2);
    assertThat(test.err()).contains("order.jslt:").doesNotContain("\tat ");
    assertThat(test.json().get("error").asText()).contains("order.jslt:");
  }

  @Test
  void a_broken_route_ends_with_2_and_tells_the_file() throws IOException {
    edit("routes/book-sale.camel.yaml", "choice:", "choise:");

    var test = test();

    assertThat(test.status()).isEqualTo(2);
    assertThat(test.err()).contains("book-sale.camel.yaml").doesNotContain("\tat ");
  }
}
