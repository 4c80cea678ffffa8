package io.shopbooks.console;

import io.shopbooks.connections.ConnectionEditor;
import io.shopbooks.connections.FileEdit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was typed into a form about a connection: fields {@code value.N} with their key {@code
 * path.N} and what stood there {@code old.N}, a suggestion that was ticked {@code use.N}, and
 * secrets by their key.
 */
final class SetUpForm {

  /** Between the keys of a path; no key has it. */
  static final String BETWEEN = "\u241F";

  private static final int MOST = 500;

  /** Says yes or no, and no text. */
  private static final List<String> STOCK = List.of("stock", "enabled");

  private final Map<String, String> form;
  private final List<FileEdit> edits = new ArrayList<>();
  private final Map<String, String> secrets = new LinkedHashMap<>();

  SetUpForm(Map<String, String> form) {
    this.form = form;
    for (var i = 0; i < MOST && form.containsKey("path." + i); i++) {
      field(String.valueOf(i));
    }
  }

  private void field(String n) {
    var path = Arrays.asList(form.get("path." + n).split(BETWEEN));
    var old = form.getOrDefault("old." + n, "");
    var typed = form.getOrDefault("value." + n, old).strip();
    var value = form.getOrDefault("use." + n, typed);
    if (value.equals(old)) {
      return;
    }
    if (value.isEmpty()) {
      edits.add(FileEdit.without(path));
    } else if (form.containsKey("list." + n)) {
      var texts = Arrays.stream(value.split(",")).map(String::strip).filter(t -> !t.isEmpty());
      edits.add(FileEdit.texts(path, texts.toList()));
    } else if (path.equals(STOCK)) {
      edits.add(FileEdit.yaml(path, value));
    } else {
      edits.add(FileEdit.text(path, value));
    }
  }

  /** Adds a key that must be given; an empty one is left out and found missing. */
  SetUpForm with(List<String> path, String field) {
    var value = form.getOrDefault(field, "").strip();
    if (!value.isEmpty()) {
      edits.add(FileEdit.text(path, value));
    }
    return this;
  }

  /** Adds a secret of the section shop, if it was typed: the file gets its name only. */
  SetUpForm withSecret(String connection, String key) {
    var secret = form.getOrDefault(key, "").strip();
    if (!secret.isEmpty()) {
      var name = ConnectionEditor.secretName(connection, key);
      secrets.put(name, secret);
      edits.add(FileEdit.text(List.of("shop", key), "${secret:" + name + "}"));
    }
    return this;
  }

  List<FileEdit> edits() {
    return List.copyOf(edits);
  }

  /** By name. */
  Map<String, String> secrets() {
    return Map.copyOf(secrets);
  }
}
