package io.shopbooks.connections;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.shopbooks.connections.Tree.Place;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Turns the nodes of one YAML file into its tree, and fills in values from outside. */
final class TreeGrowth {

  static final String TOO_MUCH = "file-repeats";

  /** A connection has about a hundred. Aliases of aliases make millions out of ten lines. */
  private static final int MOST_PARTS = 10_000;

  private static final int DEEPEST = 20;

  private final Tree tree;
  private final Findings findings;
  private final Interpolation interpolation;
  private int parts;

  TreeGrowth(Tree tree, Findings findings, Interpolation interpolation) {
    this.tree = tree;
    this.findings = findings;
    this.interpolation = interpolation;
  }

  void grow(MappingNode root) {
    keys(root, JsonPointer.empty(), tree.json(), 0);
  }

  private void keys(MappingNode mapping, JsonPointer at, ObjectNode into, int depth) {
    for (var tuple : mapping.getValue()) {
      if (tuple.getKeyNode() instanceof ScalarNode key) {
        entry(key, tuple.getValueNode(), at, into, depth);
      } else {
        findings.add(YamlReader.line(tuple.getKeyNode()), "key-no-word");
      }
    }
  }

  private void entry(ScalarNode key, Node value, JsonPointer at, ObjectNode into, int depth) {
    var pointer = at.appendProperty(key.getValue());
    var line = YamlReader.line(key);
    if (into.has(key.getValue())) {
      var first = String.valueOf(tree.line(pointer));
      findings.add(pointer, line, "key-twice", Map.of("first", first));
      return;
    }
    tree.place(pointer, Place.at(line));
    // A section whose lines are all commented out is an empty one.
    if (depth == 0 && value.getTag().equals(Tag.NULL)) {
      into.putObject(key.getValue());
      return;
    }
    value(value, pointer, depth, line, node -> into.set(key.getValue(), node));
  }

  private void value(Node value, JsonPointer at, int depth, int line, Consumer<JsonNode> attach) {
    if (++parts > MOST_PARTS || depth > DEEPEST) {
      findings.add(0, TOO_MUCH);
    } else if (value instanceof MappingNode mapping) {
      var object = JsonNodeFactory.instance.objectNode();
      attach.accept(object);
      keys(mapping, at, object, depth + 1);
    } else if (value instanceof SequenceNode sequence) {
      var array = JsonNodeFactory.instance.arrayNode();
      attach.accept(array);
      var index = 0;
      for (var item : sequence.getValue()) {
        var pointer = at.appendIndex(index++);
        tree.place(pointer, Place.at(YamlReader.line(item)));
        value(item, pointer, depth + 1, YamlReader.line(item), array::add);
      }
    } else {
      attach.accept(scalar((ScalarNode) value, at, line));
    }
  }

  private JsonNode scalar(ScalarNode scalar, JsonPointer at, int line) {
    var text = scalar.getValue();
    if (text.contains("${")) {
      return filled(scalar, at, line);
    }
    var tag = scalar.getTag();
    if (tag.equals(Tag.NULL)) {
      return NullNode.instance;
    }
    if (tag.equals(Tag.BOOL)) {
      return BooleanNode.valueOf(Boolean.parseBoolean(text));
    }
    if (PlainScalars.isNumber(text) && (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT))) {
      return DecimalNode.valueOf(new BigDecimal(text));
    }
    if (!tag.equals(Tag.STR)) {
      findings.add(at, "yaml-type");
    }
    return TextNode.valueOf(text);
  }

  /** From outside come texts, but true and false where no quotes ask for a text. */
  private JsonNode filled(ScalarNode scalar, JsonPointer at, int line) {
    try {
      var filled = interpolation.fill(scalar.getValue());
      tree.place(at, new Place(line, filled.references(), true));
      return scalar.isPlain() && filled.text().matches("true|false")
          ? BooleanNode.valueOf(filled.text().equals("true"))
          : TextNode.valueOf(filled.text());
    } catch (Interpolation.Unfilled e) {
      tree.place(at, new Place(line, List.of(), false));
      findings.add(at, e.word(), e.facts());
      return TextNode.valueOf("");
    }
  }
}
