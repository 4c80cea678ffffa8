package io.shopbooks.pretend.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;

/** What a sales form does to the accounts: income, discount, tax, and money or receivables. */
final class SalesPostings {

  private final Company company;
  private final Accounts accounts;

  SalesPostings(Company company) {
    this.company = company;
    this.accounts = new Accounts(company);
  }

  List<Posting> of(String type, JsonNode form) {
    boolean back = type.equals("CreditMemo") || type.equals("RefundReceipt");
    var sign = back ? BigDecimal.ONE.negate() : BigDecimal.ONE;
    var customer = Json.text(form, "CustomerRef.value");
    var entry = new Entry(company, Entry.rateOf(form));
    var total = Json.number(form, "TotalAmt").multiply(sign);
    entry.debit(counter(type, form), total, customer);
    for (var line : Json.list(form, "Line")) {
      var amount = Json.number(line, "Amount").multiply(sign);
      if (Json.text(line, "DetailType").equals("SalesItemLineDetail")) {
        entry.credit(income(Json.text(line, "SalesItemLineDetail.ItemRef.value")), amount, "");
      } else if (Json.text(line, "DetailType").equals("DiscountLineDetail")) {
        var account = Json.text(line, "DiscountLineDetail.DiscountAccountRef.value");
        entry.debit(account, amount, "");
      }
    }
    for (var tax : Json.list(form, "TxnTaxDetail.TaxLine")) {
      var payable =
          new TaxTables(company).payable(Json.text(tax, "TaxLineDetail.TaxRateRef.value"));
      entry.credit(payable, Json.number(tax, "Amount").multiply(sign), "");
    }
    return entry.postings();
  }

  /** Receivables for what is owed, else the account money goes to or comes from. */
  private String counter(String type, JsonNode form) {
    boolean owed = type.equals("Invoice") || type.equals("CreditMemo");
    return owed
        ? accounts.receivable(Json.text(form, "CurrencyRef.value"))
        : Json.text(form, "DepositToAccountRef.value");
  }

  private String income(String item) {
    return switch (item) {
      case "SHIPPING_ITEM_ID" -> accounts.shipping();
      case "GRATUITY_ITEM_ID" -> accounts.tips();
      default -> company.the("Item", item).text("IncomeAccountRef.value");
    };
  }
}
