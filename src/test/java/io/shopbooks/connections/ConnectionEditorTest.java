package io.shopbooks.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionEditorTest {

  static final String FILE =
      """
      # Our shop.
      shop:
        kind: woocommerce
        url: https://shop.example   # moved in May
        consumer-key: ck_very_secret
        consumer-secret: ${KEY:cs_very_secret}

      sync:
        time-zone: Europe/Paris
        start-date: 2026-01-01

      payments:
        # what the bank says
        methods:
          stripe:
            account: Stripe clearing   # since 2024
            method: Card
          # all others
          "*": { account: Undeposited Funds }
      """;

  @TempDir Path temp;
  private AFolder folder;
  private ConnectionEditor editor;

  @BeforeEach
  void aFolder() {
    folder = new AFolder(temp).with("acme.yaml", FILE);
    editor = folder.editor();
  }

  @Test
  void a_value_is_changed_where_it_stands() {
    write(FileEdit.text(List.of("shop", "url"), "https://shop.example/new"));

    assertThat(text())
        .isEqualTo(FILE.replace("https://shop.example   #", "https://shop.example/new   #"));
    assertThat(folder.connections().named("acme").shopId().value()).isEqualTo("shop.example/new");
  }

  @Test
  void the_rule_for_all_others_stays_the_last_one() {
    write(FileEdit.yaml(List.of("payments", "methods", "cod"), "{ account: Cash }"));

    assertThat(text())
        .isEqualTo(FILE.replace("    # all", "    cod: { account: Cash }\n    # all"));
  }

  @Test
  void a_section_that_becomes_one_line_keeps_its_comments() {
    write(FileEdit.yaml(List.of("payments", "methods", "stripe"), "{ account: Bank }"));

    assertThat(text())
        .contains(
            """
                stripe: { account: Bank }
                  # since 2024
                # all others
            """);
  }

  @Test
  void a_new_section_comes_at_the_end() {
    write(
        FileEdit.text(List.of("taxes", "rates", "TVA 20"), "20% S"),
        FileEdit.text(List.of("taxes", "untaxed"), "0% E"));

    assertThat(text())
        .isEqualTo(FILE + "\ntaxes:\n  rates:\n    TVA 20: \"20% S\"\n  untaxed: \"0% E\"\n");
  }

  @Test
  void a_key_that_goes_takes_the_sections_it_leaves_empty_with_it() {
    write(FileEdit.without(List.of("payments", "methods", "stripe")));
    write(FileEdit.without(List.of("payments", "methods", "*")));

    assertThat(text()).doesNotContain("payments").doesNotContain("stripe");
  }

  @Test
  void the_difference_shows_what_changes_and_covers_keys() {
    var draft =
        editor.draft(
            "acme",
            List.of(
                FileEdit.text(List.of("shop", "kind"), "woocommerce"),
                FileEdit.text(List.of("sales", "class"), "Web"),
                FileEdit.text(List.of("shop", "auth"), "query")));

    assertThat(draft.difference())
        .containsExactly(
            "@@ -4,6 +4,7 @@",
            "   url: https://shop.example   # moved in May",
            "   consumer-key: ••••••",
            "   consumer-secret: ${KEY:••••••}",
            "+  auth: query",
            " ",
            " sync:",
            "   time-zone: Europe/Paris",
            "@@ -17,3 +18,6 @@",
            "       method: Card",
            "     # all others",
            "     \"*\": { account: Undeposited Funds }",
            "+",
            "+sales:",
            "+  class: Web");
    assertThat(text()).as("nothing is written yet").isEqualTo(FILE);
  }

  @Test
  void a_secret_that_was_typed_goes_to_the_store_and_the_file_only_names_it() {
    var name = ConnectionEditor.secretName("acme", "consumer-key");
    var edit = FileEdit.text(List.of("shop", "consumer-key"), "${secret:" + name + "}");
    var draft = editor.draft("acme", List.of(edit), Map.of(name, "ck_typed"));
    assertThat(folder.secrets).isEmpty();
    assertThat(String.join("\n", draft.difference())).doesNotContain("ck_").contains("${secret:");
    editor.write(draft);

    assertThat(text()).contains("  consumer-key: ${secret:acme.consumer-key}\n");
    assertThat(folder.secrets).containsExactly(Map.entry("acme.consumer-key", "ck_typed"));
    assertThat(folder.connections().named("acme").shop().woocommerce().orElseThrow().consumerKey())
        .isEqualTo("ck_typed");
  }

  @Test
  void an_edit_that_makes_the_file_wrong_is_refused_with_what_is_wrong() {
    var edit = FileEdit.text(List.of("sales", "unpaid"), "later");
    var refused =
        catchThrowableOfType(EditRefused.class, () -> editor.draft("acme", List.of(edit)));

    assertThat(refused.why()).isEqualTo(EditRefused.Why.WRONG);
    assertThat(refused.findings()).extracting(Finding::key).containsExactly("sales.unpaid");
  }

  @Test
  void a_value_that_is_no_yaml_is_refused() {
    for (var value : List.of("[", "{ a", "\"open", "'", "a: b: c", " ", "a\nb")) {
      var refused =
          catchThrowableOfType(
              EditRefused.class,
              () -> editor.draft("acme", List.of(FileEdit.yaml(List.of("sales", "class"), value))));

      assertThat(refused.why()).as(value).isEqualTo(EditRefused.Why.NO_VALUE);
    }
  }

  @Test
  void what_is_wrong_in_a_file_can_be_mended_one_by_one() {
    folder.with("acme.yaml", FILE.replace("Europe/Paris", "Paris").replace("2026-01-01", "May"));
    write(FileEdit.text(List.of("sync", "time-zone"), "Europe/Paris"));
    write(FileEdit.text(List.of("sync", "start-date"), "2026-01-01"));

    assertThat(text()).isEqualTo(FILE);
  }

  @Test
  void a_file_that_changed_since_it_was_shown_is_not_written() {
    var draft = editor.draft("acme", List.of(FileEdit.text(List.of("sales", "class"), "Web")));
    folder.with("acme.yaml", FILE + "# a note\n");

    assertThatThrownBy(() -> editor.write(draft)).hasMessageContaining("CHANGED");
    assertThat(text()).isEqualTo(FILE + "# a note\n");
    assertThat(editor.draft("acme", List.of()).fingerprint()).isNotEqualTo(draft.fingerprint());
  }

  @Test
  void a_value_that_stands_elsewhere_is_not_changed() {
    folder.with("acme.yaml", FILE.replace("Europe/Paris", "&zone Europe/Paris") + "x: *zone\n");

    assertThatThrownBy(
            () -> editor.draft("acme", List.of(FileEdit.text(List.of("x"), "America/Montreal"))))
        .hasMessageContaining("ELSEWHERE");
  }

  @Test
  void a_file_keeps_its_permissions_and_leaves_nothing_beside_it() throws IOException {
    var permissions = PosixFilePermissions.fromString("rw-rw----");
    Files.setPosixFilePermissions(folder.file("acme.yaml"), permissions);
    write(FileEdit.text(List.of("sales", "class"), "Web"));

    assertThat(Files.getPosixFilePermissions(folder.file("acme.yaml"))).isEqualTo(permissions);
    try (var all = Files.list(folder.folder())) {
      assertThat(all).containsExactly(folder.file("acme.yaml"));
    }
  }

  private void write(FileEdit... edits) {
    editor.write(editor.draft("acme", List.of(edits)));
  }

  private String text() {
    try {
      return Files.readString(folder.file("acme.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
