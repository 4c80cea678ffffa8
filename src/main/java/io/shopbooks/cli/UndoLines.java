package io.shopbooks.cli;

import io.shopbooks.ledger.UndoPlan;
import io.shopbooks.ledger.UndoPlan.Kept;
import io.shopbooks.ledger.UndoPlan.UndoneDocument;
import io.shopbooks.ledger.UndoPlan.UndoneOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What taking a run back does, on lines of a terminal and for machines. */
final class UndoLines {

  private UndoLines() {}

  /**
   * @param done whether it was done, or only shown
   * @param kept what could not be deleted after all
   */
  static List<String> of(UndoPlan plan, boolean done, List<String> kept) {
    var lines = new ArrayList<String>();
    var going = plan.going().size();
    lines.add(
        done
            ? "Run %d of %s: %d of %d documents deleted, %d orders stay as they are."
                .formatted(
                    plan.run(), plan.connection(), going - kept.size(), going, plan.staying())
            : "Run %d of %s: %d documents to delete, %d orders stay as they are."
                .formatted(plan.run(), plan.connection(), going, plan.staying()));
    plan.orders().forEach(order -> lines.addAll(order(order)));
    plan.updated()
        .forEach(number -> lines.add("  " + number + " was only changed by this run, and stays."));
    kept.forEach(one -> lines.add("  not deleted: order " + one));
    if (!plan.made().isEmpty()) {
      lines.add("Made by this run; inactive where nothing else uses it:");
      plan.made().forEach(one -> lines.add("  " + one));
    }
    lines.add(
        done
            ? "To bring them to the books again, run: shopbooks redo " + plan.run()
            : "To do exactly this, run: shopbooks undo %d --yes %s"
                .formatted(plan.run(), plan.fingerprint()));
    return lines;
  }

  private static List<String> order(UndoneOrder order) {
    var lines = new ArrayList<String>();
    lines.add("  %-8s %s".formatted(order.goes() ? "delete" : "stays", order.number()));
    order.documents().forEach(document -> lines.add("             " + line(document)));
    order.kept().forEach(kept -> lines.add("             " + told(kept)));
    return lines;
  }

  private static String told(Kept kept) {
    return English.WORDS.tell("undo." + kept.why(), kept.facts());
  }

  private static String line(UndoneDocument document) {
    return (English.WORDS.kind(document.kind()) + " " + document.number()).strip()
        + " of "
        + document.date()
        + ", "
        + English.WORDS.money(document.total());
  }

  static Map<String, Object> json(UndoPlan plan, boolean done, List<String> kept) {
    var json = new LinkedHashMap<String, Object>();
    json.put("run", plan.run());
    json.put("connection", plan.connection());
    json.put("fingerprint", plan.fingerprint());
    json.put("done", done);
    json.put("documents", plan.going().size());
    json.put("orders", plan.orders().stream().map(UndoLines::json).toList());
    json.put("updated", plan.updated());
    json.put("made", plan.made());
    json.put("notDeleted", kept);
    return json;
  }

  private static Map<String, Object> json(UndoneOrder order) {
    var documents =
        order.documents().stream()
            .map(
                one ->
                    Map.of(
                        "kind", one.kind(),
                        "number", one.number(),
                        "date", one.date(),
                        "total", Amounts.number(one.total()),
                        "currency", one.total().currency().getCurrencyCode(),
                        "quickbooksId", one.quickbooksId()))
            .toList();
    return Map.of(
        "order", order.number(),
        "id", order.id(),
        "goes", order.goes(),
        "kept", order.kept().stream().map(UndoLines::told).toList(),
        "documents", documents);
  }
}
