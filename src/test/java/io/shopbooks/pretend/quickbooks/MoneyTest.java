package io.shopbooks.pretend.quickbooks;

import static io.shopbooks.pretend.quickbooks.Requests.line;
import static io.shopbooks.pretend.quickbooks.Requests.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MoneyTest {

  private static final String EXPENSE =
      """
      {"AccountRef":{"value":"<Account Stripe clearing>"},"PaymentType":"Cash","TxnDate":"2026-03-10",
       "EntityRef":{"value":"<Vendor Stripe>","type":"Vendor"},
       "Line":[{"Amount":1.46,"Description":"Fee","DetailType":"AccountBasedExpenseLineDetail",
         "AccountBasedExpenseLineDetail":{"AccountRef":{"value":"<Account Merchant fees>"}}}]}
      """;

  private static final String JOURNAL =
      """
      {"TxnDate":"2026-03-10","Line":[
       {"Amount":10,"DetailType":"JournalEntryLineDetail",
        "JournalEntryLineDetail":{"PostingType":"Debit","AccountRef":{"value":"<Account Checking>"}}},
       {"Amount":10,"DetailType":"JournalEntryLineDetail",
        "JournalEntryLineDetail":{"PostingType":"Credit","AccountRef":{"value":"<Account Services>"}}}]}
      """;

  private Wire wire;

  @BeforeEach
  void open() {
    wire = Wire.to(Region.US);
  }

  @AfterEach
  void close() {
    wire.close();
  }

  private static String refund(String more) {
    return receipt(more, line("40", ""));
  }

  @Test
  @DisplayName("7.1 a refund says which account the money leaves")
  void a_refund_says_where_money_leaves() {
    var without = refund("").replaceFirst("\"DepositToAccountRef\":\\{[^}]*\\},", "");
    wire.refuses("2020", "refundreceipt", without);
    wire.refuses("6430", "refundreceipt", refund("").replace("Stripe clearing", "Refunds"));
    wire.made("refundreceipt", refund(""));
  }

  @Test
  @DisplayName("7.1 a refund needs no customer, and its reference may be long")
  void a_refund_needs_no_customer() {
    wire.made("refundreceipt", refund("").replaceFirst("\"CustomerRef\":\\{[^}]*\\},", ""));
    wire.refuses("2050", "refundreceipt", refund("\"PaymentRefNum\":\"" + "r".repeat(101) + "\","));
    wire.made("refundreceipt", refund("\"PaymentRefNum\":\"" + "r".repeat(100) + "\","));
  }

  @Test
  @DisplayName("7.1 a printed refund has its reference")
  void a_printed_refund_has_its_reference() {
    wire.refuses("2020", "refundreceipt", refund("\"PrintStatus\":\"PrintComplete\","));
    wire.made(
        "refundreceipt", refund("\"PrintStatus\":\"PrintComplete\",\"PaymentRefNum\":\"1\","));
  }

  @Test
  @DisplayName("2.3 credit memos and refunds cannot be voided by API")
  void credits_cannot_be_voided() {
    var refund = wire.idOf(wire.made("refundreceipt", refund("")));
    var memo = wire.idOf(wire.made("creditmemo", Requests.invoice("", line("40", ""))));
    wire.refuses(
        "500",
        "refundreceipt?operation=update&include=void",
        "{\"Id\":\"" + refund + "\",\"SyncToken\":\"0\"}");
    wire.refuses(
        "500", "creditmemo?operation=void", "{\"Id\":\"" + memo + "\",\"SyncToken\":\"0\"}");
    wire.made("refundreceipt?operation=delete", "{\"Id\":\"" + refund + "\",\"SyncToken\":\"0\"}");
    wire.made("creditmemo?operation=delete", "{\"Id\":\"" + memo + "\",\"SyncToken\":\"0\"}");
  }

  @Test
  @DisplayName("9.2 an expense has an account, a way of payment and lines with accounts")
  void an_expense_has_its_accounts() {
    wire.refuses("2020", "purchase", EXPENSE.replace("\"PaymentType\":\"Cash\",", ""));
    wire.refuses("2170", "purchase", EXPENSE.replace("\"Cash\"", "\"Transfer\""));
    wire.refuses(
        "6430", "purchase", EXPENSE.replace("<Account Stripe clearing>", "<Account Services>"));
    wire.refuses("6430", "purchase", EXPENSE.replace("\"Cash\"", "\"CreditCard\""));
    wire.refuses(
        "6440",
        "purchase",
        EXPENSE.replace("\"AccountRef\":{\"value\":\"<Account Merchant fees>\"}", ""));
    wire.refuses(
        "2500", "purchase", EXPENSE.replace("\"type\":\"Vendor\"", "\"type\":\"Customer\""));
    wire.refuses("6000", "purchase", EXPENSE.replace("1.46", "-1.46"));
    wire.refuses(
        "2600",
        "purchase",
        EXPENSE.replace(
            "{\"AccountRef\":{\"value\":\"<Account S",
            "{\"Credit\":true,\"AccountRef\":{\"value\":\"<Account S"));
    wire.made("purchase", EXPENSE);
  }

  @Test
  @DisplayName("9.2 6000: receivables need a customer, payables a vendor")
  void receivables_need_a_customer() {
    var toReceivables =
        EXPENSE.replace("<Account Merchant fees>", "<Account Accounts Receivable (A/R)>");
    wire.refuses("6000", "purchase", toReceivables);
    wire.made(
        "purchase",
        toReceivables.replace(
            "<Vendor Stripe>\",\"type\":\"Vendor\"", "<Customer Wix>\",\"type\":\"Customer\""));
    var toPayables = EXPENSE.replace("<Account Merchant fees>", "<Account Accounts Payable (A/P)>");
    wire.refuses(
        "6000",
        "purchase",
        toPayables.replace(
            "<Vendor Stripe>\",\"type\":\"Vendor\"", "<Customer Wix>\",\"type\":\"Customer\""));
    wire.made("purchase", toPayables);
    wire.refuses(
        "6000",
        "journalentry",
        JOURNAL.replace("<Account Checking>", "<Account Accounts Receivable (A/R)>"));
    wire.refuses(
        "6000",
        "journalentry",
        JOURNAL.replace("<Account Services>", "<Account Accounts Payable (A/P)>"));
  }

  @Test
  @DisplayName("9.2 6000: a journal entry balances")
  void a_journal_entry_balances() {
    wire.refuses("6000", "journalentry", JOURNAL.replaceFirst("\"Amount\":10", "\"Amount\":10.01"));
    wire.refuses("2290", "journalentry", JOURNAL.replace("\"Amount\":10", "\"Amount\":-10"));
    wire.refuses("2170", "journalentry", JOURNAL.replace("\"Debit\"", "\"Soll\""));
    wire.refuses(
        "6440",
        "journalentry",
        JOURNAL.replace(",\"AccountRef\":{\"value\":\"<Account Checking>\"}", ""));
    wire.made("journalentry", JOURNAL);
  }

  private String undeposited() {
    var body = receipt("").replaceFirst("\"DepositToAccountRef\":\\{[^}]*\\},", "");
    return wire.idOf(wire.made("salesreceipt", body));
  }

  private static String deposit(String lines) {
    return "{\"DepositToAccountRef\":{\"value\":\"<Account Checking>\"},\"Line\":[" + lines + "]}";
  }

  private static String linked(String type, String id) {
    return "{\"LinkedTxn\":[{\"TxnId\":\"%s\",\"TxnType\":\"%s\",\"TxnLineId\":\"0\"}]}"
        .formatted(id, type);
  }

  private static String fee(String amount) {
    return """
        {"Amount":%s,"DetailType":"DepositLineDetail",
         "DepositLineDetail":{"AccountRef":{"value":"<Account Merchant fees>"}}}
        """
        .formatted(amount);
  }

  @Test
  @DisplayName("7.4 a deposit links what lies in Undeposited Funds, with a line id, once")
  void a_deposit_links_undeposited_funds() {
    var sale = undeposited();
    var elsewhere = wire.idOf(wire.made("salesreceipt", receipt("")));
    wire.refuses(
        "2020",
        "deposit",
        deposit(linked("SalesReceipt", sale).replace(",\"TxnLineId\":\"0\"", "")));
    wire.refuses("620", "deposit", deposit(linked("SalesReceipt", elsewhere)));
    wire.refuses("620", "deposit", deposit(linked("Payment", sale)));
    wire.refuses(
        "6000",
        "deposit",
        deposit(
            linked("SalesReceipt", sale)
                .replace("{\"LinkedTxn\"", "{\"Amount\":39,\"LinkedTxn\"")));
    wire.refuses(
        "6440",
        "deposit",
        deposit("{\"Amount\":1,\"DetailType\":\"DepositLineDetail\",\"DepositLineDetail\":{}}"));
    wire.refuses("6000", "deposit", deposit(fee("-5")));
    wire.refuses("2020", "deposit", "{\"Line\":[" + linked("SalesReceipt", sale) + "]}");
    wire.refuses(
        "6430", "deposit", deposit(linked("SalesReceipt", sale)).replace("Checking", "Gift cards"));
    var made = wire.made("deposit", deposit(linked("SalesReceipt", sale) + "," + fee("-1.50")));
    assertThat(made.path("TotalAmt").decimalValue()).isEqualByComparingTo("38.5");
    wire.refuses("620", "deposit", deposit(linked("SalesReceipt", sale)));
  }

  @Test
  @DisplayName("2.3 6540: what lies in a deposit can be neither changed nor voided")
  void what_is_deposited_stays() {
    var sale = undeposited();
    var deposit = wire.idOf(wire.made("deposit", deposit(linked("SalesReceipt", sale))));
    var write =
        "{\"Id\":\"" + sale + "\",\"SyncToken\":\"1\",\"sparse\":true,\"PrivateNote\":\"x\"}";
    wire.refuses("6540", "salesreceipt?operation=update&include=void", write);
    wire.refuses("6540", "salesreceipt", write);
    wire.refuses("6540", "salesreceipt?operation=delete", write);
    wire.made("deposit?operation=delete", "{\"Id\":\"" + deposit + "\",\"SyncToken\":\"0\"}");
    wire.made("salesreceipt", write.replace("\"SyncToken\":\"1\"", "\"SyncToken\":\"2\""));
  }
}
