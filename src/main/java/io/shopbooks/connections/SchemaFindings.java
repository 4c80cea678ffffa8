package io.shopbooks.connections;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ValidationMessage;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** What the schema finds wrong with a file, in plain words. */
final class SchemaFindings {

  private final ConnectionSchema schema;
  private final Tree tree;
  private final Findings findings;

  SchemaFindings(ConnectionSchema schema, Tree tree, Findings findings) {
    this.schema = schema;
    this.tree = tree;
    this.findings = findings;
  }

  void add() {
    schema.validate(tree.json()).forEach(this::add);
  }

  private void add(ValidationMessage complaint) {
    var at = JsonPointer.compile(complaint.getInstanceLocation().toString());
    if (!tree.isFilled(at)) {
      return;
    }
    switch (complaint.getType()) {
      case "additionalProperties" -> unknownKey(at, complaint.getProperty());
      case "required" -> missingKey(at, complaint.getProperty());
      case "propertyNames" -> wrongKey(at, complaint.getProperty());
      case "false" -> otherKind(at);
      case "type" -> wrongType(at, complaint);
      case "enum" -> wrongWord(at, complaint);
      case "minLength", "minItems", "minProperties" -> empty(at);
      default -> unfit(at, "unfit-value", quoted(at), schema.subject(complaint));
    }
  }

  private void unknownKey(JsonPointer section, String key) {
    var known = schema.keys(section);
    findings.add(
        section.appendProperty(key),
        "unknown-key",
        Map.of(
            "name", Quoted.orNothing(key),
            "section", tree.key(section),
            "near", Spelling.closest(key, known).orElse(""),
            "other", schema.sectionOf(key).orElse(""),
            "keys", Sentence.allOf(known)));
  }

  private void wrongKey(JsonPointer section, String key) {
    unfit(
        section.appendProperty(key),
        "unfit-key",
        Quoted.text(key),
        section.last().getMatchingProperty());
  }

  /** What fits is said as the schema says it to editors. */
  private void unfit(JsonPointer at, String word, Sentence value, String subject) {
    findings.add(
        at,
        new Sentence(word + ".problem", Map.of("value", value)),
        new Sentence("fits." + subject, Map.of()));
  }

  private void missingKey(JsonPointer section, String key) {
    var at = section.appendProperty(key);
    var example = schema.of(at).at("/examples/0").asText();
    findings.add(at, tree.line(section), "missing-key", Map.of("name", key, "example", example));
  }

  private void otherKind(JsonPointer at) {
    var wix = tree.at(JsonPointer.compile("/shop/kind")).asText().equals("wix");
    findings.add(
        at,
        wix ? "key-of-woocommerce" : "key-of-wix",
        Map.of("name", at.last().getMatchingProperty()));
  }

  private void wrongType(JsonPointer at, ValidationMessage complaint) {
    var found = tree.at(at);
    if (found.isNull()) {
      findings.add(at, "no-value");
      return;
    }
    switch (words(schema.around(complaint).path("type")).get(0)) {
      case "object" -> findings.add(at, found.isArray() ? "keys-not-list" : "keys-not-value");
      case "array" -> findings.add(at, "no-list");
      case "boolean" -> findings.add(at, "no-boolean");
      default -> findings.add(at, noText(found));
    }
  }

  private static String noText(JsonNode found) {
    if (found.isContainerNode()) {
      return found.isArray() ? "value-not-list" : "value-not-keys";
    }
    return found.isBoolean() ? "text-not-boolean" : "text-not-number";
  }

  private void wrongWord(JsonPointer at, ValidationMessage complaint) {
    var words = words(schema.around(complaint).path("enum"));
    var near = tree.text(at).flatMap(text -> Spelling.closest(text, words));
    findings.add(
        at,
        "wrong-word",
        Map.of("value", quoted(at), "near", near.orElse(""), "words", Sentence.anyOf(words)));
  }

  private Sentence quoted(JsonPointer at) {
    return schema.isSecret(at) && !tree.isFromOutside(at) ? Quoted.HIDDEN : tree.quoted(at);
  }

  private void empty(JsonPointer at) {
    if (tree.at(at).isContainerNode()) {
      findings.add(at, "nothing-there");
    } else if (tree.isFromOutside(at)) {
      findings.add(at, "value-empty", Map.of("value", quoted(at)));
    } else {
      findings.add(at, "value-empty");
    }
  }

  private static List<String> words(JsonNode words) {
    return words.isTextual()
        ? List.of(words.textValue())
        : StreamSupport.stream(words.spliterator(), false).map(JsonNode::asText).toList();
  }
}
