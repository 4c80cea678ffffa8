package io.shopbooks.pretend.mailbox;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The mails in a file, one JSON line each; a last line cut short by a killed process is dropped.
 */
final class MailLog {

  private static final JsonMapper JSON = new JsonMapper();

  private final Path file;

  private MailLog(Path file) {
    this.file = file;
  }

  /** Keeps nothing. */
  static MailLog none() {
    return new MailLog(null);
  }

  /** Keeps mails in this folder, which is made if need be. */
  static MailLog in(Path folder) {
    return new MailLog(folder.resolve("mailbox.jsonl"));
  }

  /**
   * What an earlier start kept, oldest first; at most so many, older ones are forgotten for good.
   *
   * @throws IllegalStateException if a line other than the last is broken
   */
  List<Letter> open(int most) {
    if (file == null) {
      return List.of();
    }
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      var letters = Files.exists(file) ? read() : new ArrayList<Letter>();
      var kept = letters.subList(Math.max(0, letters.size() - most), letters.size());
      rewrite(kept);
      return List.copyOf(kept);
    } catch (IOException e) {
      throw new UncheckedIOException("The mails in " + file + " cannot be read", e);
    }
  }

  private List<Letter> read() throws IOException {
    var whole = Files.readString(file);
    var complete = whole.substring(0, whole.lastIndexOf('\n') + 1);
    var letters = new ArrayList<Letter>();
    for (var line : complete.lines().toList()) {
      try {
        letters.add(letter(line));
      } catch (IOException e) {
        throw new IllegalStateException(
            "Line " + (letters.size() + 1) + " of " + file + " is no JSON", e);
      }
    }
    return letters;
  }

  private void rewrite(List<Letter> letters) throws IOException {
    var fresh = file.resolveSibling(file.getFileName() + ".new");
    var text = new StringBuilder();
    for (var letter : letters) {
      text.append(line(letter));
    }
    Files.writeString(fresh, text);
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
  }

  void append(Letter letter) {
    if (file == null) {
      return;
    }
    try {
      Files.writeString(
          file,
          line(letter),
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("The mail cannot be written to " + file, e);
    }
  }

  private static String line(Letter letter) throws IOException {
    var line = JSON.createObjectNode().put("number", letter.number());
    line.put("received", letter.received().toString());
    letter.recipients().forEach(line.putArray("recipients")::add);
    return JSON.writeValueAsString(line.put("mime", letter.mime())) + "\n";
  }

  private static Letter letter(String text) throws IOException {
    var line = JSON.readTree(text);
    var recipients = new ArrayList<String>();
    line.path("recipients").forEach(recipient -> recipients.add(recipient.asText()));
    return new Letter(
        line.path("number").asInt(),
        Instant.parse(line.path("received").asText()),
        recipients,
        line.path("mime").binaryValue());
  }
}
