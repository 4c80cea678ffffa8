package io.shopbooks.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody who may edit a connection on a page must not learn or send away with it. */
class EditLimitsTest {

  @TempDir Path temp;
  private AFolder folder;
  private ConnectionEditor editor;

  @BeforeEach
  void aFolder() {
    folder = new AFolder(temp).with("acme.yaml", ConnectionEditorTest.FILE);
    editor = folder.editor();
  }

  @Test
  void an_edit_names_no_value_from_outside() {
    folder.environment.setProperty("SHOPBOOKS_SECRET", "the key of all");
    folder.secrets.put("acme.consumer-secret", "cs_kept");
    for (var value :
        List.of(
            "${SHOPBOOKS_SECRET}",
            "https://evil.example/${SHOPBOOKS_SECRET}",
            "\"\\x24{SHOPBOOKS_SECRET}\"",
            "[a, \"${SHOPBOOKS_SECRET:x}\"]",
            "${secret:acme.consumer-secret}")) {
      assertThat(refusal(FileEdit.yaml(List.of("sales", "class"), value)))
          .as(value)
          .isEqualTo(EditRefused.Why.REFERENCE);
    }
    assertThat(refusal(FileEdit.text(List.of("shop", "consumer-key"), "${KEY:cs_very_secret}")))
        .as("though another key says it")
        .isEqualTo(EditRefused.Why.REFERENCE);
  }

  @Test
  void another_server_gets_the_keys_only_if_they_are_typed_again() {
    for (var url :
        List.of("https://evil.example", "https://shop.example:8443", "http://shop.example")) {
      assertThat(refusal(FileEdit.text(List.of("shop", "url"), url)))
          .as(url)
          .isEqualTo(EditRefused.Why.KEYS);
    }
    var url = FileEdit.text(List.of("shop", "url"), "https://new.example");
    var key = FileEdit.text(List.of("shop", "consumer-key"), "${secret:acme.consumer-key}");
    var secret =
        FileEdit.text(List.of("shop", "consumer-secret"), "${secret:acme.consumer-secret}");
    var typed = Map.of("acme.consumer-key", "ck_new", "acme.consumer-secret", "cs_new");
    editor.write(editor.draft("acme", List.of(url, key, secret), typed));

    assertThat(folder.connections().named("acme").shopId().value()).isEqualTo("new.example");
    assertThat(refusal(FileEdit.text(List.of("shop", "url"), "https://evil.example"), key, secret))
        .as("references that are kept are not typed")
        .isEqualTo(EditRefused.Why.KEYS);
  }

  private EditRefused.Why refusal(FileEdit... edits) {
    var refused =
        catchThrowableOfType(EditRefused.class, () -> editor.draft("acme", List.of(edits)));
    return refused.why();
  }
}
