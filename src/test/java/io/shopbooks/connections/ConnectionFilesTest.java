package io.shopbooks.connections;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionFilesTest {

  @TempDir Path temp;
  private AFolder folder;
  private Connections connections;

  @BeforeEach
  void aFolder() {
    folder = new AFolder(temp);
    connections = folder.connections();
  }

  @Test
  void names_that_differ_by_capital_letters_are_found() {
    var lower = Path.of("acme.yaml");
    var upper = Path.of("ACME.yaml");

    assertThat(ConnectionFiles.misnamed(List.of(upper, lower)))
        .containsExactly(Finding.about(upper, "file-capitals", Map.of("other", "acme.yaml")));
  }

  @Test
  void other_files_and_folders_are_left_alone() throws IOException {
    Files.createDirectory(folder.file("old.yaml"));
    folder.with(".hidden.yaml", "x").with("notes.txt", "x").with("acme.yaml~", "x");

    assertThat(connections.findings()).isEmpty();
    assertThat(connections.all()).isEmpty();
  }

  @Test
  void a_file_that_is_too_large_is_refused() {
    folder.with("acme.yaml", AFolder.LEAST + "#".repeat(1024 * 1024));

    assertThat(connections.findings().get(folder.file("acme.yaml")))
        .extracting(finding -> finding.problem().toString())
        .containsExactly("The file is larger than 1 MB.");
  }

  @Test
  void a_file_that_says_too_much_is_refused() {
    var rates = new StringBuilder("taxes:\n  rates:\n");
    for (var i = 0; i < 10_001; i++) {
      rates.append("    r").append(i).append(": x\n");
    }
    folder.with("acme.yaml", AFolder.LEAST + rates);

    assertThat(connections.findings().get(folder.file("acme.yaml")))
        .extracting(finding -> finding.problem().toString())
        .containsExactly("The file repeats or nests too much (aliases, brackets).");
  }

  @Test
  void a_mark_of_the_byte_order_and_windows_line_ends_are_no_mistake() {
    folder.with("acme.yaml", "\uFEFF" + AFolder.LEAST.replace("\n", "\r\n"));

    assertThat(connections.all()).hasSize(1);
  }

  @Test
  void a_file_that_points_nowhere_cannot_be_read() throws IOException {
    Files.createSymbolicLink(folder.file("acme.yaml"), Path.of("gone"));

    assertThat(connections.findings().get(folder.file("acme.yaml")))
        .extracting(finding -> finding.problem().toString())
        .containsExactly("The file cannot be read.");

    Files.writeString(folder.file("gone"), AFolder.LEAST);
    assertThat(connections.all()).hasSize(1);
  }

  @Test
  void a_missing_folder_is_a_finding() throws IOException {
    Files.delete(folder.folder());

    assertThat(connections.all()).isEmpty();
    assertThat(connections.findings().get(folder.folder()))
        .extracting(finding -> finding.problem().toString())
        .containsExactly("There is no such folder.");
  }
}
