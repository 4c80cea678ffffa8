package io.shopbooks.pretend.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/** Keeps a checked object and brings everything that hangs on it up to date. */
final class Aftermath {

  private final Company company;
  private final Settlement settlement;

  Aftermath(Company company) {
    this.company = company;
    this.settlement = new Settlement(company);
  }

  ObjectNode keep(Entity entity, Stored before, ObjectNode after) {
    var id = Json.text(after, "Id");
    company.put(entity.name(), after, Completion.postings(company, entity.name(), after));
    follow(entity, id, before == null ? Json.object() : before.json(), after);
    if (before == null) {
      opened(entity, id);
    } else if (entity.isTransaction()) {
      settlement.payments(company.the(entity.name(), id)).forEach(new PaymentForm(company)::repost);
    }
    return new View(company).of(company.the(entity.name(), id));
  }

  void remove(Entity entity, Stored before) {
    settlement.unlink(before);
    company.remove(company.the(entity.name(), before.id()));
    follow(entity, before.id(), before.json(), Json.object());
  }

  private void follow(Entity entity, String id, JsonNode before, JsonNode after) {
    switch (entity.name()) {
      case "Payment" -> settlement.update(id, before, after);
      case "Deposit" -> new DepositForm(company).update(id, before, after);
      case "SalesReceipt", "Invoice", "CreditMemo", "RefundReceipt", "Purchase" ->
          company.inventory().update(id, before, after);
      default -> {}
    }
  }

  /** What QuickBooks makes beside a new object of its own accord. */
  private void opened(Entity entity, String id) {
    switch (entity.name()) {
      case "Item" -> openingStock(company.the("Item", id));
      case "CompanyCurrency" -> receivable(company.the("CompanyCurrency", id).text("Code"));
      case "Invoice", "CreditMemo" -> new AutomaticCredit(company).apply(entity, id);
      default -> {}
    }
  }

  private void openingStock(Stored item) {
    var quantity = Json.number(item.json(), "QtyOnHand");
    if (Inventory.tracks(item) && quantity.compareTo(BigDecimal.ZERO) != 0) {
      var equity = new Accounts(company).openingBalances();
      company.inventory().adjust(item, quantity, item.text("InvStartDate"), equity);
    }
  }

  /** Each currency has its own accounts receivable. */
  private void receivable(String currency) {
    var name = "Accounts Receivable (A/R) - " + currency;
    var account = Json.object().put("Name", name).put("FullyQualifiedName", name);
    account.put("AccountType", "Accounts Receivable").put("AccountSubType", "AccountsReceivable");
    account.put("Classification", "Asset").put("Active", true);
    account.set("CurrencyRef", Json.reference(currency, currency));
    company.keep("Account", account);
  }
}
