package io.shopbooks.connections;

import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.comments.CommentType;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.CommentEvent;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Where the parts of a YAML text begin and end, as positions in the text. */
record YamlPlaces(String text) {

  /** SnakeYAML counts characters, and Java half of some. */
  private int at(Mark mark) {
    return text.offsetByCodePoints(0, mark.getIndex());
  }

  int start(Node node) {
    return at(node.getStartMark());
  }

  /** SnakeYAML ends blocks and their texts only where the next thing begins. */
  int end(Node node) {
    if (isBlock(node) && !((CollectionNode<?>) node).getValue().isEmpty()) {
      var children = ((CollectionNode<?>) node).getValue();
      var last = children.get(children.size() - 1);
      return last instanceof NodeTuple tuple ? end(tuple) : end((Node) last);
    }
    var end = at(node.getEndMark());
    var start = start(node);
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  int end(NodeTuple entry) {
    return Math.max(colon(entry) + 1, end(entry.getValueNode()));
  }

  int colon(NodeTuple entry) {
    return Math.max(text.indexOf(':', end(entry.getKeyNode())), start(entry.getKeyNode()));
  }

  int lineStart(int position) {
    return text.lastIndexOf('\n', position - 1) + 1;
  }

  /** Before the line's break, or at the end of the text. */
  int lineEnd(int position) {
    var end = text.indexOf('\n', position);
    end = end < 0 ? text.length() : end;
    return end > position && text.charAt(end - 1) == '\r' ? end - 1 : end;
  }

  /** Where the next line begins, or the end of the text. */
  int nextLine(int position) {
    var end = text.indexOf('\n', position);
    return end < 0 ? text.length() : end + 1;
  }

  int column(Node node) {
    return node.getStartMark().getColumn();
  }

  /** Where the comment lines that stand directly above this line begin. */
  int commentsAbove(int lineStart) {
    var above = lineStart;
    while (above > 0) {
      var line = lineStart(above - 1);
      if (!text.substring(line, above).strip().startsWith("#")) {
        break;
      }
      above = line;
    }
    return above;
  }

  /** The comments between two positions. */
  List<String> comments(int from, int to) {
    if (text.substring(from, to).indexOf('#') < 0) {
      return List.of();
    }
    var events =
        new Yaml(new LoaderOptions().setProcessComments(true)).parse(new StringReader(text));
    return StreamSupport.stream(events.spliterator(), false)
        .filter(event -> event instanceof CommentEvent)
        .map(event -> (CommentEvent) event)
        .filter(comment -> comment.getCommentType() != CommentType.BLANK_LINE)
        .filter(comment -> at(comment.getStartMark()) >= from && at(comment.getStartMark()) < to)
        .map(comment -> "#" + comment.getValue())
        .toList();
  }

  static boolean isBlock(Node node) {
    return node instanceof CollectionNode<?> collection
        && collection.getFlowStyle() == FlowStyle.BLOCK;
  }

  static Optional<NodeTuple> entry(MappingNode mapping, String key) {
    return mapping.getValue().stream()
        .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode k && k.getValue().equals(key))
        .findFirst();
  }
}
