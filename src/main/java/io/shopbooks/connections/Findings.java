package io.shopbooks.connections;

import com.fasterxml.jackson.core.JsonPointer;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers what is wrong with one file: one finding per key, the first that is said about it. */
final class Findings {

  private final Path file;
  private final Tree tree;
  private final Map<String, Finding> byKey = new LinkedHashMap<>();

  /**
   * @param tree what of the file could be read so far
   */
  Findings(Path file, Tree tree) {
    this.file = file;
    this.tree = tree;
  }

  /**
   * About the file.
   *
   * @param line 0: about the file as a whole
   */
  void add(int line, String word) {
    add(Finding.of(file, line, "", word, Map.of()));
  }

  void add(JsonPointer pointer, String word) {
    add(pointer, word, Map.of());
  }

  void add(JsonPointer pointer, String word, Map<String, Object> facts) {
    add(pointer, tree.line(pointer), word, facts);
  }

  void add(JsonPointer pointer, int line, String word, Map<String, Object> facts) {
    add(Finding.of(file, line, tree.key(pointer), word, facts));
  }

  void add(JsonPointer pointer, Sentence problem, Sentence remedy) {
    add(new Finding(file, tree.line(pointer), tree.key(pointer), problem, remedy));
  }

  private void add(Finding finding) {
    byKey.putIfAbsent(finding.key(), finding);
  }

  /** Whether the file could not be read as a whole. */
  boolean areAboutFile() {
    return byKey.containsKey("");
  }

  boolean isEmpty() {
    return byKey.isEmpty();
  }

  /** By line. */
  List<Finding> all() {
    return byKey.values().stream().sorted(Comparator.comparingInt(Finding::line)).toList();
  }
}
