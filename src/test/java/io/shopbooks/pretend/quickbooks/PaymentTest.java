package io.shopbooks.pretend.quickbooks;

import static io.shopbooks.pretend.quickbooks.Requests.invoice;
import static io.shopbooks.pretend.quickbooks.Requests.line;
import static io.shopbooks.pretend.quickbooks.Requests.link;
import static io.shopbooks.pretend.quickbooks.Requests.payment;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PaymentTest {

  private Wire wire;
  private String invoice;

  @BeforeEach
  void open() {
    wire = Wire.to(Region.US);
    invoice = wire.idOf(wire.made("invoice", invoice("", line("100", ""))));
  }

  @AfterEach
  void close() {
    wire.close();
  }

  @Test
  @DisplayName("7.1 a payment has a customer and a total")
  void a_payment_has_a_customer_and_a_total() {
    wire.refuses("2020", "payment", "{\"TotalAmt\":5}");
    wire.refuses("2020", "payment", "{\"CustomerRef\":{\"value\":\"<Customer Wix>\"}}");
    wire.made("payment", "{\"CustomerRef\":{\"value\":\"<Customer Wix>\"},\"TotalAmt\":5}");
  }

  @Test
  @DisplayName("7.1 a payment without lines is an open credit")
  void an_unlinked_payment_is_a_credit() {
    var made =
        wire.made("payment", "{\"CustomerRef\":{\"value\":\"<Customer Wix>\"},\"TotalAmt\":5}");
    assertThat(made.path("UnappliedAmt").decimalValue()).isEqualByComparingTo("5");
    assertThat(wire.company.openReceivables().get("Wix")).isEqualByComparingTo("-5");
  }

  @Test
  @DisplayName("9.2 620: what is linked exists")
  void the_linked_invoice_exists() {
    wire.refuses("620", "payment", payment("100", link("100", "Invoice", "4711")));
    wire.refuses("620", "payment", payment("100", link("100", "CreditMemo", invoice)));
    wire.made("payment", payment("100", link("100", "Invoice", invoice)));
  }

  @Test
  @DisplayName("9.2 620: what is linked is of the same customer")
  void the_linked_invoice_is_of_the_same_customer() {
    var body = payment("100", link("100", "Invoice", invoice));
    wire.refuses("620", "payment", body.replace("<Customer WooCommerce>", "<Customer Wix>"));
    wire.made("payment", body);
  }

  @Test
  @DisplayName("9.2 620: no more is paid than is open")
  void no_more_is_paid_than_is_open() {
    wire.refuses("620", "payment", payment("101", link("101", "Invoice", invoice)));
    wire.refuses(
        "620",
        "payment",
        payment("101", link("60", "Invoice", invoice) + "," + link("41", "Invoice", invoice)));
    wire.made("payment", payment("60", link("60", "Invoice", invoice)));
    wire.refuses("620", "payment", payment("41", link("41", "Invoice", invoice)));
    wire.made("payment", payment("40", link("40", "Invoice", invoice)));
    wire.refuses("620", "payment", payment("0.01", link("0.01", "Invoice", invoice)));
  }

  @Test
  @DisplayName("7.4 lines are positive, link one transaction each, and are covered by the total")
  void the_lines_of_a_payment_add_up() {
    wire.refuses("2090", "payment", payment("0", link("0", "Invoice", invoice)));
    wire.refuses("6000", "payment", payment("50", link("60", "Invoice", invoice)));
    var two =
        "{\"Amount\":10,\"LinkedTxn\":[{\"TxnId\":\"1\",\"TxnType\":\"Invoice\"},{\"TxnId\":\"1\",\"TxnType\":\"Invoice\"}]}";
    wire.refuses("2600", "payment", payment("50", two));
    wire.refuses("2090", "payment", payment("-5", ""));
    var made = wire.made("payment", payment("50", link("30", "Invoice", invoice)));
    assertThat(made.path("UnappliedAmt").decimalValue()).isEqualByComparingTo("20");
  }

  @Test
  @DisplayName("6.6 a payment goes to a Bank or Other Current Asset account")
  void a_payment_goes_to_a_money_account() {
    var body = payment("100", link("100", "Invoice", invoice));
    wire.refuses("6430", "payment", body.replace("Stripe clearing", "Sales of Product Income"));
    wire.made("payment", body);
  }

  @Test
  @DisplayName("7.2 the reference of a payment has at most 21 characters")
  void a_payment_reference_is_short() {
    var body =
        payment("1", "")
            .replace("\"TxnDate\"", "\"PaymentRefNum\":\"" + "1".repeat(22) + "\",\"TxnDate\"");
    wire.refuses("2050", "payment", body);
    wire.made("payment", body.replace("1".repeat(22), "1".repeat(21)));
  }

  @Test
  @DisplayName("7.4 a payment closes its invoice and both know each other")
  void a_payment_closes_its_invoice() {
    var made = wire.made("payment", payment("60", link("60", "Invoice", invoice)));
    var open = wire.get("invoice/" + invoice);
    assertThat(open.number("/Invoice/Balance")).isEqualByComparingTo("40");
    assertThat(open.text("/Invoice/LinkedTxn/0/TxnId")).isEqualTo(wire.idOf(made));
    assertThat(open.text("/Invoice/LinkedTxn/0/TxnType")).isEqualTo("Payment");
    assertThat(open.text("/Invoice/SyncToken")).as("2.4 moved by any change").isEqualTo("1");
    assertThat(wire.company.openReceivables().get("WooCommerce")).isEqualByComparingTo("40");
  }

  @Test
  @DisplayName("7.4 a credit memo is applied by a payment of zero over both")
  void a_credit_memo_is_applied_by_a_zero_payment() {
    var memo = wire.idOf(wire.made("creditmemo", invoice("", line("30", ""))));
    wire.refuses("6000", "payment", payment("0", link("30", "CreditMemo", memo)));
    wire.refuses(
        "6000",
        "payment",
        payment("0", link("20", "Invoice", invoice) + "," + link("30", "CreditMemo", memo)));
    wire.refuses(
        "6000",
        "payment",
        payment("0", link("30", "Invoice", invoice) + "," + link("20", "CreditMemo", memo)));
    wire.refuses(
        "620",
        "payment",
        payment("0", link("31", "Invoice", invoice) + "," + link("31", "CreditMemo", memo)));
    wire.made(
        "payment",
        payment("0", link("30", "Invoice", invoice) + "," + link("30", "CreditMemo", memo)));
    assertThat(wire.get("creditmemo/" + memo).number("/CreditMemo/RemainingCredit"))
        .isEqualByComparingTo("0");
    assertThat(wire.get("invoice/" + invoice).number("/Invoice/Balance"))
        .isEqualByComparingTo("70");
  }

  @Test
  @DisplayName("7.4 an expense to accounts receivable is a charge that a credit memo can pay")
  void an_expense_to_receivables_joins_a_credit_memo() {
    var memo = wire.idOf(wire.made("creditmemo", invoice("", line("30", ""))));
    var expense =
        """
        {"AccountRef":{"value":"<Account Stripe clearing>"},"PaymentType":"Cash",
         "EntityRef":{"value":"<Customer WooCommerce>","type":"Customer"},
         "Line":[{"Amount":30,"DetailType":"AccountBasedExpenseLineDetail",
           "AccountBasedExpenseLineDetail":{"AccountRef":{"value":"<Account Accounts Receivable (A/R)>"}}}]}
        """;
    var paid = wire.idOf(wire.made("purchase", expense));
    wire.refuses(
        "620",
        "payment",
        payment("0", link("30", "Check", paid) + "," + link("30", "CreditMemo", memo)));
    wire.made(
        "payment",
        payment("0", link("30", "Expense", paid) + "," + link("30", "CreditMemo", memo)));
    assertThat(wire.get("creditmemo/" + memo).number("/CreditMemo/Balance"))
        .isEqualByComparingTo("0");
    assertThat(wire.company.openReceivables().get("WooCommerce")).isEqualByComparingTo("100");
  }

  @Test
  @DisplayName("6.2 AutoApplyCredit applies credits behind the app's back")
  void credits_may_apply_themselves() {
    wire.company.preferences().set("SalesFormsPrefs.AutoApplyCredit", true);
    var memo = wire.idOf(wire.made("creditmemo", invoice("", line("30", ""))));
    assertThat(wire.get("creditmemo/" + memo).number("/CreditMemo/Balance"))
        .isEqualByComparingTo("0");
    assertThat(wire.get("invoice/" + invoice).number("/Invoice/Balance"))
        .isEqualByComparingTo("70");
    wire.refuses(
        "620",
        "payment",
        payment("0", link("30", "Invoice", invoice) + "," + link("30", "CreditMemo", memo)));
  }

  @Test
  @DisplayName("2.3 deleting or voiding gives back what was applied")
  void what_was_applied_comes_back() {
    var made = wire.made("payment", payment("100", link("100", "Invoice", invoice)));
    wire.made(
        "payment?operation=update&include=void",
        "{\"Id\":\"" + wire.idOf(made) + "\",\"SyncToken\":\"0\",\"sparse\":true}");
    assertThat(wire.get("invoice/" + invoice).number("/Invoice/Balance"))
        .isEqualByComparingTo("100");
    var again = wire.made("payment", payment("100", link("100", "Invoice", invoice)));
    var token = wire.get("invoice/" + invoice).text("/Invoice/SyncToken");
    wire.made(
        "invoice?operation=delete", "{\"Id\":\"" + invoice + "\",\"SyncToken\":\"" + token + "\"}");
    var left = wire.get("payment/" + wire.idOf(again));
    assertThat(left.number("/Payment/UnappliedAmt")).isEqualByComparingTo("100");
    assertThat(wire.company.openReceivables().get("WooCommerce")).isEqualByComparingTo("-100");
  }

  @Test
  @DisplayName("9.2 an invoice cannot fall below what was paid")
  void a_paid_invoice_keeps_its_worth() {
    wire.made("payment", payment("60", link("60", "Invoice", invoice)));
    var update = "\"Id\":\"" + invoice + "\",\"SyncToken\":\"1\",";
    wire.refuses("6000", "invoice", invoice(update, line("59", "")));
    assertThat(wire.made("invoice", invoice(update, line("60", ""))).path("Balance").decimalValue())
        .isEqualByComparingTo("0");
  }
}
