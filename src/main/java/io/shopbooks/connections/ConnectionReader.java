package io.shopbooks.connections;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads one connection file: YAML, schema, what the schema cannot know, defaults. */
@Component
final class ConnectionReader {

  private static final int LARGEST = 1024 * 1024;

  private final YamlReader yaml;
  private final ConnectionSchema schema;
  private final StartDates starts;
  private final Clock clock;

  ConnectionReader(YamlReader yaml, ConnectionSchema schema, StartDates starts, Clock clock) {
    this.yaml = yaml;
    this.schema = schema;
    this.starts = starts;
    this.clock = clock;
  }

  ReadFile read(Path file) {
    var tree = new Tree();
    var findings = new Findings(file, tree);
    return built(file, text(file, findings), tree, findings);
  }

  /** The same for a text that is not the file's own. */
  ReadFile read(Path file, String text) {
    var tree = new Tree();
    return built(file, Optional.of(text), tree, new Findings(file, tree));
  }

  private ReadFile built(Path file, Optional<String> read, Tree tree, Findings findings) {
    read.ifPresent(text -> judge(text, tree, findings));
    if (!findings.isEmpty()) {
      return ReadFile.broken(file, findings.all());
    }
    var values = new Values(new Defaults(schema).fill(tree.json()));
    var builder = new ConnectionBuilder(values, starts, clock.instant());
    var connection = builder.connection(ConnectionFiles.name(file), file);
    return new ReadFile(file, Optional.of(connection), List.of());
  }

  private void judge(String text, Tree tree, Findings findings) {
    yaml.read(text, tree, findings);
    if (findings.areAboutFile()) {
      return;
    }
    // A section that is not there misses the keys it must have.
    schema.required().stream()
        .filter(section -> !tree.json().has(section))
        .forEach(tree.json()::putObject);
    new SchemaFindings(schema, tree, findings).add();
    new SyncChecks(tree, findings, clock.instant()).add();
    new AddressChecks(tree, findings).add();
    new ChoiceChecks(schema, tree, findings).add();
  }

  private static Optional<String> text(Path file, Findings findings) {
    try {
      var bytes = bytes(file);
      if (bytes.length > LARGEST) {
        findings.add(0, "file-large");
        return Optional.empty();
      }
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      findings.add(0, "file-encoding");
    } catch (IOException e) {
      findings.add(0, "file-unreadable");
    }
    return Optional.empty();
  }

  /** Not more than it takes to know that it is too large. */
  private static byte[] bytes(Path file) throws IOException {
    try (var stream = Files.newInputStream(file)) {
      return stream.readNBytes(LARGEST + 1);
    }
  }
}
