package io.shopbooks.connections;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An edited connection file that is not written yet. */
public final class Draft {

  private static final int CONTEXT = 3;

  private final String connection;
  private final Optional<String> before;
  private final String after;
  private final List<String> difference;
  private final Map<String, String> secrets;

  /**
   * @param before the file as it is; absent: there is none
   * @param secrets to store with it, by name
   */
  Draft(
      String connection,
      Optional<String> before,
      String after,
      ConnectionSchema schema,
      Map<String, String> secrets) {
    this.connection = connection;
    this.before = before;
    this.after = after;
    this.difference = difference(before.orElse(""), after, schema);
    this.secrets = Map.copyOf(secrets);
  }

  private static List<String> difference(String before, String after, ConnectionSchema schema) {
    var old = HiddenValues.covered(before, schema).lines().toList();
    var patch = DiffUtils.diff(old, HiddenValues.covered(after, schema).lines().toList());
    var lines = UnifiedDiffUtils.generateUnifiedDiff("", "", old, patch, CONTEXT);
    // The first two lines name the files.
    return lines.isEmpty()
        ? List.of()
        : List.copyOf(new ArrayList<>(lines).subList(2, lines.size()));
  }

  /** The name of the connection. */
  public String connection() {
    return connection;
  }

  /** Whether the file is made. */
  public boolean isNew() {
    return before.isEmpty();
  }

  /** Whether the file stays as it is and no secret is stored. */
  public boolean isEmpty() {
    return before.filter(after::equals).isPresent() && secrets.isEmpty();
  }

  /**
   * The lines of a unified difference, each beginning with {@code @}, {@code -}, {@code +} or a
   * space; keys and tokens are covered.
   */
  public List<String> difference() {
    return difference;
  }

  /** The names of the secrets that are stored with it. */
  public List<String> secretNames() {
    return secrets.keySet().stream().sorted().toList();
  }

  /**
   * Tells one state of the file from another: of a difference that is shown now and agreed to later
   * this is what must be the same.
   */
  public String fingerprint() {
    return Fingerprints.of(before.map(text -> "+" + text).orElse("-"));
  }

  Optional<String> before() {
    return before;
  }

  String after() {
    return after;
  }

  Map<String, String> secrets() {
    return secrets;
  }
}
