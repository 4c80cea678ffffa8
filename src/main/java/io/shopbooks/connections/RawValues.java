package io.shopbooks.connections;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * What a YAML text says, without values from outside: maps, lists, and texts that begin with their
 * type. Two texts that say the same are equal here, however they are written.
 */
final class RawValues {

  private static final int MOST_PARTS = 10_000;
  private static final int DEEPEST = 20;

  private int parts;

  private RawValues() {}

  /**
   * What this text says; nothing if it is empty.
   *
   * @throws EditRefused if it has no keys, or a key twice, or nests too much
   */
  static Map<String, Object> of(String text) {
    var root = YamlReader.compose(text);
    if (root.isEmpty()) {
      return new LinkedHashMap<>();
    }
    if (root.get() instanceof MappingNode keys) {
      return new RawValues().keys(keys, 0);
    }
    throw new EditRefused(EditRefused.Why.UNREADABLE);
  }

  /** What it says when the edit is made. */
  static Map<String, Object> edited(Map<String, Object> values, FileEdit edit) {
    var value = edit.value().map(RawValues::value);
    put(values, edit.path(), value);
    return values;
  }

  @SuppressWarnings("unchecked") // maps here are made by keys() alone
  private static void put(Map<String, Object> into, List<String> path, Optional<Object> value) {
    var key = path.get(0);
    if (path.size() == 1) {
      value.ifPresentOrElse(v -> into.put(key, v), () -> into.remove(key));
      return;
    }
    var isSection = into.get(key) instanceof Map;
    if (!isSection && value.isEmpty()) {
      return;
    }
    var section =
        isSection ? (Map<String, Object>) into.get(key) : new LinkedHashMap<String, Object>();
    put(section, path.subList(1, path.size()), value);
    into.put(key, section);
    if (section.isEmpty()) {
      into.remove(key);
    }
  }

  private static Object value(String yaml) {
    var node = YamlReader.compose(yaml);
    return node.map(value -> new RawValues().any(value, 0)).orElse("");
  }

  private Object any(Node node, int depth) {
    if (++parts > MOST_PARTS || depth > DEEPEST) {
      throw new EditRefused(EditRefused.Why.UNREADABLE);
    }
    if (node instanceof MappingNode mapping) {
      return keys(mapping, depth);
    }
    if (node instanceof SequenceNode sequence) {
      var list = new ArrayList<>();
      sequence.getValue().forEach(item -> list.add(any(item, depth + 1)));
      return list;
    }
    return node.getTag().getValue() + " " + ((ScalarNode) node).getValue();
  }

  private Map<String, Object> keys(MappingNode mapping, int depth) {
    var map = new LinkedHashMap<String, Object>();
    for (var tuple : mapping.getValue()) {
      var value = any(tuple.getValueNode(), depth + 1);
      if (!(tuple.getKeyNode() instanceof ScalarNode key)
          || map.put(key.getValue(), value) != null) {
        throw new EditRefused(EditRefused.Why.UNREADABLE);
      }
    }
    return map;
  }
}
