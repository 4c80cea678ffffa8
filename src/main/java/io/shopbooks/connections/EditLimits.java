package io.shopbooks.connections;

import io.shopbooks.connections.EditRefused.Why;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What no edit may do, though the file would be right. Edits come from pages, and who may edit a
 * connection there need not know what the machine knows: a new reference would send any setting of
 * the server to an address of their choice, and so would a new address for keys that are kept.
 */
final class EditLimits {

  private static final List<List<String>> KEYS =
      List.of(List.of("shop", "consumer-key"), List.of("shop", "consumer-secret"));

  private final Said before;
  private final Said after;
  private final List<FileEdit> edits;
  private final Set<String> typed;

  /**
   * @param typed names of the secrets that are stored with these edits
   */
  private EditLimits(Said before, Said after, List<FileEdit> edits, Set<String> typed) {
    this.before = before;
    this.after = after;
    this.edits = edits;
    this.typed = typed;
  }

  /**
   * @throws EditRefused if an edit goes too far
   */
  static void judge(String before, String after, List<FileEdit> edits, Set<String> typed) {
    var old = YamlText.values(before);
    var now = YamlText.values(after);
    var limits = new EditLimits(new Said(old), new Said(now), edits, typed);
    limits.references(old, now);
    limits.address();
  }

  private void references(Object old, Object now) {
    if (now.equals(old)) {
      return;
    }
    if (now instanceof Map<?, ?> section) {
      section.forEach(
          (key, value) -> references(old instanceof Map<?, ?> was ? was.get(key) : null, value));
    } else if (now instanceof List<?> list) {
      list.stream()
          .filter(item -> !(old instanceof List<?> was && was.contains(item)))
          .forEach(item -> references(null, item));
    } else if (isReference(now.toString()) && !isTyped(Said.scalar(now))) {
      throw new EditRefused(Why.REFERENCE);
    }
  }

  private void address() {
    var url = List.of("shop", "url");
    var there = after.text(url);
    if (!there.isEmpty()
        && !isSamePlace(before.text(url), there)
        && !KEYS.stream().allMatch(this::isNew)) {
      throw new EditRefused(Why.KEYS);
    }
  }

  /** The same server, reached no less safely. */
  private static boolean isSamePlace(String before, String after) {
    if (before.equals(after)) {
      return true;
    }
    var old = address(before);
    var now = address(after);
    return old.isPresent()
        && now.isPresent()
        && old.get().getHost().equalsIgnoreCase(now.get().getHost())
        && old.get().getPort() == now.get().getPort()
        && !("https".equalsIgnoreCase(old.get().getScheme())
            && !"https".equalsIgnoreCase(now.get().getScheme()));
  }

  private static Optional<URI> address(String text) {
    try {
      return Optional.of(URI.create(text)).filter(address -> address.getHost() != null);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private boolean isNew(List<String> key) {
    var text = after.text(key);
    return text.isEmpty()
        || edits.stream().anyMatch(edit -> edit.path().equals(key))
            && (!isReference(text) || isTyped(text));
  }

  private boolean isTyped(String text) {
    return typed.stream().anyMatch(name -> text.equals("${secret:" + name + "}"));
  }

  private static boolean isReference(String text) {
    return text.contains("${");
  }
}
