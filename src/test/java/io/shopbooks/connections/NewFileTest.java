package io.shopbooks.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The editor makes the file of a new connection, beside one that is there. */
class NewFileTest {

  @TempDir Path temp;
  private AFolder folder;
  private ConnectionEditor editor;

  @BeforeEach
  void aFolder() {
    folder = new AFolder(temp).with("acme.yaml", ConnectionEditorTest.FILE);
    editor = folder.editor();
  }

  @Test
  void a_new_file_is_complete_and_its_owners_only() throws IOException {
    editor.write(
        editor.draftNew("wix-shop", wix("01234567-89ab-cdef-0123-456789abcdef"), Map.of()));

    var file = folder.file("wix-shop.yaml");
    assertThat(Files.readString(file))
        .isEqualTo(
            """
            # yaml-language-server: $schema=../connection.schema.json

            shop:
              kind: wix
              site-id: 01234567-89ab-cdef-0123-456789abcdef
              api-key: key

            sync:
              time-zone: America/Montreal
            """);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(folder.mappings.resolve("connection.schema.json"))
        .as("what its first line names")
        .hasSameTextualContentAs(Path.of("mappings/connection.schema.json"));
    assertThat(folder.connections().named("wix-shop")).isNotNull();
  }

  @Test
  void a_connection_that_cannot_be_is_not_made() {
    var site = wix("01234567-89ab-cdef-0123-456789abcdef");
    editor.write(editor.draftNew("one", site, Map.of()));

    assertThat(Stream.of("Big", "demo", "../up", "").map(name -> refusal(name, site)))
        .containsOnly(EditRefused.Why.MISNAMED);
    assertThat(refusal("acme", site)).isEqualTo(EditRefused.Why.EXISTS);
    assertThat(refusal("two", site)).as("the same shop").isEqualTo(EditRefused.Why.WRONG);
    assertThat(refusal("three", wix("x"))).isEqualTo(EditRefused.Why.WRONG);
  }

  private EditRefused.Why refusal(String name, List<FileEdit> edits) {
    return catchThrowableOfType(EditRefused.class, () -> editor.draftNew(name, edits, Map.of()))
        .why();
  }

  private static List<FileEdit> wix(String site) {
    return List.of(
        FileEdit.text(List.of("shop", "kind"), "wix"),
        FileEdit.text(List.of("shop", "site-id"), site),
        FileEdit.text(List.of("shop", "api-key"), "key"),
        FileEdit.text(List.of("sync", "time-zone"), "America/Montreal"));
  }
}
