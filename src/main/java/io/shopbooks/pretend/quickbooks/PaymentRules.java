package io.shopbooks.pretend.quickbooks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** What a payment may be applied to (7.1, 7.4; 9.2, 620). */
final class PaymentRules {

  private final Draft draft;
  private final Settlement settlement;
  private final Map<String, BigDecimal> taken = new HashMap<>();
  private BigDecimal charges = BigDecimal.ZERO;
  private BigDecimal credits = BigDecimal.ZERO;

  private PaymentRules(Draft draft) {
    this.draft = draft;
    this.settlement = new Settlement(draft.company());
  }

  static void check(Draft draft) {
    var rules = new PaymentRules(draft);
    draft.lines().forEach(rules::line);
    rules.total();
  }

  private void line(ObjectNode line) {
    var target =
        settlement
            .linked(line)
            .filter(found -> found.born() <= draft.write().visible())
            .orElse(null);
    var amount = draft.round(Json.number(line, "Amount"));
    if (amount.signum() <= 0) {
      draft.problem("2090", "The amount of a payment line must be positive", "Line");
    }
    if (line.path("LinkedTxn").size() != 1) {
      draft.problem("2600", "A payment line links one transaction", "Line");
    } else if (target == null) {
      draft.problem(
          "620", "Transaction " + Settlement.targetOf(line) + " can't be linked: not found");
    } else {
      applied(target, amount);
    }
  }

  private void applied(Stored target, BigDecimal amount) {
    var owed = settlement.owed(target, draft.text("CustomerRef.value"));
    var own = draft.text("Id");
    var open = owed.abs().subtract(settlement.applied(target, own));
    var sum = taken.merge(target.id(), amount, BigDecimal::add);
    if (owed.signum() == 0) {
      draft.problem(
          "620", "Transaction " + target.id() + " can't be linked: nothing of this customer's");
    } else if (sum.compareTo(open) > 0) {
      draft.problem(
          "620",
          "Transaction %s can't be linked: %s is more than the open %s"
              .formatted(target.id(), sum, open));
    }
    if (!Json.text(target.json(), "CurrencyRef.value").equals(draft.currency())) {
      draft.problem("6000", "Transaction " + target.id() + " is in another currency");
    }
    if (owed.signum() > 0) {
      charges = charges.add(amount);
    } else {
      credits = credits.add(amount);
    }
  }

  private void total() {
    var total = draft.round(draft.number("TotalAmt"));
    if (total.signum() < 0) {
      draft.problem("2090", "TotalAmt must not be negative", "TotalAmt");
    }
    if (credits.compareTo(charges) > 0 || charges.subtract(credits).compareTo(total) > 0) {
      draft.problem(
          "6000",
          "The amounts applied are out of balance: charges %s, credits %s, payment %s"
              .formatted(charges, credits, total));
    }
  }
}
