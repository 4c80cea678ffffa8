package io.shopbooks.connections;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever key is edited in whatever file: comments and all other values stay. */
class EditsOfAnyKeyTest {

  private static final List<String> TEXTS =
      List.of(
          "Web", "off", "10%", "a, b", "{x}", "it's \"so\"", "${NAME:x}", "Montréal 😀", "#1", "");
  private static final List<String> YAMLS =
      List.of(
          "{ account: Bank, method: Card }", "[a, b]", "true", "0.05", "\"07:00\"", "plain text");

  private static final List<String> KEYS =
      List.of("new", "*", "GST + QST", "5", "a: b", "yes", "stripe/EUR");

  @Test
  void an_edit_changes_its_key_and_no_comment_and_no_other_value() throws IOException {
    var seed = Long.getLong("seed", System.nanoTime());
    System.out.println("seed " + seed);
    var random = new Random(seed);
    var edits = 0;
    for (var file : files()) {
      var text = Files.readString(file);
      var named = "seed " + seed + ", " + file;
      assertThat(comments(text)).as(named).isNotEmpty();
      for (var i = 0; i < 150; i++) {
        var before = text;
        var edit = edit(RawValues.of(text), random);
        text = YamlText.edited(text, List.of(edit));
        var expected = RawValues.edited(RawValues.of(before), edit);
        assertThat(RawValues.of(text)).as("%s, %s:%n%s", named, edit, text).isEqualTo(expected);
        if (edit.value().isPresent()) {
          assertThat(comments(text))
              .as("%s, %s:%n%s", named, edit, text)
              .containsAll(comments(before));
          edits++;
        }
        // Some files go on from edit to edit, others begin anew.
        text = random.nextInt(5) == 0 ? Files.readString(file) : text;
      }
    }
    assertThat(edits).isGreaterThan(300);
  }

  @Test
  void with_other_line_breaks_it_is_the_same() throws IOException {
    var edit = FileEdit.text(List.of("taxes", "rates", "HST"), "HST ON");
    for (var file : files()) {
      var text = Files.readString(file);
      var windows = text.replace("\n", "\r\n");

      assertThat(YamlText.edited(windows, List.of(edit)))
          .isEqualTo(YamlText.edited(text, List.of(edit)).replace("\n", "\r\n"));
    }
  }

  private static List<Path> files() throws IOException {
    try (var examples = Files.list(Path.of("mappings/examples/connections"))) {
      return Stream.concat(
              Stream.of(
                  Path.of("src/test/resources/connections/complete.yaml"),
                  Path.of("mappings/connections/acme.yaml.example"),
                  Path.of("mappings/connections/demo.yaml")),
              examples.sorted())
          .toList();
    }
  }

  private static List<String> comments(String text) {
    return new YamlPlaces(text).comments(0, text.length()).stream().map(String::strip).toList();
  }

  private static FileEdit edit(Map<String, Object> values, Random random) {
    var path = path(values, random);
    return switch (random.nextInt(5)) {
      case 0 -> FileEdit.without(path);
      case 1 -> FileEdit.yaml(path, one(YAMLS, random));
      case 2 -> FileEdit.texts(path, List.of(one(TEXTS, random), one(TEXTS, random)));
      default -> FileEdit.text(path, one(TEXTS, random));
    };
  }

  /** Down some keys of the file, and perhaps one or two further that it does not have. */
  private static List<String> path(Map<String, Object> values, Random random) {
    var path = new ArrayList<String>();
    Object at = values;
    while (at instanceof Map<?, ?> section && !section.isEmpty()) {
      if (!path.isEmpty() && random.nextInt(4) == 0) {
        break;
      }
      var key = one(List.copyOf(section.keySet()), random);
      path.add(key.toString());
      at = section.get(key);
    }
    if (at instanceof Map<?, ?> section) {
      var key = one(KEYS, random);
      path.add(key);
      if (!section.containsKey(key) && random.nextBoolean()) {
        path.add(one(KEYS, random));
      }
    }
    return path;
  }

  private static <T> T one(List<T> of, Random random) {
    return of.get(random.nextInt(of.size()));
  }
}
