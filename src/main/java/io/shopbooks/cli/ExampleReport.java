package io.shopbooks.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;

/**
 * What came of all examples that were run, for people and for machines.
 *
 * @param complaints what is wrong between rules and folders
 */
record ExampleReport(ExampleRules rules, List<ExampleResult> results, List<String> complaints) {

  boolean passed() {
    return complaints.isEmpty() && results.stream().allMatch(ExampleResult::passed);
  }

  /** By section, each rule with the folder that shows it; what failed with its differences. */
  String text(Duration took) {
    var text = new StringBuilder();
    rules
        .sections()
        .forEach(
            (section, sentences) -> {
              var shown =
                  results.stream().filter(result -> sentences.containsKey(result.rule())).toList();
              if (!shown.isEmpty()) {
                text.append(section).append('\n');
                shown.forEach(result -> tell(result, text));
              }
            });
    var rest = results.stream().filter(result -> sentence(result).isEmpty()).toList();
    rest.forEach(result -> tell(result, text));
    complaints.forEach(complaint -> text.append("FAILED ").append(complaint).append('\n'));
    var written = results.stream().mapToInt(result -> result.written().size()).sum();
    if (written > 0) {
      text.append("\n*** ").append(written).append(written == 1 ? " FILE WAS" : " FILES WERE");
      text.append(" REWRITTEN. Read each line of the change before you keep it. ***\n");
    }
    return text.append(summary(took)).append('\n').toString();
  }

  private void tell(ExampleResult result, StringBuilder text) {
    text.append(result.passed() ? "  " : "  FAILED ");
    text.append(sentence(result).isEmpty() ? result.rule() : sentence(result));
    text.append(" → ").append(result.folder()).append('\n');
    result.written().forEach(file -> text.append("    rewritten: ").append(file).append('\n'));
    result
        .problems()
        .forEach(
            problem -> problem.lines().forEach(l -> text.append("    ").append(l).append('\n')));
  }

  private String sentence(ExampleResult result) {
    return rules.sentences().getOrDefault(result.rule(), "");
  }

  private String summary(Duration took) {
    var failed = results.stream().filter(result -> !result.passed()).count();
    return "%d examples, %d passed, %d failed%s, %d.%d s"
        .formatted(
            results.size(),
            results.size() - failed,
            failed,
            complaints.isEmpty() ? "" : ", " + complaints.size() + " complaints about rules",
            took.toSeconds(),
            took.toMillisPart() / 100);
  }

  /** On one line. */
  String json(Duration took) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("passed", passed()).put("millis", took.toMillis());
    var examples = json.putArray("examples");
    results.forEach(result -> examples.add(json(result)));
    complaints.forEach(json.putArray("complaints")::add);
    return json + "\n";
  }

  private ObjectNode json(ExampleResult result) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("rule", result.rule()).put("sentence", sentence(result));
    json.put("folder", result.folder()).put("passed", result.passed());
    result.problems().forEach(json.putArray("problems")::add);
    result.written().forEach(json.putArray("written")::add);
    return json;
  }
}
