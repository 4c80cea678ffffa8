package io.shopbooks.pretend.quickbooks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/** Objects as the API shows them: with the balances that the books tell. */
final class View {

  private final Company company;
  private final Accounts accounts;

  View(Company company) {
    this.company = company;
    this.accounts = new Accounts(company);
  }

  ObjectNode of(Stored stored) {
    return switch (stored.type()) {
      case "Account" -> account(stored);
      case "Customer" -> customer(stored);
      default -> stored.copy();
    };
  }

  private ObjectNode account(Stored stored) {
    var json = stored.copy();
    var balance = company.ledger().balance(stored.id());
    boolean lasting = !stored.text("Classification").matches("Revenue|Expense");
    var shown = Json.number(lasting ? balance : BigDecimal.ZERO);
    json.set("CurrentBalance", shown);
    json.set("CurrentBalanceWithSubAccounts", shown);
    return json;
  }

  private ObjectNode customer(Stored stored) {
    var json = stored.copy();
    var receivable = accounts.receivable(stored.text("CurrencyRef.value"));
    json.set("Balance", Json.number(company.ledger().balance(receivable, stored.id())));
    return json;
  }
}
