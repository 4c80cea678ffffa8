package io.shopbooks.connections;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every message about a connection file in both languages, each with the tiny file that provokes
 * it. Written anew with {@code -Dgolden=write}.
 */
class BrokenFilesTest {

  private static final Path CASES = Path.of("src/test/resources/connections-broken");
  private static final Map<String, Locale> MESSAGES =
      Map.of("message.txt", Locale.ENGLISH, "message_fr.txt", Locale.CANADA_FRENCH);

  @TempDir Path temp;

  static Stream<Path> cases() throws IOException {
    return list(CASES).stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void a_broken_file_says_where_and_what_is_wrong_and_what_to_write(Path broken)
      throws IOException {
    var folder = new AFolder(temp);
    folder.environment.setProperty("SHOP_KEY", "ck_0123456789abcdef0123456789abcdef01234567");
    folder.environment.setProperty("SHOP_SECRET", "cs_76543210fedcba9876543210fedcba9876543210");
    folder.environment.setProperty("EMPTY", "");
    for (var file : list(broken)) {
      if (!MESSAGES.containsKey(file.getFileName().toString())) {
        Files.copy(file, folder.file(file.getFileName().toString()));
      }
    }

    for (var message : MESSAGES.entrySet()) {
      var said = messages(folder, message.getValue());
      if ("write".equals(System.getProperty("golden"))) {
        Files.writeString(broken.resolve(message.getKey()), said);
      }
      assertThat(said).isNotBlank().isEqualTo(Files.readString(broken.resolve(message.getKey())));
    }
    assertThat(folder.connections().all()).isEmpty();
  }

  @Test
  void there_is_a_case_for_each_kind_of_mistake() throws IOException {
    assertThat(cases()).hasSizeGreaterThan(100);
  }

  private String messages(AFolder folder, Locale reader) {
    return folder.connections().findings().values().stream()
        .flatMap(List::stream)
        .map(finding -> finding.in(reader).replace(folder.folder() + "/", "") + "\n")
        .collect(Collectors.joining());
  }

  private static List<Path> list(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
