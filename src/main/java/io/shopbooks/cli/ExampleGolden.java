package io.shopbooks.cli;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A file that says what is to come of an example, held against what came of it. */
record ExampleGolden(Path file) {

  private static final int CONTEXT = 3;

  /**
   * How the two differ, as a unified diff.
   *
   * @param now empty if there is to be no such file
   */
  Optional<String> difference(String now) {
    var golden = read();
    if (golden.equals(now)) {
      return Optional.empty();
    }
    var before = golden.lines().toList();
    var patch = DiffUtils.diff(before, now.lines().toList());
    var name = file.getFileName().toString();
    var lines =
        UnifiedDiffUtils.generateUnifiedDiff(
            name + " as it should be", name + " as it is", before, patch, CONTEXT);
    return Optional.of(String.join("\n", lines.isEmpty() ? endsDiffer(name) : lines));
  }

  private static List<String> endsDiffer(String name) {
    return List.of(name + " differs in line ends only; it is written with \\n.");
  }

  /**
   * Makes it say what came of the example.
   *
   * @return whether it said something else before
   */
  boolean rewrite(String now) {
    try {
      if (read().equals(now)) {
        return false;
      }
      if (now.isEmpty()) {
        Files.delete(file);
      } else {
        Files.writeString(file, now);
      }
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String read() {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new BrokenExample(file, "It cannot be read.", "It is UTF-8 text.");
    }
  }
}
