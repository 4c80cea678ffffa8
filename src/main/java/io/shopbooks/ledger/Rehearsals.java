package io.shopbooks.ledger;

import io.shopbooks.books.AccountEffects;
import io.shopbooks.books.Change;
import io.shopbooks.books.CompanySide;
import io.shopbooks.connections.Connection;
import io.shopbooks.ledger.Plan.Action;
import io.shopbooks.ledger.PlanRows.OrderRow;
import io.shopbooks.ledger.PlanRows.Pending;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What a plan is made of, read from the ledger while everything is planned in it and nothing of
 * that is kept yet.
 */
@Component("rehearsals")
public class Rehearsals {

  private final PlanRows rows;
  private final KeptPlans kept;
  private final Holds holds;

  Rehearsals(PlanRows rows, KeptPlans kept, Holds holds) {
    this.rows = rows;
    this.kept = kept;
    this.holds = holds;
  }

  /** Everything that would be sent, as it would be in the books. */
  public List<Change> changes(Connection connection, String realm) {
    return rows.pending(connection, realm).stream().map(Pending::change).toList();
  }

  /**
   * The plan.
   *
   * @param since number of the last thing that happened before the rehearsal
   * @param mappings their version
   */
  public Plan plan(
      Connection connection, String realm, long since, CompanySide company, String mappings) {
    var pending = rows.pending(connection, realm);
    var rows = this.rows.orders(connection, realm, since);
    var orders = orders(connection, rows, pending);
    var parts =
        new Plan.Parts(
            Hashes.of(rows.stream().map(row -> row.id() + " " + row.hash()).toList()),
            company.hash(),
            mappings,
            choices(connection),
            Hashes.of(texts(pending, orders, company)));
    return new Plan(
        connection.name(),
        fingerprint(connection, realm, parts),
        orders,
        company.missing(),
        AccountEffects.of(company.chart(), pending.stream().map(Pending::change).toList()),
        parts);
  }

  private String fingerprint(Connection connection, String realm, Plan.Parts parts) {
    var all =
        List.of(
            connection.name(),
            connection.shopId().value(),
            realm,
            Long.toString(kept.applications(connection.name())),
            parts.shop(),
            parts.company(),
            parts.mappings(),
            parts.choices(),
            parts.documents());
    return Hashes.of(all).substring(0, 20);
  }

  private static List<String> texts(
      List<Pending> pending, List<PlannedOrder> orders, CompanySide company) {
    var texts = new ArrayList<String>();
    for (var one : pending) {
      texts.add(DocumentJson.write(one.change().wanted()));
      texts.add(one.change().inBooks().map(DocumentJson::write).orElse(""));
    }
    orders.forEach(
        order -> {
          texts.add(order.id() + " " + order.action() + " " + order.because());
          order.holds().forEach(hold -> texts.add(hold.subject() + " " + hold.reason()));
        });
    company.missing().forEach(missing -> texts.add(missing.toString()));
    return texts;
  }

  /** As its file says them: whoever changed a letter of it looks at the plan once more. */
  private static String choices(Connection connection) {
    try {
      return Hashes.of(List.of(Files.readString(connection.file())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<PlannedOrder> orders(
      Connection connection, List<OrderRow> rows, List<Pending> pending) {
    var documents = pending.stream().collect(Collectors.groupingBy(Pending::order));
    Map<String, List<Hold>> held =
        holds.of(connection.name()).stream()
            .collect(Collectors.groupingBy(hold -> hold.order().id()));
    return rows.stream()
        .map(
            row ->
                order(
                    row,
                    documents.getOrDefault(row.id(), List.of()),
                    held.getOrDefault(row.id(), List.of())))
        .toList();
  }

  private static PlannedOrder order(OrderRow row, List<Pending> documents, List<Hold> holds) {
    var action = action(documents, holds);
    return new PlannedOrder(
        row.id(),
        row.number(),
        row.total(),
        action,
        action == Action.SKIP ? because(row) : "",
        documents.stream().map(Pending::told).toList(),
        holds);
  }

  private static Action action(List<Pending> documents, List<Hold> holds) {
    if (!holds.isEmpty()) {
      return Action.CONFLICT;
    }
    if (documents.isEmpty()) {
      return Action.SKIP;
    }
    return documents.stream().anyMatch(one -> one.told().update()) ? Action.UPDATE : Action.CREATE;
  }

  /** An order without documents that is not left out waits for answers, or is as it should be. */
  private static String because(OrderRow row) {
    return Stream.of(row.because(), row.state().equals("received") ? "asked-about" : "unchanged")
        .filter(word -> !word.isEmpty())
        .findFirst()
        .orElseThrow();
  }
}
