package io.shopbooks.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopbooks.connections.Connection.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mapping files: shipped ones, broken ones, and those that do what they may not. */
class MappingsTest {

  @TempDir Path folder;

  @BeforeEach
  void copyTheShippedMappings() throws IOException {
    Files.createDirectory(folder.resolve("woocommerce"));
    for (var file : shipped()) {
      Files.copy(file, woocommerce(file.getFileName().toString()));
    }
  }

  @Test
  void the_shipped_mappings_neither_calculate_nor_compare_amounts() throws IOException {
    assertThat(shipped()).hasSizeGreaterThanOrEqualTo(3);
    for (var file : shipped()) {
      assertThatCode(() -> MappingRules.check(file, Files.readString(file)))
          .doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        ".total - .total_tax#calculates with '-'",
        "[for (.line_items) .quantity * .price]#calculates with '*'",
        "if (.a) .total / 2 else .b#calculates with '/'",
        "{ \"a\": { \"b\": .first_name + .last_name } }#calculates with '+'",
        "number(.total)#calculates with number()",
        "{for (.list) .key : round(.value)}#calculates with round()",
        "sum(.totals)#calculates with sum()",
        "max(.total, .total_tax)#calculates with max()",
        ".fees[0 : 2] | floor(.)#calculates with floor()",
        ".total > .total_tax#compares values with '>'",
        "[for (.fee_lines) .name if (.total <= 0)]#compares values with '<='",
        ".total == .subtotal#compares values with '=='",
        ".total == 0#compares values with '=='",
        ".total != \"0.00\"#compares values with '!='",
        "\" -4,00\" == .total#compares values with '=='",
        "let a = .total  $a == $b#compares values with '=='",
        "def f(x) $x * 2  f(.total)#calculates with '*'",
      })
  void a_mapping_that_calculates_or_compares_amounts_is_refused(String mapping, String offence) {
    assertThatThrownBy(() -> MappingRules.check(Path.of("bad.jslt"), "\n" + mapping))
        .isInstanceOf(BrokenMapping.class)
        .hasMessage(
            "bad.jslt:2: This mapping "
                + offence
                + ", and mappings never calculate or compare amounts. Pass the shop's values on as"
                + " they are; Shopbooks adds, compares and rounds them exactly.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".payment_method == \"cod\"",
        ".paid == true or .date_paid != null",
        "if (.total != \"\") .total",
        "{ \"first\": .lines[0], \"last\": .lines[-1], * - total : . }",
        "join([.first_name, .last_name], \" \")",
        "string(.total)"
      })
  void asking_for_a_word_is_allowed(String mapping) {
    assertThatCode(() -> MappingRules.check(Path.of("good.jslt"), mapping))
        .doesNotThrowAnyException();
  }

  @Test
  void a_calculating_mapping_stops_the_start() throws IOException {
    write(
        "order.jslt",
        Files.readString(woocommerce("order.jslt")).replace("$order.total,", "$order.total - 1,"));

    assertThatThrownBy(this::start)
        .isInstanceOf(BrokenMapping.class)
        .hasMessageMatching("(?s).*order\\.jslt:\\d+: This mapping calculates with '-'.*");
  }

  @Test
  void a_broken_mapping_stops_the_start_with_file_and_line() throws IOException {
    write("refund.jslt", "{\n  \"id\": string(.id)\n  \"amount\": .amount\n}");

    assertThatThrownBy(this::start)
        .isInstanceOf(BrokenMapping.class)
        .hasMessageStartingWith(woocommerce("refund.jslt") + ":3: This is not JSLT: ")
        .hasMessageEndingWith("Correct this line, or put the last working copy of the file back.");
  }

  @Test
  void a_stray_character_stops_the_start_with_file_and_line() throws IOException {
    write("lines.jslt", "def line(item, id)\n  ;\n");

    assertThatThrownBy(this::start).hasMessageStartingWith(woocommerce("lines.jslt") + ":2: ");
  }

  @Test
  void an_unknown_function_stops_the_start_with_file_and_line() throws IOException {
    write("order.jslt", "{\n  \"id\": plane(.order.id)\n}");

    assertThatThrownBy(this::start)
        .hasMessage(
            woocommerce("order.jslt")
                + ":2: No such function: 'plane'. Correct this line of the mapping.");
  }

  @Test
  void a_missing_mapping_stops_the_start() throws IOException {
    Files.delete(woocommerce("lines.jslt"));
    assertThatThrownBy(this::start)
        .isInstanceOf(BrokenMapping.class)
        .hasMessageStartingWith(
            woocommerce("lines.jslt") + ": This mapping is missing. Put it back");

    Files.delete(woocommerce("order.jslt"));
    assertThatThrownBy(this::start)
        .hasMessageStartingWith(
            woocommerce("order.jslt") + ": This mapping is missing. Put it back");

    assertThatThrownBy(() -> new Mappings(folder.resolve("nowhere"), Settings.usual()))
        .isInstanceOf(BrokenMapping.class)
        .hasMessageContaining("SHOPBOOKS_MAPPINGS");
  }

  @Test
  void the_version_changes_with_every_file_and_with_nothing_else() throws IOException {
    var before = start().version();
    assertThat(before).hasSize(12).isEqualTo(start().version());

    Files.writeString(folder.resolve("woocommerce/notes.txt"), "unrelated");
    assertThat(start().version()).isEqualTo(before);

    write("lines.jslt", Files.readString(woocommerce("lines.jslt")) + "\n// changed\n");
    assertThat(start().version()).isNotEqualTo(before);
  }

  @Test
  void a_changed_file_counts_at_once_where_files_are_watched() throws Exception {
    var order = Json.read("{\"order\": {\"id\": 5}}");
    var watched = new Mappings(folder, Settings.with(Map.of("watch-mappings", "true")));
    var unwatched = start();
    var before = watched.version();

    write("order.jslt", "{ \"id\": \"changed\" }");

    assertThat(watched.sale(Kind.WOOCOMMERCE, order, "5").path("id").asText()).isEqualTo("changed");
    assertThat(watched.version()).isNotEqualTo(before);
    assertThat(unwatched.sale(Kind.WOOCOMMERCE, order, "5").path("id").asText()).isEqualTo("5");
    assertThat(unwatched.version()).isEqualTo(before);
  }

  @Test
  void a_shop_without_a_mapping_is_told_which_file_is_missing() {
    assertThatThrownBy(() -> start().sale(Kind.WIX, Json.MAPPER.createObjectNode(), "5"))
        .isInstanceOf(BrokenMapping.class)
        .hasMessageStartingWith(folder.resolve("wix/order.jslt") + ": This mapping is missing.");
  }

  @Test
  void what_a_mapping_adds_to_documents_travels_with_the_sale() throws Exception {
    Files.createDirectory(folder.resolve("quickbooks"));
    addition("invoice.jslt", "import \"notes.jslt\" as notes { \"CustomerMemo\": notes(.) }");
    addition("notes.jslt", "{ \"value\": .order.customer_note }");
    addition("payment.jslt", "{ \"PrivateNote\": .sale.nothing }");

    var sale =
        start()
            .sale(
                Kind.WOOCOMMERCE,
                Json.read("{\"order\": {\"id\": 5, \"customer_note\": \"Ring twice\"}}"),
                "5");

    assertThat(sale.path("additions").toString())
        .isEqualTo("{\"invoice\":{\"CustomerMemo\":{\"value\":\"Ring twice\"}}}");
  }

  @Test
  void a_mapping_named_after_no_document_is_told_at_the_start() throws Exception {
    Files.createDirectory(folder.resolve("quickbooks"));
    addition("sales_receipt.jslt", "{}");

    assertThatThrownBy(this::start)
        .isInstanceOf(BrokenMapping.class)
        .hasMessageContaining("No kind of document is called \"sales_receipt\"")
        .hasMessageContaining("sales-receipt");
  }

  private void addition(String file, String text) throws IOException {
    Files.writeString(folder.resolve("quickbooks").resolve(file), text);
  }

  private Mappings start() {
    return new Mappings(folder, Settings.usual());
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(woocommerce(file), text);
  }

  private Path woocommerce(String file) {
    return folder.resolve("woocommerce").resolve(file);
  }

  private static List<Path> shipped() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("mappings/woocommerce"))) {
      return files.filter(file -> file.toString().endsWith(".jslt")).toList();
    }
  }
}
