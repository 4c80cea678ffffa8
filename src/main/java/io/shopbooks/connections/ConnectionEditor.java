package io.shopbooks.connections;

import io.shopbooks.connections.EditRefused.Why;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Edits connection files in two steps: a draft with the difference to show, then the file. Of a
 * file only what the edits name is changed, and the result is a connection before it is written.
 */
@Component
public class ConnectionEditor {

  private static final String SCHEMA = "connection.schema.json";
  private static final String HEAD = "# yaml-language-server: $schema=../" + SCHEMA + "\n";
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final ConnectionFiles files;
  private final Connections connections;
  private final ConnectionSchema schema;
  private final Environment environment;
  private final SecretLookup stored;
  private final SecretStore store;
  private final Clock clock;

  ConnectionEditor(
      @Value("${shopbooks.mappings:./mappings}") String mappings,
      @Value("${shopbooks.demo.enabled:false}") boolean demo,
      Connections connections,
      ConnectionSchema schema,
      Environment environment,
      SecretLookup stored,
      SecretStore store,
      Clock clock) {
    this.files = new ConnectionFiles(Path.of(mappings), demo);
    this.connections = connections;
    this.schema = schema;
    this.environment = environment;
    this.stored = stored;
    this.store = store;
    this.clock = clock;
  }

  /**
   * The file of this connection with these edits. Nothing is written.
   *
   * @throws UnknownConnection if it has no file
   * @throws EditRefused if it cannot be edited so, or must not be
   */
  public Draft draft(String connection, List<FileEdit> edits) {
    return draft(connection, edits, Map.of());
  }

  /**
   * The same with secrets that are to be stored when it is written.
   *
   * @param secrets by the name the edits call them by: {@code ${secret:NAME}}
   */
  public Draft draft(String connection, List<FileEdit> edits, Map<String, String> secrets) {
    var file = ours(connection).orElseThrow(() -> connections.unknown(connection));
    var before = file.text().orElseThrow(() -> connections.unknown(connection));
    var mark = before.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
    var text = before.substring(mark.length());
    var after = YamlText.edited(text, edits);
    EditLimits.judge(text, after, edits, secrets.keySet());
    var findings = findings(file.path(), after, secrets);
    // What was wrong before may be mended one by one.
    var known = read(file.path(), text, secrets).findings();
    findings.removeIf(finding -> known.stream().anyMatch(old -> isSame(finding, old)));
    refuse(findings);
    return new Draft(connection, Optional.of(before), mark + after, schema, secrets);
  }

  /**
   * A new file of these keys. Nothing is written.
   *
   * @throws EditRefused if there is one of this name, it is no name, or something would be wrong
   */
  public Draft draftNew(String connection, List<FileEdit> edits, Map<String, String> secrets) {
    var file = ours(connection).orElseThrow(() -> new EditRefused(Why.MISNAMED));
    if (file.text().isPresent()) {
      throw new EditRefused(Why.EXISTS);
    }
    var after = YamlText.edited(HEAD, edits);
    EditLimits.judge(HEAD, after, edits, secrets.keySet());
    refuse(findings(file.path(), after, secrets));
    return new Draft(connection, Optional.empty(), after, schema, secrets);
  }

  /**
   * Stores the secrets and writes the file; from now on it counts.
   *
   * @throws EditRefused if the file changed since the draft was made
   */
  public synchronized void write(Draft draft) {
    var file = ours(draft.connection()).orElseThrow(() -> new EditRefused(Why.MISNAMED));
    if (!file.text().equals(draft.before())) {
      throw new EditRefused(draft.isNew() ? Why.EXISTS : Why.CHANGED);
    }
    draft.secrets().forEach(store::put);
    if (!draft.before().equals(Optional.of(draft.after()))) {
      file.write(draft.after());
    }
    if (draft.isNew()) {
      publishSchema();
    }
    connections.readAgain();
  }

  /**
   * What the file of this connection says now, right or wrong.
   *
   * @throws UnknownConnection if it has no file
   * @throws EditRefused if it is not YAML
   */
  public Said said(String connection) {
    var text = ours(connection).flatMap(WholeFile::text);
    return new Said(
        YamlText.values(
            text.orElseThrow(() -> connections.unknown(connection)).replaceFirst("^\uFEFF", "")));
  }

  /** The name under which the secret of a key is stored: {@code acme.consumer-key}. */
  public static String secretName(String connection, String key) {
    return (Character.isDigit(connection.charAt(0)) ? "_" : "") + connection + "." + key;
  }

  /** Whether a connection file can call a secret so. */
  public static boolean isSecretName(String name) {
    return Interpolation.isName(name);
  }

  private Optional<WholeFile> ours(String connection) {
    return files.of(connection).map(WholeFile::new);
  }

  private List<Finding> findings(Path file, String text, Map<String, String> secrets) {
    var read = read(file, text, secrets);
    var findings = new ArrayList<>(read.findings());
    connections.all().stream()
        .filter(other -> !other.name().equals(read.name()))
        .map(other -> new ReadFile(other.file(), Optional.of(other), List.of()))
        .flatMap(other -> Twins.of(read, other).stream())
        .forEach(findings::add);
    return findings;
  }

  /** Nothing is kept of a file that may never be. */
  private ReadFile read(Path file, String text, Map<String, String> secrets) {
    SecretLookup typed = name -> Optional.ofNullable(secrets.get(name)).or(() -> stored.find(name));
    var yaml = new YamlReader(new Interpolation(environment, typed));
    return new ConnectionReader(yaml, schema, (shop, day) -> day, clock).read(file, text);
  }

  private static boolean isSame(Finding one, Finding other) {
    return one.key().equals(other.key()) && one.problem().equals(other.problem());
  }

  private static void refuse(List<Finding> findings) {
    if (!findings.isEmpty()) {
      throw new EditRefused(Why.WRONG, findings);
    }
  }

  /** What the first line of a new file tells editors to read. */
  private void publishSchema() {
    var file = new WholeFile(files.folder().resolveSibling(SCHEMA));
    if (file.text().isEmpty()) {
      file.write(schema.text());
    }
  }
}
