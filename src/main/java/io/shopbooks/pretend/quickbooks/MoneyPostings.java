package io.shopbooks.pretend.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;

/** What expenses, deposits and journal entries do to the accounts. */
final class MoneyPostings {

  private final Company company;

  MoneyPostings(Company company) {
    this.company = company;
  }

  List<Posting> ofPurchase(JsonNode purchase) {
    var sign = Json.flag(purchase, "Credit") ? BigDecimal.ONE.negate() : BigDecimal.ONE;
    var party = Json.text(purchase, "EntityRef.value");
    var entry = new Entry(company, Entry.rateOf(purchase));
    var total = Json.number(purchase, "TotalAmt").multiply(sign);
    entry.credit(Json.text(purchase, "AccountRef.value"), total, party);
    for (var line : Json.list(purchase, "Line")) {
      entry.debit(expense(line), Json.number(line, "Amount").multiply(sign), party);
    }
    for (var tax : Json.list(purchase, "TxnTaxDetail.TaxLine")) {
      var payable =
          new TaxTables(company).payable(Json.text(tax, "TaxLineDetail.TaxRateRef.value"));
      entry.debit(payable, Json.number(tax, "Amount").multiply(sign), "");
    }
    return entry.postings();
  }

  private String expense(JsonNode line) {
    var account = Json.text(line, "AccountBasedExpenseLineDetail.AccountRef.value");
    if (!account.isEmpty()) {
      return account;
    }
    var item = company.the("Item", Json.text(line, "ItemBasedExpenseLineDetail.ItemRef.value"));
    return item.text(Inventory.tracks(item) ? "AssetAccountRef.value" : "ExpenseAccountRef.value");
  }

  List<Posting> ofDeposit(JsonNode deposit) {
    var entry = new Entry(company, Entry.rateOf(deposit));
    entry.debit(
        Json.text(deposit, "DepositToAccountRef.value"), Json.number(deposit, "TotalAmt"), "");
    for (var line : Json.list(deposit, "Line")) {
      var account =
          line.has("LinkedTxn")
              ? new Accounts(company).undeposited()
              : Json.text(line, "DepositLineDetail.AccountRef.value");
      var party = Json.text(line, "DepositLineDetail.Entity.value");
      entry.credit(account, Json.number(line, "Amount"), party);
    }
    return entry.postings();
  }

  List<Posting> ofJournal(JsonNode journal) {
    var entry = new Entry(company, Entry.rateOf(journal));
    for (var line : Json.list(journal, "Line")) {
      var detail = line.path("JournalEntryLineDetail");
      var account = Json.text(detail, "AccountRef.value");
      var party = Json.text(detail, "Entity.EntityRef.value");
      var amount = Json.number(line, "Amount");
      if (Json.text(detail, "PostingType").equals("Debit")) {
        entry.debit(account, amount, party);
      } else {
        entry.credit(account, amount, party);
      }
    }
    return entry.postings();
  }
}
