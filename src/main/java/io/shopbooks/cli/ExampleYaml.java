package io.shopbooks.cli;

import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** A YAML file of the worked examples, whose parts may be changed by another one. */
final class ExampleYaml {

  private static final ObjectMapper READER =
      JsonMapper.builder()
          .addModules(new Jdk8Module(), new JavaTimeModule())
          .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .build();

  private final Path file;
  private final MappingNode node;

  private ExampleYaml(Path file, MappingNode node) {
    this.file = file;
    this.node = node;
  }

  /**
   * @throws BrokenExample if the file cannot be read or holds no keys
   */
  static ExampleYaml read(Path file) {
    try {
      if (yaml().compose(new StringReader(Files.readString(file))) instanceof MappingNode keys) {
        return new ExampleYaml(file, keys);
      }
      throw new BrokenExample(file, "It holds no keys.", "Write key: value.");
    } catch (IOException e) {
      throw new BrokenExample(file, "It cannot be read.", "Is the name right?");
    } catch (YAMLException e) {
      throw new BrokenExample(file, e.getMessage(), "Correct the YAML.");
    }
  }

  /** The keys under this one; none if it is not there. */
  ExampleYaml under(String key) {
    for (var entry : node.getValue()) {
      if (key(entry).equals(key) && entry.getValueNode() instanceof MappingNode keys) {
        return new ExampleYaml(file, keys);
      }
    }
    return new ExampleYaml(
        file, new MappingNode(Tag.MAP, List.of(), DumperOptions.FlowStyle.BLOCK));
  }

  /** This one with the other's values in place of its own; a null takes a key away. */
  ExampleYaml changedBy(ExampleYaml change) {
    return new ExampleYaml(file, merged(node, change.node));
  }

  private static MappingNode merged(MappingNode base, MappingNode change) {
    var entries = new LinkedHashMap<String, NodeTuple>();
    base.getValue().forEach(entry -> entries.put(key(entry), entry));
    for (var entry : change.getValue()) {
      var value = entry.getValueNode();
      if (value.getTag().equals(Tag.NULL)) {
        entries.remove(key(entry));
        continue;
      }
      var old = entries.get(key(entry));
      if (old != null
          && old.getValueNode() instanceof MappingNode before
          && value instanceof MappingNode after) {
        value = merged(before, after);
      }
      entries.put(key(entry), new NodeTuple(entry.getKeyNode(), value));
    }
    return new MappingNode(Tag.MAP, List.copyOf(entries.values()), DumperOptions.FlowStyle.BLOCK);
  }

  private static String key(NodeTuple entry) {
    return entry.getKeyNode() instanceof ScalarNode key ? key.getValue() : "";
  }

  String text() {
    var text = new StringWriter();
    yaml().serialize(node, text);
    return text.toString();
  }

  /**
   * @throws BrokenExample if a key is unknown or a value of the wrong kind
   */
  <T> T as(Class<T> type) {
    try {
      return READER.convertValue(yaml().load(text()), type);
    } catch (IllegalArgumentException e) {
      var problem = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new BrokenExample(file, problem + ".", "Correct this key or value.");
    }
  }

  /** Everything but true, false and null is text: no number passes through floating point. */
  private static Yaml yaml() {
    var limits = new LoaderOptions();
    return new Yaml(
        new SafeConstructor(limits),
        new Representer(new DumperOptions()),
        new DumperOptions(),
        limits,
        new Texts());
  }

  private static final class Texts extends Resolver {
    @Override
    protected void addImplicitResolvers() {
      addImplicitResolver(Tag.BOOL, Pattern.compile("true|false"), "tf");
      addImplicitResolver(Tag.NULL, Pattern.compile("~|null"), "~n\0");
      addImplicitResolver(Tag.NULL, Pattern.compile(""), null);
    }
  }
}
