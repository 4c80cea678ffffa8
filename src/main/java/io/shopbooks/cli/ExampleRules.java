package io.shopbooks.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The catalogue of rules: each in a bookkeeper's words, each shown by exactly one example.
 *
 * @param sections heading to its rules, id to sentence, in the order of the file
 */
record ExampleRules(Map<String, Map<String, String>> sections) {

  static final String FILE = "rules.yaml";

  /** The file: heading, below it the ids with their sentences. */
  private static final class Sections extends LinkedHashMap<String, LinkedHashMap<String, String>> {
    private static final long serialVersionUID = 1;
  }

  /**
   * @throws BrokenExample if the catalogue cannot be read or has a rule twice
   */
  static ExampleRules read(Path examples) {
    var file = examples.resolve(FILE);
    var sections = new LinkedHashMap<String, Map<String, String>>();
    sections.putAll(ExampleYaml.read(file).as(Sections.class));
    var rules = new ExampleRules(sections);
    var count = sections.values().stream().mapToInt(Map::size).sum();
    if (rules.sentences().size() < count) {
      throw new BrokenExample(file, "A rule stands in two sections.", "Give each its own id.");
    }
    return rules;
  }

  /** Every rule's sentence by its id. */
  Map<String, String> sentences() {
    var all = new LinkedHashMap<String, String>();
    sections.values().forEach(all::putAll);
    return all;
  }

  /**
   * What is wrong between rules and folders.
   *
   * @param folders the examples, folder to the rule it names
   */
  List<String> complaints(Map<String, String> folders) {
    var complaints = new ArrayList<String>();
    var shown = new LinkedHashMap<String, String>();
    folders.forEach(
        (folder, rule) -> {
          if (!sentences().containsKey(rule)) {
            complaints.add(folder + " shows the rule '" + rule + "', which " + FILE + " lacks.");
          }
          var other = shown.putIfAbsent(rule, folder);
          if (other != null) {
            complaints.add(folder + " shows the same rule as " + other + ": '" + rule + "'.");
          }
        });
    sentences().keySet().stream()
        .filter(rule -> !shown.containsKey(rule))
        .forEach(rule -> complaints.add("No example shows the rule '" + rule + "'."));
    return complaints;
  }
}
