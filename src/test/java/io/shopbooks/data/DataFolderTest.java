package io.shopbooks.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DataFolderTest {

  @TempDir Path home;
  @RegisterExtension final Processes processes = new Processes();

  @Test
  void nobody_but_the_owner_can_open_anything_in_it() throws IOException {
    var program = processes.workOn(home.resolve("data"), "serve");
    program.says("> came STARTED");
    var folder = DataFolder.at(home.resolve("data"));
    Key.of(folder, "");
    folder.folder("pretend shop");

    var permissions = new TreeMap<String, String>();
    permissions.put(".", permissions(folder.path()));
    try (var files = Files.list(folder.path())) {
      for (var file : files.toList()) {
        permissions.put(file.getFileName().toString(), permissions(file));
      }
    }
    var mine = "rw-------";
    var myFolder = "rwx------";
    assertThat(permissions)
        .containsEntry(".", myFolder)
        .containsEntry("postgres", myFolder)
        .containsEntry("pretend shop", myFolder)
        .containsEntry("database.password", mine)
        .containsEntry("secret.key", mine)
        .containsEntry("serving.txt", mine)
        .allSatisfy((file, allowed) -> assertThat(allowed).as(file).endsWith("------"));
  }

  @Test
  void a_random_text_is_made_once_for_each_file() {
    var folder = DataFolder.at(home);
    var key = folder.randomText(folder.key());

    assertThat(key).hasSizeGreaterThan(42).isNotEqualTo(folder.randomText(folder.password()));
    assertThat(DataFolder.at(home).randomText(folder.key())).isEqualTo(key);
  }

  @Test
  void a_link_and_the_folder_it_leads_to_are_one_folder() throws IOException {
    var link = Files.createSymbolicLink(home.resolve("link"), home);

    assertThat(DataFolder.at(link).path()).isEqualTo(DataFolder.at(home).path());
  }

  @Test
  void a_folder_that_cannot_be_is_explained() throws IOException {
    var file = Files.writeString(home.resolve("file"), "");

    assertThatThrownBy(() -> DataFolder.at(file.resolve("data")))
        .isInstanceOfSatisfying(
            CannotStart.class,
            why -> {
              assertThat(why).hasMessageContaining(file + "/data cannot be used");
              assertThat(why.remedy()).contains("SHOPBOOKS_DATA");
              assertThat(why.getExitCode()).isEqualTo(2);
            });
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
