package io.shopbooks.report;

import io.shopbooks.ledger.DocumentStory;
import io.shopbooks.ledger.DocumentStory.Happened;
import io.shopbooks.ledger.HoldStory;
import io.shopbooks.ledger.OrderStory;
import java.util.Optional;
import java.util.stream.Stream;

/** The lines of a report about an order: its documents, and what is held without having one. */
final class Entries {

  private Entries() {}

  static Stream<RunReport.Entry> of(OrderStory order) {
    return Stream.concat(
        order.documents().stream()
            .filter(document -> matters(order, document))
            .map(document -> entry(order, document)),
        order.holds().stream()
            .filter(hold -> hold.open() && !hold.subject().startsWith("document "))
            .map(hold -> entry(order, hold)));
  }

  /** One that is left as it is was told of when a person decided so. */
  private static boolean matters(OrderStory order, DocumentStory document) {
    var hold = order.holdOf(document);
    var left = document.state().equals("held") && hold.filter(HoldStory::ignored).isPresent();
    return document.happened() != Happened.NOTHING
        || hold.filter(h -> h.open() || h.inSpan()).isPresent()
        || !(document.state().equals("posted") || left);
  }

  private static RunReport.Entry entry(OrderStory order, DocumentStory document) {
    return new RunReport.Entry(
        order.number(),
        document.kind().word(),
        document.number(),
        document.dated(),
        document.inBooks().orElse(document.total()),
        document.state(),
        document.quickbooksId(),
        order
            .holdOf(document)
            .filter(HoldStory::open)
            .map(hold -> hold.reason().why().word())
            .orElse(""));
  }

  private static RunReport.Entry entry(OrderStory order, HoldStory hold) {
    return new RunReport.Entry(
        order.number(),
        hold.subject().split(" ")[0],
        "",
        Optional.empty(),
        Stakes.of(hold.reason(), hold.money()),
        "held",
        "",
        hold.reason().why().word());
  }
}
