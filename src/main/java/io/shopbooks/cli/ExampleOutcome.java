package io.shopbooks.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopbooks.books.Document;
import io.shopbooks.books.DocumentKind.Purpose;
import io.shopbooks.books.OtherSale;
import io.shopbooks.books.Rules;
import io.shopbooks.ledger.DocumentText;
import io.shopbooks.sale.Refund;
import io.shopbooks.sale.Sale;
import java.util.List;
import java.util.Optional;

/** What came of planning an example, as {@code documents.json} tells it. */
final class ExampleOutcome {

  private final ExampleCase example;
  private final ExampleLedger ledger;
  private final ObjectNode json = JsonNodeFactory.instance.objectNode();

  private ExampleOutcome(ExampleCase example, ExampleLedger ledger) {
    this.example = example;
    this.ledger = ledger;
  }

  /**
   * The text of {@code documents.json}.
   *
   * @param sale as it was read; absent if it could not be
   */
  static String text(ExampleCase example, ExampleLedger ledger, Optional<Sale> sale) {
    var outcome = new ExampleOutcome(example, ledger);
    outcome.tell(sale);
    return DocumentText.pretty(outcome.json);
  }

  private void tell(Optional<Sale> sale) {
    var orderHeld = ledger.holds().stream().anyMatch(hold -> hold.subject().equals("order"));
    var verdict = ledger.verdict();
    if (verdict.isPresent()) {
      json.put("outcome", verdict.get().word().equals("wait") ? "waits" : "left-out");
      json.put("because", verdict.get().because());
    } else {
      json.put("outcome", orderHeld ? "held" : "booked");
    }
    if (!ledger.holds().isEmpty()) {
      holds();
    }
    ledger.adopted().ifPresent(this::adopted);
    before();
    if (!ledger.planned().isEmpty()) {
      json.set("documents", DocumentText.of(ledger.planned(), example.booked()));
    }
    if (verdict.isEmpty() && !orderHeld) {
      sale.map(this::byHand).filter(list -> !list.isEmpty()).ifPresent(this::leave);
    }
  }

  private void holds() {
    var held = json.putArray("held");
    for (var hold : ledger.holds()) {
      var one = held.addObject().put("what", hold.subject());
      hold.money().ifPresent(money -> one.put("money", money.rounded().toString()));
      one.put("why", hold.reason().why().word());
      hold.reason().facts().forEach(one::put);
    }
  }

  private void adopted(OtherSale sale) {
    json.putObject("found-in-books")
        .put("kind", sale.kind().word())
        .put("number", sale.number())
        .put("date", sale.date().toString())
        .put("total", sale.total().toString());
  }

  private void before() {
    var known = example.booked().documents();
    if (!known.isEmpty()) {
      var before = json.putArray("in-books-before");
      known.forEach(
          document ->
              before.add(
                  document.key().kind().word()
                      + " "
                      + document.number().orElse(document.key().shopId())));
    }
  }

  private void leave(List<Refund> refunds) {
    var list = json.putArray("left-to-enter-by-hand");
    refunds.forEach(refund -> list.add("refund " + refund.id() + ", " + told(refund)));
  }

  private static String told(Refund refund) {
    var to = refund.isOfCredit() ? " to a gift card" : "";
    return refund.untold() ? "not told how much" : refund.worth().rounded() + to;
  }

  /** Refunds that became nothing and wait for nobody. */
  private List<Refund> byHand(Sale sale) {
    return new Rules()
        .credits(sale, example.connection().choices(), example.booked()).stream()
            .filter(refund -> ledger.planned().stream().noneMatch(d -> isAbout(refund, d)))
            .filter(refund -> !isKnown(refund))
            .filter(
                refund ->
                    ledger.holds().stream()
                        .noneMatch(hold -> hold.subject().equals("refund " + refund.id())))
            .toList();
  }

  private static boolean isAbout(Refund refund, Document document) {
    return document.key().shopId().equals(refund.id());
  }

  private boolean isKnown(Refund refund) {
    return example.booked().documents().stream()
        .anyMatch(
            known ->
                known.key().kind().purpose() == Purpose.CREDIT
                    && known.key().shopId().equals(refund.id()));
  }
}
