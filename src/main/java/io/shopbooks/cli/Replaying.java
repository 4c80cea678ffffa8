package io.shopbooks.cli;

import io.shopbooks.connections.Connections;
import io.shopbooks.ledger.Days;
import io.shopbooks.ledger.Replay;
import io.shopbooks.ledger.Replay.Replayed;
import io.shopbooks.ledger.Replay.ReplayedDocument;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Maps past orders again for a person who waits for it, and tells what differs. */
@Component
class Replaying {

  private final Connections connections;
  private final Turns turns;

  Replaying(Connections connections, Turns turns) {
    this.connections = connections;
    this.turns = turns;
  }

  /** Shows what differs; answers the exit status. */
  int replay(String name, LocalDate from, LocalDate to, Output output) throws Exception {
    var connection = connections.named(name);
    var days = new Days(from, to);
    var replay =
        turns
            .rehearsal("direct:plan-sync", connection, Map.of("days", days), output)
            .getVariable("rehearsal", Replay.class);
    output.value(json(replay, days));
    output.line(
        "%s: %d orders from %s to %s mapped again; %d would be posted otherwise."
            .formatted(name, replay.orders(), from, to, replay.different().size()));
    replay.different().forEach(order -> lines(order).forEach(output::line));
    return replay.different().isEmpty() ? ExitStatus.GOOD : ExitStatus.NEEDS_PERSON;
  }

  private static List<String> lines(Replayed order) {
    var lines = new ArrayList<String>();
    lines.add("  Order " + order.number());
    order
        .held()
        .ifPresent(
            why ->
                lines.add(
                    "    would be held: "
                        + English.WORDS.title(why)
                        + ". "
                        + English.WORDS.explanation(why)));
    order.documents().forEach(document -> lines.addAll(lines(document)));
    return lines;
  }

  private static List<String> lines(ReplayedDocument document) {
    var lines = new ArrayList<String>();
    var name = (English.WORDS.kind(document.kind()) + " " + document.number()).strip();
    lines.add(
        switch (document.what()) {
          case "missing" -> "    " + name + ": posted, and would not be today";
          case "new" -> "    " + name + ": not posted, and would be today";
          default -> "    " + name;
        });
    for (var difference : document.differences()) {
      lines.add("      " + difference.field() + " was    " + dash(difference.was()));
      lines.add(
          "      "
              + " ".repeat(difference.field().length())
              + " would be "
              + dash(difference.would()));
    }
    return lines;
  }

  private static String dash(String text) {
    return text.isEmpty() ? "-" : text;
  }

  private static Map<String, Object> json(Replay replay, Days days) {
    return Map.of(
        "connection",
        replay.connection(),
        "from",
        days.from(),
        "to",
        days.until(),
        "orders",
        replay.orders(),
        "different",
        replay.different().stream().map(Replaying::json).toList());
  }

  private static Map<String, Object> json(Replayed order) {
    return Map.of(
        "order",
        order.number(),
        "id",
        order.id(),
        "held",
        order.held().map(why -> why.why().word()).orElse(""),
        "documents",
        order.documents());
  }
}
