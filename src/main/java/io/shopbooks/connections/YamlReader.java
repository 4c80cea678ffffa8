package io.shopbooks.connections;

import java.io.StringReader;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.representer.Representer;

/** Reads the YAML of a connection file into a tree that knows its lines. */
@Component
final class YamlReader {

  private final Interpolation interpolation;

  YamlReader(Interpolation interpolation) {
    this.interpolation = interpolation;
  }

  /** Fills the tree as far as the text can be read, and says what cannot. */
  void read(String text, Tree tree, Findings findings) {
    try {
      var root = compose(text);
      if (root.isEmpty()) {
        findings.add(0, "file-empty");
      } else if (root.get() instanceof MappingNode keys) {
        new TreeGrowth(tree, findings, interpolation).grow(keys);
      } else {
        findings.add(line(root.get()), "file-without-keys");
      }
    } catch (MarkedYAMLException e) {
      var explained = YamlProblems.explain(e);
      var began = explained.whereItBegan() && e.getContextMark() != null;
      var mark = began || e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
      var line = mark == null ? 0 : mark.getLine() + 1;
      findings.add(line, explained.word());
    } catch (ReaderException e) {
      findings.add(lineOf(e.getPosition(), text), "odd-character");
    } catch (YAMLException e) {
      // The limits of SnakeYAML: aliases and depth. They have no line.
      findings.add(0, TreeGrowth.TOO_MUCH);
    }
  }

  /** The node of everything; none if there is nothing. */
  static Optional<Node> compose(String text) {
    var limits = new LoaderOptions();
    var yaml =
        new Yaml(
            new SafeConstructor(limits),
            new Representer(new DumperOptions()),
            new DumperOptions(),
            limits,
            new PlainScalars());
    return Optional.ofNullable(yaml.compose(new StringReader(text)))
        .filter(node -> !node.getTag().equals(Tag.NULL));
  }

  static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  private static int lineOf(int position, String text) {
    var before = text.codePoints().limit(position);
    return (int) before.filter(character -> character == '\n').count() + 1;
  }
}
