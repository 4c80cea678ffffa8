package io.shopbooks.ledger;

import io.shopbooks.books.Company;
import io.shopbooks.books.Due;
import io.shopbooks.books.Removable;
import io.shopbooks.connections.Connection;
import io.shopbooks.ledger.UndoPlan.Kept;
import io.shopbooks.ledger.UndoPlan.UndoneDocument;
import io.shopbooks.ledger.UndoPlan.UndoneOrder;
import io.shopbooks.ledger.UndoRows.Made;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What a run made, and whether it can be taken back. */
@Component("undoPlans")
public class UndoPlans {

  private final UndoRows rows;

  UndoPlans(UndoRows rows) {
    this.rows = rows;
  }

  /** The run of this number, once it has ended. */
  public Optional<PastRun> run(long id) {
    return rows.run(id);
  }

  /** The documents the run made that are in the books. */
  public List<Due> documents(PastRun run, String realm) {
    return rows.made(run, realm).stream().map(Made::due).flatMap(Optional::stream).toList();
  }

  /**
   * The plan.
   *
   * @param standing how the documents stand in the company now
   * @param made customers and items the run made
   */
  public UndoPlan plan(
      Connection connection,
      String realm,
      PastRun run,
      Company company,
      List<Removable> standing,
      List<String> made) {
    var documents = rows.made(run, realm);
    var there = standing.stream().collect(Collectors.toMap(Removable::document, one -> one));
    var ids = documents.stream().map(one -> one.entry().quickbooksId()).collect(Collectors.toSet());
    var byOrder =
        documents.stream()
            .collect(Collectors.groupingBy(Made::order, LinkedHashMap::new, Collectors.toList()));
    var orders = new ArrayList<UndoneOrder>();
    byOrder.forEach((id, own) -> orders.add(order(id, own, there, ids, company)));
    var updated = rows.updated(run, realm);
    var texts = new ArrayList<>(List.of(connection.name(), realm, Long.toString(run.id())));
    orders.forEach(order -> texts.add(text(order)));
    texts.addAll(made);
    return new UndoPlan(
        run.id(),
        connection.name(),
        Hashes.of(texts).substring(0, 20),
        run.span(),
        orders,
        updated,
        made);
  }

  private static String text(UndoneOrder order) {
    var documents =
        order.documents().stream()
            .map(document -> document.quickbooksId() + "#" + document.due().attempt())
            .toList();
    var kept =
        order.kept().stream().map(one -> one.why() + " " + new TreeMap<>(one.facts())).toList();
    return order.id() + " " + documents + " " + kept;
  }

  private UndoneOrder order(
      String id, List<Made> own, Map<Long, Removable> there, Set<String> ids, Company company) {
    var kept = new ArrayList<Kept>();
    for (var one : own) {
      kept.addAll(reasons(one, own, there.get(one.entry().id()), ids, company));
    }
    var documents =
        own.stream().filter(one -> one.due().isPresent()).map(UndoPlans::document).toList();
    return new UndoneOrder(id, own.get(0).number(), documents, kept.stream().distinct().toList());
  }

  private List<Kept> reasons(
      Made one, List<Made> own, Removable there, Set<String> ids, Company company) {
    var reasons = new ArrayList<Kept>();
    var name = name(one.entry());
    if (one.state().equals("received") || one.entry().is("sending", "doubtful")) {
      reasons.add(new Kept("busy", Map.of()));
    }
    if (there == null) {
      reasons.add(new Kept("unreadable", Map.of("document", name)));
      return reasons;
    }
    if (there.state().equals("changed")) {
      reasons.add(new Kept("changed", Map.of("document", name, "fields", there.said())));
    }
    if (there.state().equals("there")) {
      company
          .closedUntil()
          .filter(day -> !one.date().isAfter(day))
          .ifPresent(
              day ->
                  reasons.add(
                      new Kept("closed", Map.of("document", name, "closed", day.toString()))));
    }
    there.links().stream()
        .filter(link -> !ids.contains(link.id()))
        .map(link -> link.type() + " " + link.id())
        .forEach(
            other -> reasons.add(new Kept("linked", Map.of("document", name, "other", other))));
    var ours = own.stream().map(mine -> mine.entry().id()).collect(Collectors.toSet());
    rows.dependents(one.entry().id()).stream()
        .filter(other -> !ours.contains(other.id()))
        .map(UndoPlans::name)
        .forEach(
            other -> reasons.add(new Kept("needed", Map.of("document", name, "other", other))));
    return reasons;
  }

  private static String name(Entry entry) {
    return (entry.kind() + " " + entry.number()).strip();
  }

  private static UndoneDocument document(Made made) {
    return new UndoneDocument(
        made.due().orElseThrow(),
        made.entry().kind(),
        made.entry().number(),
        made.date(),
        made.entry().posted().orElse(made.entry().total()),
        made.entry().quickbooksId());
  }
}
