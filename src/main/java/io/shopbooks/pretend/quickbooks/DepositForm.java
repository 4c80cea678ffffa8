package io.shopbooks.pretend.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;

/** Completes a bank deposit and marks what lies in it. */
final class DepositForm {

  private final Company company;

  DepositForm(Company company) {
    this.company = company;
  }

  static void complete(Draft draft) {
    for (var line : draft.lines()) {
      if (line.has("LinkedTxn")) {
        linked(draft, line);
      }
      Lines.round(draft, line);
    }
    Lines.number(draft, draft.lines());
    Totals.ofLines(draft, BigDecimal.ZERO);
  }

  /** A linked line is worth what lies in Undeposited Funds: a refund takes out of it. */
  private static void linked(Draft draft, ObjectNode line) {
    var worth = BigDecimal.ZERO;
    for (var link : line.path("LinkedTxn")) {
      var target = draft.company().the(Json.text(link, "TxnType"), Json.text(link, "TxnId"));
      var total = Json.number(target.json(), "TotalAmt");
      worth = target.type().equals("RefundReceipt") ? worth.subtract(total) : worth.add(total);
    }
    if (line.has("Amount") && draft.round(Json.number(line, "Amount")).compareTo(worth) != 0) {
      draft.problem("6000", "The deposit line is not the " + worth + " of what it links", "Line");
    }
    line.set("Amount", Json.number(worth));
  }

  /** The deposit a transaction lies in. */
  static Optional<String> depositOf(Stored transaction) {
    return Json.stream(transaction.json(), "LinkedTxn")
        .filter(link -> Json.text(link, "TxnType").equals("Deposit"))
        .map(link -> Json.text(link, "TxnId"))
        .findFirst();
  }

  /** Marks everything the deposit held, or holds now. */
  void update(String deposit, JsonNode before, JsonNode after) {
    for (var line : Json.list(before, "Line")) {
      line.path("LinkedTxn").forEach(link -> mark(link, deposit, false));
    }
    for (var line : Json.list(after, "Line")) {
      line.path("LinkedTxn").forEach(link -> mark(link, deposit, true));
    }
  }

  private void mark(JsonNode link, String deposit, boolean lies) {
    var target = company.the(Json.text(link, "TxnType"), Json.text(link, "TxnId"));
    var after = target.copy();
    var links = Json.array();
    Json.stream(target.json(), "LinkedTxn")
        .filter(old -> !Json.text(old, "TxnId").equals(deposit))
        .forEach(links::add);
    if (lies) {
      links.addObject().put("TxnId", deposit).put("TxnType", "Deposit");
    }
    after.set("LinkedTxn", links);
    company.put(target.type(), company.stamped(after, target.json()), target.postings());
  }
}
