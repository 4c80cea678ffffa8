package io.shopbooks.connections;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever stands in a file, it is a connection or is explained; it never stops the others. */
class AnyTextTest {

  private static final String PIECES = " \t\n:-#'\"[]{},&*!|>%@`$?~\\0aZé\u0000\uFEFF\u2028";

  @TempDir Path temp;

  @Test
  void a_damaged_file_is_a_connection_or_is_explained() throws IOException {
    var seed = Long.getLong("seed", System.nanoTime());
    System.out.println("seed " + seed);
    var random = new Random(seed);
    var whole = Files.readString(Path.of("src/test/resources/connections/complete.yaml"));
    var folder = new AFolder(temp).with("good.yaml", AFolder.LEAST_WIX);
    var broken = 0;
    for (var i = 0; i < 1000; i++) {
      var text = damaged(whole, random);
      folder.with("acme.yaml", text);
      var findings = folder.connections().findings();
      var names = folder.connections().all().stream().map(Connection::name).toList();
      assertThat(names).as("seed " + seed).contains("good");
      assertThat(names.contains("acme"))
          .as("seed " + seed + ":\n" + text)
          .isNotEqualTo(findings.containsKey(folder.file("acme.yaml")));
      broken += findings.size();
    }
    assertThat(broken).isGreaterThan(100);
  }

  private static String damaged(String whole, Random random) {
    var text = new StringBuilder(whole.replaceAll("\\$\\{[^}]*}", "x"));
    for (var i = random.nextInt(4); i >= 0; i--) {
      var at = random.nextInt(text.length() - 20);
      switch (random.nextInt(4)) {
        case 0 -> text.insert(at, PIECES.charAt(random.nextInt(PIECES.length())));
        case 1 -> text.deleteCharAt(at);
        case 2 -> text.delete(at, at + random.nextInt(20));
        default -> text.insert(at, text.substring(random.nextInt(at + 1), at));
      }
    }
    return text.toString();
  }
}
