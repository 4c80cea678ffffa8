package io.shopbooks.pretend.quickbooks;

import java.math.BigDecimal;
import java.util.List;

/** With AutoApplyCredit on, QuickBooks applies credits behind the app's back (6.2). */
final class AutomaticCredit {

  private final Company company;

  AutomaticCredit(Company company) {
    this.company = company;
  }

  /** Joins a new invoice or credit memo to what the same customer has open on the other side. */
  void apply(Entity entity, String id) {
    if (!company.prefers("SalesFormsPrefs.AutoApplyCredit")) {
      return;
    }
    var other = entity.is("Invoice") ? "CreditMemo" : "Invoice";
    for (var candidate : List.copyOf(company.records().all(other).values())) {
      var own = company.the(entity.name(), id);
      var amount = open(own).min(open(candidate));
      boolean sameCustomer =
          candidate.text("CustomerRef.value").equals(own.text("CustomerRef.value"));
      if (sameCustomer && amount.signum() > 0) {
        join(own, candidate, amount);
      }
    }
  }

  private static BigDecimal open(Stored document) {
    return Json.number(document.json(), "Balance");
  }

  private void join(Stored one, Stored other, BigDecimal amount) {
    var payment = Json.object().put("TotalAmt", 0).put("TxnDate", company.today().toString());
    payment.putObject("CustomerRef").put("value", one.text("CustomerRef.value"));
    payment.putObject("CurrencyRef").put("value", one.text("CurrencyRef.value"));
    payment.put("PrivateNote", "Created by QuickBooks Online to link credits to charges.");
    var lines = payment.putArray("Line");
    for (var document : List.of(one, other)) {
      var line = lines.addObject();
      line.set("Amount", Json.number(amount));
      line.putArray("LinkedTxn")
          .addObject()
          .put("TxnId", document.id())
          .put("TxnType", document.type());
    }
    var entity = Schema.named("Payment").orElseThrow();
    new Writes(company).run(Write.byPerson(entity, Operation.CREATE, payment));
  }
}
