package io.shopbooks.cli;

import java.util.List;

/**
 * What came of running one example.
 *
 * @param folder below the folder of examples
 * @param rule id of the rule it shows; empty where its case could not be read
 * @param problems what is wrong: a diff of a file, or why it could not run; none if it passed
 * @param written files that were rewritten to say what came
 */
record ExampleResult(String folder, String rule, List<String> problems, List<String> written) {

  ExampleResult {
    problems = List.copyOf(problems);
    written = List.copyOf(written);
  }

  boolean passed() {
    return problems.isEmpty();
  }
}
