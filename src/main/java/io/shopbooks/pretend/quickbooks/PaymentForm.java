package io.shopbooks.pretend.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;

/** Completes a payment and posts it. */
final class PaymentForm {

  private final Company company;
  private final Accounts accounts;
  private final Settlement settlement;

  PaymentForm(Company company) {
    this.company = company;
    this.accounts = new Accounts(company);
    this.settlement = new Settlement(company);
  }

  static void complete(Draft draft) {
    draft.lines().forEach(line -> Lines.round(draft, line));
    Lines.number(draft, draft.lines());
    var after = draft.after();
    after.set("TotalAmt", Json.number(draft.round(draft.number("TotalAmt"))));
    if (!draft.has("DepositToAccountRef")) {
      var undeposited = new Accounts(draft.company()).undeposited();
      after.putObject("DepositToAccountRef").put("value", undeposited);
    }
    var form = new PaymentForm(draft.company());
    after.set("UnappliedAmt", Json.number(form.unapplied(after)));
  }

  /** The part of the payment that no charge took: a credit of the customer. */
  private BigDecimal unapplied(JsonNode payment) {
    var applied =
        Json.stream(payment, "Line")
            .map(line -> Json.number(line, "Amount").multiply(sign(payment, line)))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return Json.number(payment, "TotalAmt").subtract(applied);
  }

  /** 1 for a charge, -1 for a credit. */
  private BigDecimal sign(JsonNode payment, JsonNode line) {
    var customer = Json.text(payment, "CustomerRef.value");
    var owed = settlement.linked(line).map(target -> settlement.owed(target, customer));
    return BigDecimal.valueOf(owed.orElse(BigDecimal.ZERO).signum());
  }

  /**
   * Money in at the payment's rate, receivables out at the rate they came in with; the difference
   * is an exchange difference.
   */
  List<Posting> postings(JsonNode payment) {
    var customer = Json.text(payment, "CustomerRef.value");
    var receivable = accounts.receivable(Json.text(payment, "CurrencyRef.value"));
    var deposit = Json.text(payment, "DepositToAccountRef.value");
    var entry = new Entry(company, Entry.rateOf(payment));
    entry.debit(deposit, Json.number(payment, "TotalAmt"), "");
    entry.credit(receivable, unapplied(payment), customer);
    for (var line : Json.list(payment, "Line")) {
      var own = Json.number(line, "Amount").multiply(sign(payment, line)).negate();
      settlement
          .linked(line)
          .ifPresent(
              target -> {
                var home = home(target, own, Json.text(payment, "Id"), customer);
                entry.add(new Posting(receivable, home, own, customer, target.id()));
              });
    }
    return entry.postings();
  }

  /** What closes a receivable takes all that is left of it, so that no cent stays open. */
  private BigDecimal home(Stored target, BigDecimal own, String payment, String customer) {
    var posted = BigDecimal.ZERO;
    var open = BigDecimal.ZERO;
    for (var id :
        settlement.payments(target).map(Stored::id).filter(p -> !p.equals(payment)).toList()) {
      for (var posting : company.ledger().postings(id)) {
        if (posting.about().equals(target.id())) {
          posted = posted.add(posting.home());
          open = open.add(posting.own());
        }
      }
    }
    for (var posting : company.ledger().postings(target.id())) {
      if (accounts.isReceivable(posting.account()) && posting.party().equals(customer)) {
        posted = posted.add(posting.home());
        open = open.add(posting.own());
      }
    }
    boolean closes = open.add(own).signum() == 0;
    var atItsRate = Decimals.round(own.multiply(Entry.rate(target)), company.currency());
    return closes ? posted.negate() : atItsRate;
  }

  /** Keeps a payment whose links were changed by the deletion of what it paid. */
  void reapply(Stored payment, ObjectNode after) {
    var unapplied = unapplied(after);
    if (Json.number(after, "TotalAmt").signum() == 0) {
      company.remove(payment);
    } else {
      if (unapplied.signum() < 0) {
        after.set("Line", Json.array());
      }
      after.set("UnappliedAmt", Json.number(unapplied(after)));
      company.put("Payment", company.stamped(after, payment.json()), postings(after));
    }
    settlement.update(
        payment.id(),
        payment.json(),
        company.records().find("Payment", payment.id()).map(Stored::json).orElse(Json.object()));
  }

  /** Posts a payment again after what it paid has changed. */
  void repost(Stored payment) {
    company.put("Payment", payment.json(), postings(payment.json()));
  }
}
