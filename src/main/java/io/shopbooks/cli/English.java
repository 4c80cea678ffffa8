package io.shopbooks.cli;

import io.shopbooks.ledger.Hold;
import io.shopbooks.report.Remedy;
import io.shopbooks.report.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What terminals say: the words of the report, on lines, in English. */
final class English {

  static final Words WORDS = Words.in(Locale.ENGLISH);

  private static final String INDENT = "    ";

  private English() {}

  /** Something held: what it is, why, and what to do about it. */
  static List<String> held(Hold hold) {
    var lines = new ArrayList<String>();
    var refund = hold.subject().startsWith("refund") ? ", " + hold.subject() : "";
    lines.add(
        "  %s%s, %s: %s"
            .formatted(
                WORDS.say("report.order", Map.of("number", hold.number())),
                refund,
                WORDS.money(hold),
                WORDS.title(hold.reason())));
    lines.add(INDENT + WORDS.explanation(hold.reason()));
    steps(WORDS.remedy(hold)).forEach(line -> lines.add(INDENT + line));
    return lines;
  }

  private static List<String> steps(Remedy remedy) {
    var lines = new ArrayList<String>();
    lines.add(remedy.what());
    remedy
        .edit()
        .ifPresent(
            edit -> {
              lines.add(WORDS.say("report.in-file", Map.of("file", edit.file())));
              edit.yaml().lines().forEach(line -> lines.add(INDENT + line));
            });
    lines.add(WORDS.say(remedy.edit().isPresent() ? "report.then" : "report.run"));
    lines.add(INDENT + remedy.command());
    return lines;
  }

  /** What to do about what concerns a whole connection, on one line. */
  static String remedy(String trouble, String connection) {
    var remedy = WORDS.troubleRemedy(trouble, connection);
    return remedy.what() + " " + remedy.command();
  }
}
