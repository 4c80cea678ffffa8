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
  void add(int line, String problem, String remedy) {
    byKey.putIfAbsent("", new Finding(file, line, "", problem, remedy));
  }

  void add(JsonPointer pointer, String problem, String remedy) {
    add(pointer, tree.line(pointer), problem, remedy);
  }

  void add(JsonPointer pointer, int line, String problem, String remedy) {
    var key = tree.key(pointer);
    byKey.putIfAbsent(key, new Finding(file, line, key, problem, remedy));
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
