package io.shopbooks.report;

import java.util.List;
import java.util.Optional;

/**
 * What to do about something: first perhaps an edit of a file, in the end always a command.
 *
 * @param what in words, in the reader's language
 * @param edit what to write into which file; absent where the words say all there is to do first
 * @param command as it is typed
 */
public record Remedy(String what, Optional<Edit> edit, String command) {

  /** What a person has to do. */
  public enum Kind {
    /** Run the command, after doing what the words say. */
    COMMAND,
    /** Write something into a file, then run the command. */
    EDIT
  }

  /**
   * Something to add to a YAML file or to change in it.
   *
   * @param file where it is: {@code mappings/connections/acme.yaml}
   * @param path of keys: {@code [taxes, rates, GST + QST]}
   * @param value as YAML writes it on one line
   */
  public record Edit(String file, List<String> path, String value) {

    public Edit {
      path = List.copyOf(path);
    }

    /** As settings are named: {@code taxes.rates.GST + QST}. */
    public String key() {
      return String.join(".", path);
    }

    /** The lines to add or change, with the keys they stand under. */
    public String yaml() {
      var yaml = new StringBuilder();
      for (int i = 0; i < path.size(); i++) {
        yaml.append("  ".repeat(i)).append(Yaml.key(path.get(i))).append(':');
        yaml.append(i < path.size() - 1 ? "\n" : " " + value);
      }
      return yaml.toString();
    }
  }

  /** Whether a file is to be edited first. */
  public Kind kind() {
    return edit.isPresent() ? Kind.EDIT : Kind.COMMAND;
  }
}
