package io.shopbooks.pretend.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** What may be put into a bank deposit (7.1, 7.4). */
final class DepositRules {

  private static final Set<String> LINKABLE = Set.of("SalesReceipt", "Payment", "RefundReceipt");

  private DepositRules() {}

  static void check(Draft draft) {
    if (draft.sends("Line")) {
      draft.lines().forEach(line -> line(draft, line));
    }
  }

  private static void line(Draft draft, ObjectNode line) {
    if (line.has("LinkedTxn")) {
      line.path("LinkedTxn").forEach(link -> link(draft, link));
    } else if (!Json.has(line, "DepositLineDetail.AccountRef")) {
      draft.problem("6440", "The deposit line lacks its account", "Line");
    } else if (!line.has("Amount")) {
      draft.problem("2020", "Required parameter Line.Amount is missing in the request", "Line");
    } else {
      receivable(draft, line);
    }
  }

  private static void receivable(Draft draft, ObjectNode line) {
    var account = Json.text(line, "DepositLineDetail.AccountRef.value");
    var party = Json.text(line, "DepositLineDetail.Entity.value");
    if (new Accounts(draft.company()).isReceivable(account)
        && draft.company().records().find("Customer", party).isEmpty()) {
      draft.problem("6000", "Accounts receivable needs a customer", "Line");
    }
  }

  private static void link(Draft draft, JsonNode link) {
    var id = Json.text(link, "TxnId");
    var type = Json.text(link, "TxnType");
    if (Json.text(link, "TxnLineId").isEmpty()) {
      draft.problem("2020", "Required parameter TxnLineId is missing in the request", "LinkedTxn");
    }
    var target =
        draft
            .company()
            .records()
            .find(type, id)
            .filter(found -> LINKABLE.contains(type) && found.born() <= draft.write().visible());
    if (target.isEmpty()) {
      draft.problem("620", "Transaction " + type + " " + id + " can't be linked to a deposit");
    } else if (!isUndeposited(draft, target.get())) {
      draft.problem(
          "620", "Transaction " + id + " can't be linked: it is not in Undeposited Funds");
    } else if (isElsewhere(draft, target.get())) {
      draft.problem("620", "Transaction " + id + " can't be linked: it is deposited already");
    }
  }

  private static boolean isUndeposited(Draft draft, Stored target) {
    return new Accounts(draft.company()).isUndeposited(target.text("DepositToAccountRef.value"));
  }

  private static boolean isElsewhere(Draft draft, Stored target) {
    return DepositForm.depositOf(target).filter(id -> !id.equals(draft.text("Id"))).isPresent();
  }
}
