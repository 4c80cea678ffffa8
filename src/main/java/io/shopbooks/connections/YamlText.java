package io.shopbooks.connections;

import io.shopbooks.connections.EditRefused.Why;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A YAML text that is changed where its keys stand: comments, order, quotes and blank lines of
 * everything else stay as they are. An edit that would change anything else is refused.
 */
final class YamlText {

  private static final Pattern BLANK_LINE = Pattern.compile("\\n\\r?\\n");

  private final String text;
  private final String newline;
  private final YamlPlaces places;

  private YamlText(String text) {
    this.text = text;
    this.newline = text.contains("\r\n") ? "\r\n" : "\n";
    this.places = new YamlPlaces(text);
  }

  /**
   * The text with these edits, in their order.
   *
   * @throws EditRefused if the text cannot be read, or an edit would change something else
   */
  static String edited(String text, List<FileEdit> edits) {
    var now = text;
    for (var edit : edits) {
      now = edited(now, edit);
    }
    return now;
  }

  private static String edited(String text, FileEdit edit) {
    var expected = expected(values(text, Why.UNREADABLE), edit);
    var edited = new YamlText(text).with(edit);
    if (!values(edited, Why.ELSEWHERE).equals(expected)) {
      throw new EditRefused(Why.ELSEWHERE);
    }
    return edited;
  }

  private static Map<String, Object> expected(Map<String, Object> values, FileEdit edit) {
    try {
      return RawValues.edited(values, edit);
    } catch (YAMLException e) {
      throw new EditRefused(Why.NO_VALUE);
    }
  }

  /** What the text says. */
  static Map<String, Object> values(String text) {
    return values(text, Why.UNREADABLE);
  }

  private static Map<String, Object> values(String text, Why otherwise) {
    try {
      return RawValues.of(text);
    } catch (YAMLException e) {
      throw new EditRefused(otherwise);
    }
  }

  private record Step(MappingNode in, NodeTuple entry) {}

  private String with(FileEdit edit) {
    var path = edit.path();
    var root = YamlReader.compose(text);
    if (root.isEmpty()) {
      return edit.value().map(value -> appended(lines(path, value, 0))).orElse(text);
    }
    var mapping = (MappingNode) root.get();
    var steps = new ArrayList<Step>();
    for (var i = 0; i < path.size(); i++) {
      var rest = path.subList(i, path.size());
      var entry = YamlPlaces.entry(mapping, path.get(i));
      if (entry.isEmpty()) {
        var into = mapping;
        return edit.value().map(value -> added(into, steps.isEmpty(), rest, value)).orElse(text);
      }
      steps.add(new Step(mapping, entry.get()));
      if (rest.size() > 1) {
        var value = entry.get().getValueNode();
        if (!(value instanceof MappingNode)) {
          var deeper = rest.subList(1, rest.size());
          return edit.value().map(v -> begun(steps.get(steps.size() - 1), deeper, v)).orElse(text);
        }
        mapping = (MappingNode) value;
      }
    }
    return edit.value()
        .map(value -> replaced(steps.get(steps.size() - 1), value))
        .orElseGet(() -> removed(steps));
  }

  private String replaced(Step step, String value) {
    var node = step.entry().getValueNode();
    var written = YamlPlaces.isBlock(step.in()) ? value : YamlWords.inBraces(value);
    var from = places.start(node);
    var to = places.end(node);
    var colon = places.colon(step.entry());
    var line = places.lineStart(from);
    if (!YamlPlaces.isBlock(node) || line <= colon) {
      // An empty value stands directly behind its colon.
      var space = from == colon + 1 ? " " : "";
      var kept = comments(places.comments(from, to), step.entry().getKeyNode());
      var end = kept.isEmpty() ? to : places.lineEnd(to);
      return text.substring(0, from)
          + space
          + written
          + text.substring(to, end)
          + kept
          + text.substring(end);
    }
    var end = places.lineEnd(to);
    var kept = comments(places.comments(from, end), step.entry().getKeyNode());
    return text.substring(0, colon + 1)
        + " "
        + written
        + text.substring(colon + 1, line).stripTrailing()
        + kept
        + text.substring(end);
  }

  private String comments(List<String> comments, Node key) {
    var lines = new StringBuilder();
    comments.forEach(
        comment ->
            lines.append(newline).append(" ".repeat(places.column(key) + 2)).append(comment));
    return lines.toString();
  }

  private String removed(List<Step> steps) {
    var last = steps.size() - 1;
    while (last > 0 && steps.get(last).in().getValue().size() == 1) {
      last--;
    }
    var mapping = steps.get(last).in();
    var entry = steps.get(last).entry();
    if (YamlPlaces.isBlock(mapping)) {
      return text.substring(0, places.lineStart(places.start(entry.getKeyNode())))
          + text.substring(places.nextLine(places.end(entry)));
    }
    var entries = mapping.getValue();
    var index = entries.indexOf(entry);
    if (index > 0) {
      return text.substring(0, places.end(entries.get(index - 1)))
          + text.substring(places.end(entry));
    }
    var next = entries.size() > 1 ? places.start(entries.get(1).getKeyNode()) : places.end(entry);
    return text.substring(0, places.start(entry.getKeyNode())) + text.substring(next);
  }

  private String added(MappingNode mapping, boolean isRoot, List<String> path, String value) {
    var entries = mapping.getValue();
    if (!YamlPlaces.isBlock(mapping)) {
      var entry = inBraces(path, value);
      return entries.isEmpty()
          ? spliced(places.start(mapping), places.end(mapping), "{ " + entry + " }")
          : spliced(places.end(entries.get(entries.size() - 1)), ", " + entry);
    }
    var lines = lines(path, value, places.column(entries.get(0).getKeyNode()));
    if (isRoot) {
      return appended(lines);
    }
    var last = entries.get(entries.size() - 1);
    if (YamlPlaces.entry(mapping, "*").filter(last::equals).isPresent() && entries.size() > 1) {
      // The rule for all others stays the last one.
      var before = places.commentsAbove(places.lineStart(places.start(last.getKeyNode())));
      return spliced(before, lines + newline);
    }
    return spliced(places.lineEnd(places.end(last)), newline + lines);
  }

  /** A section that was empty. */
  private String begun(Step step, List<String> path, String value) {
    var node = step.entry().getValueNode();
    if (!node.getTag().equals(Tag.NULL)) {
      throw new EditRefused(Why.ELSEWHERE);
    }
    var start = places.start(node);
    var end = places.end(node);
    if (start < end || !YamlPlaces.isBlock(step.in())) {
      return spliced(start, end, (start < end ? "" : " ") + "{ " + inBraces(path, value) + " }");
    }
    var column = places.column(step.entry().getKeyNode()) + 2;
    return spliced(places.lineEnd(start), newline + lines(path, value, column));
  }

  private String appended(String lines) {
    var kept = text.stripTrailing();
    var blank = kept.isEmpty() ? "" : newline;
    if (!kept.isEmpty()
        && (BLANK_LINE.matcher(kept).find() || kept.lines().allMatch(l -> l.startsWith("#")))) {
      blank += newline;
    }
    return kept + blank + lines + newline;
  }

  private String lines(List<String> path, String value, int column) {
    var lines = new StringBuilder();
    for (var i = 0; i < path.size(); i++) {
      lines.append(" ".repeat(column + 2 * i)).append(YamlWords.text(path.get(i))).append(':');
      lines.append(i < path.size() - 1 ? newline : " " + value);
    }
    return lines.toString();
  }

  private static String inBraces(List<String> path, String value) {
    var entry = YamlWords.text(path.get(0)) + ": ";
    return path.size() == 1
        ? entry + YamlWords.inBraces(value)
        : entry + "{ " + inBraces(path.subList(1, path.size()), value) + " }";
  }

  private String spliced(int at, String with) {
    return spliced(at, at, with);
  }

  private String spliced(int from, int to, String with) {
    return text.substring(0, from) + with + text.substring(to);
  }
}
