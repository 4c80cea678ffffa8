package io.shopbooks.connections;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** A connection file as it may be shown: keys and tokens somebody wrote into it are covered. */
final class HiddenValues {

  private static final String COVER = "••••••";
  private static final Pattern DEFAULT = Pattern.compile("(\\$\\{(?!secret:)[^{}:]+:)[^{}]+}");
  private static final Pattern REFERENCES = Pattern.compile("(\\$\\{[^{}]*})*");

  private final ConnectionSchema schema;
  private final YamlPlaces places;
  private final List<int[]> spans = new ArrayList<>();

  private HiddenValues(ConnectionSchema schema, String text) {
    this.schema = schema;
    this.places = new YamlPlaces(text);
  }

  static String covered(String text, ConnectionSchema schema) {
    var hidden = new HiddenValues(schema, text);
    YamlReader.compose(text).ifPresent(root -> hidden.find(root, JsonPointer.empty()));
    var covered = new StringBuilder(text);
    for (var i = hidden.spans.size() - 1; i >= 0; i--) {
      var span = hidden.spans.get(i);
      covered.replace(span[0], span[1], cover(text.substring(span[0], span[1])));
    }
    return covered.toString();
  }

  private void find(Node node, JsonPointer at) {
    if (node instanceof MappingNode mapping) {
      for (var entry : mapping.getValue()) {
        if (entry.getKeyNode() instanceof ScalarNode key) {
          find(entry.getValueNode(), at.appendProperty(key.getValue()));
        }
      }
    } else if (schema.isSecret(at) && node instanceof ScalarNode) {
      spans.add(new int[] {places.start(node), places.end(node)});
    }
  }

  private static String cover(String value) {
    var told = DEFAULT.matcher(value).replaceAll("$1" + COVER + "}");
    return REFERENCES.matcher(told.replace("\"", "").replace("'", "")).matches() ? told : COVER;
  }
}
