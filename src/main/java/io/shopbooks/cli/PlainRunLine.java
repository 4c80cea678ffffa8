package io.shopbooks.cli;

import io.shopbooks.connections.Connection;
import io.shopbooks.ledger.Held;
import io.shopbooks.ledger.Run;
import io.shopbooks.ledger.Standing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells the counts of a run and what is held; totals are the report's to tell. */
@Component
class PlainRunLine implements RunLine {

  private final Standing standing;
  private final Held held;

  PlainRunLine(Standing standing, Held held) {
    this.standing = standing;
    this.held = held;
  }

  @Override
  public String json(Connection connection, Run run) {
    var done = standing.since(connection.name(), run.since());
    var line = new LinkedHashMap<String, Object>();
    line.put("connection", connection.name());
    line.put("received", done.read());
    line.put("posted", done.posted());
    line.put("updated", 0);
    line.put("skipped", Math.max(0, done.read() - done.posted() - done.held()));
    line.put("held", done.held());
    line.put("doubtful", done.doubtful());
    line.put("documents", held.of(connection.name()).stream().map(PlainRunLine::entry).toList());
    line.put("totals", List.of());
    return Output.json(line);
  }

  private static Map<String, Object> entry(io.shopbooks.ledger.Hold hold) {
    var entry = new LinkedHashMap<String, Object>();
    entry.put("order", hold.number());
    entry.put("kind", hold.subject().replaceFirst(" .*", ""));
    entry.put("number", "");
    entry.put("total", Amounts.number(hold.money()));
    entry.put("currency", hold.money().currency().getCurrencyCode());
    entry.put("state", "held");
    entry.put("quickbooksId", "");
    entry.put("reason", hold.reason().why().word());
    return entry;
  }
}
