package io.shopbooks.connections;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ValidationMessage;
import java.util.List;
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
      case "propertyNames" ->
          findings.add(
              at.appendProperty(complaint.getProperty()),
              Quoted.text(complaint.getProperty()) + " cannot be a key here.",
              schema.of(at).at("/propertyNames/errorMessage").asText());
      case "false" -> findings.add(at, otherKind(at), "Remove this line, or correct shop.kind.");
      case "type" -> wrongType(at, complaint);
      case "enum" -> wrongWord(at, complaint);
      case "minLength", "minItems", "minProperties" ->
          findings.add(
              at, emptiness(at), "Write a value; a key that is not needed can be left out.");
      default ->
          findings.add(
              at,
              quoted(at) + " cannot be the value of this key.",
              schema.around(complaint).path("errorMessage").asText());
    }
  }

  private void unknownKey(JsonPointer section, String key) {
    var under = section.matches() ? "" : " under " + tree.key(section);
    var known = schema.keys(section);
    var remedy =
        Spelling.closest(key, known)
            .map(near -> "Did you mean '" + near + "'?")
            .or(() -> schema.sectionOf(key).map(other -> "It belongs under " + other + "."))
            .orElseGet(() -> "The keys here: " + Spelling.listed(known, "and") + ".");
    findings.add(
        section.appendProperty(key), Quoted.behind("Unknown key", key) + under + ".", remedy);
  }

  private void missingKey(JsonPointer section, String key) {
    var at = section.appendProperty(key);
    var example = schema.of(at).at("/examples/0").asText();
    findings.add(
        at,
        tree.line(section),
        "The key '" + key + "' is missing.",
        "Add it, for example: " + key + ": " + example);
  }

  private String otherKind(JsonPointer at) {
    var wix = tree.at(JsonPointer.compile("/shop/kind")).asText().equals("wix");
    return "'"
        + at.last().getMatchingProperty()
        + "' is a key of "
        + (wix
            ? "WooCommerce shops, and this is a Wix site."
            : "Wix sites, and this is a shop of WooCommerce.");
  }

  private void wrongType(JsonPointer at, ValidationMessage complaint) {
    var found = tree.at(at);
    if (found.isNull()) {
      findings.add(at, "This key has no value.", "Write a value, or remove the line.");
      return;
    }
    var wanted = words(schema.around(complaint).path("type")).get(0);
    switch (wanted) {
      case "object" ->
          findings.add(
              at,
              "Keys must stand here, not a " + (found.isArray() ? "list" : "value") + ".",
              "Write 'key: value' lines below it, each indented alike.");
      case "array" -> findings.add(at, "A list must stand here.", "Write it in brackets: [a, b].");
      case "boolean" ->
          findings.add(at, "Only true or false can stand here.", "Write true or false.");
      default -> wantedText(at, found);
    }
  }

  private void wantedText(JsonPointer at, JsonNode found) {
    if (found.isContainerNode()) {
      var what = found.isArray() ? "a list" : "keys";
      findings.add(at, "One value must stand here, not " + what + ".", "Write one value.");
    } else {
      var what = found.isBoolean() ? "true or false" : "a number";
      findings.add(at, "A text must stand here, not " + what + ".", "Put the value in quotes.");
    }
  }

  private void wrongWord(JsonPointer at, ValidationMessage complaint) {
    var words = words(schema.around(complaint).path("enum"));
    var near =
        tree.text(at)
            .flatMap(text -> Spelling.closest(text, words))
            .map(word -> "Did you mean '" + word + "'? ");
    findings.add(
        at,
        quoted(at) + " cannot be the value of this key.",
        near.orElse("") + "Write " + Spelling.listed(words, "or") + ".");
  }

  private String quoted(JsonPointer at) {
    return schema.isSecret(at) && !tree.isFromOutside(at) ? "This" : tree.quoted(at);
  }

  private String emptiness(JsonPointer at) {
    if (tree.at(at).isContainerNode()) {
      return "Nothing stands here.";
    }
    return (tree.isFromOutside(at) ? quoted(at) : "The value") + " is empty.";
  }

  private static List<String> words(JsonNode words) {
    return words.isTextual()
        ? List.of(words.textValue())
        : StreamSupport.stream(words.spliterator(), false).map(JsonNode::asText).toList();
  }
}
