package io.shopbooks.pretend.quickbooks;

import static io.shopbooks.pretend.quickbooks.Requests.discount;
import static io.shopbooks.pretend.quickbooks.Requests.invoice;
import static io.shopbooks.pretend.quickbooks.Requests.line;
import static io.shopbooks.pretend.quickbooks.Requests.link;
import static io.shopbooks.pretend.quickbooks.Requests.payment;
import static io.shopbooks.pretend.quickbooks.Requests.receipt;
import static io.shopbooks.pretend.quickbooks.Requests.taxCode;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LedgerTest {

  private static final String MUGS = line("80", "\"TaxCodeRef\":{\"value\":\"TAX\"}");
  private static final String SHIPPING =
      line("Shipping", "10", "\"TaxCodeRef\":{\"value\":\"NON\"}");
  private static final String TAX =
      "\"TxnTaxDetail\":{\"TxnTaxCodeRef\":{\"value\":\"<TaxCode California>\"},\"TotalTax\":5.08},\"ApplyTaxAfterDiscount\":true,";

  private Wire wire;

  @BeforeEach
  void open() {
    wire = Wire.to(Region.US);
  }

  @AfterEach
  void close() {
    assertThat(sum(wire.company)).isEqualByComparingTo("0");
    wire.close();
  }

  private static BigDecimal sum(PretendCompany company) {
    return company.trialBalance().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** What the document does, as text: {Stripe clearing=85.08, ...}; credits are negative. */
  private Map<String, String> effects(JsonNode document) {
    var effects = new TreeMap<String, String>();
    wire.company
        .effects(wire.idOf(document))
        .forEach((account, amount) -> effects.put(account, amount.setScale(2).toPlainString()));
    return effects;
  }

  private static final Map<String, String> SOLD =
      Map.of(
          "Stripe clearing", "85.08",
          "Sales of Product Income", "-80.00",
          "Shipping Income", "-10.00",
          "Discounts given", "10.00",
          "California Department of Tax and Fee Administration Payable", "-5.08");

  private static Map<String, String> with(
      Map<String, String> effects, String account, String instead) {
    var changed = new TreeMap<>(effects);
    changed.put(instead, changed.remove(account));
    return changed;
  }

  private static Map<String, String> reversed(Map<String, String> effects) {
    var reversed = new TreeMap<String, String>();
    effects.forEach(
        (account, amount) ->
            reversed.put(account, new BigDecimal(amount).negate().toPlainString()));
    return reversed;
  }

  @Test
  void a_receipt_with_tax_and_discount_books_each_account() {
    var made =
        wire.made("salesreceipt", receipt(TAX, MUGS + "," + SHIPPING + "," + discount("10", "")));
    assertThat(effects(made)).containsExactlyInAnyOrderEntriesOf(SOLD);
  }

  @Test
  void a_refund_receipt_is_the_receipt_backwards() {
    var made =
        wire.made("refundreceipt", receipt(TAX, MUGS + "," + SHIPPING + "," + discount("10", "")));
    assertThat(effects(made)).containsExactlyInAnyOrderEntriesOf(reversed(SOLD));
  }

  @Test
  void an_invoice_books_receivables_instead_of_money() {
    var made = wire.made("invoice", invoice(TAX, MUGS + "," + SHIPPING + "," + discount("10", "")));
    assertThat(effects(made))
        .containsExactlyInAnyOrderEntriesOf(
            with(SOLD, "Stripe clearing", "Accounts Receivable (A/R)"));
    assertThat(wire.company.openReceivables().get("WooCommerce")).isEqualByComparingTo("85.08");
  }

  @Test
  void a_credit_memo_is_the_invoice_backwards() {
    var made =
        wire.made("creditmemo", invoice(TAX, MUGS + "," + SHIPPING + "," + discount("10", "")));
    assertThat(effects(made))
        .containsExactlyInAnyOrderEntriesOf(
            reversed(with(SOLD, "Stripe clearing", "Accounts Receivable (A/R)")));
    assertThat(wire.company.openReceivables().get("WooCommerce")).isEqualByComparingTo("-85.08");
  }

  @Test
  void payments_move_receivables_to_money() {
    var bill = wire.idOf(wire.made("invoice", invoice("", line("100", ""))));
    var part = wire.made("payment", payment("60", link("60", "Invoice", bill)));
    assertThat(effects(part))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("Stripe clearing", "60.00", "Accounts Receivable (A/R)", "-60.00"));
    wire.made("payment", payment("40", link("40", "Invoice", bill)));
    assertThat(wire.balance("Accounts Receivable (A/R)")).isEqualByComparingTo("0");
    assertThat(wire.balance("Stripe clearing")).isEqualByComparingTo("100");
    assertThat(wire.company.openReceivables()).isEmpty();
  }

  @Test
  void a_credit_memo_and_a_zero_payment_close_an_invoice_without_money() {
    var bill = wire.idOf(wire.made("invoice", invoice("", line("100", ""))));
    var memo = wire.idOf(wire.made("creditmemo", invoice("", line("100", ""))));
    wire.made(
        "payment",
        payment("0", link("100", "Invoice", bill) + "," + link("100", "CreditMemo", memo)));
    assertThat(wire.company.trialBalance().values())
        .allSatisfy(balance -> assertThat(balance).isEqualByComparingTo("0"));
    assertThat(wire.company.openReceivables()).isEmpty();
  }

  @Test
  void an_expense_moves_money_to_its_accounts() {
    var made =
        wire.made(
            "purchase",
            """
            {"AccountRef":{"value":"<Account Stripe clearing>"},"PaymentType":"Cash",
             "EntityRef":{"value":"<Vendor Stripe>","type":"Vendor"},
             "Line":[{"Amount":2.62,"DetailType":"AccountBasedExpenseLineDetail",
              "AccountBasedExpenseLineDetail":{"AccountRef":{"value":"<Account Merchant fees>"}}}]}
            """);
    assertThat(effects(made))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("Stripe clearing", "-2.62", "Merchant fees", "2.62"));
  }

  @Test
  void a_deposit_empties_undeposited_funds() {
    var body = receipt("").replaceFirst("\"DepositToAccountRef\":\\{[^}]*\\},", "");
    var sale = wire.idOf(wire.made("salesreceipt", body));
    var made =
        wire.made(
            "deposit",
            """
            {"DepositToAccountRef":{"value":"<Account Checking>"},"Line":[
             {"LinkedTxn":[{"TxnId":"%s","TxnType":"SalesReceipt","TxnLineId":"0"}]},
             {"Amount":-1.46,"DetailType":"DepositLineDetail",
              "DepositLineDetail":{"AccountRef":{"value":"<Account Merchant fees>"}}}]}
            """
                .formatted(sale));
    assertThat(effects(made))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("Checking", "38.54", "Undeposited Funds", "-40.00", "Merchant fees", "1.46"));
    assertThat(wire.balance("Undeposited Funds")).isEqualByComparingTo("0");
  }

  @Test
  void items_on_liabilities_book_there() {
    var made =
        wire.made(
            "salesreceipt", receipt("", line("50", "") + "," + line("Gift cards", "-20", "")));
    assertThat(effects(made))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "Stripe clearing",
                "30.00",
                "Sales of Product Income",
                "-50.00",
                "Gift cards",
                "20.00"));
  }

  @Test
  void built_in_shipping_and_tips_book_to_their_accounts() {
    wire.company.preferences().allowTips(true);
    var shipping = line("5", "").replace("<Item Online sale>", "SHIPPING_ITEM_ID");
    var tip = line("3", "").replace("<Item Online sale>", "GRATUITY_ITEM_ID");
    var made = wire.made("salesreceipt", receipt("", shipping + "," + tip));
    assertThat(effects(made))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("Stripe clearing", "8.00", "Shipping Income", "-5.00", "Tips payable", "-3.00"));
  }

  @Test
  void a_foreign_receipt_books_home_currency_and_its_rounding() {
    wire.company.preferences().useCurrencies();
    wire.company.lists().addCurrency("EUR");
    wire.made("customer", "{\"DisplayName\":\"Eva\",\"CurrencyRef\":{\"value\":\"EUR\"}}");
    var body =
        receipt(
            "\"CurrencyRef\":{\"value\":\"EUR\"},\"ExchangeRate\":1.333,",
            line("0.33", "") + "," + line("Shipping", "0.33", ""));
    var made = wire.made("salesreceipt", body.replace("<Customer WooCommerce>", "<Customer Eva>"));
    assertThat(made.path("HomeTotalAmt").decimalValue()).isEqualByComparingTo("0.88");
    assertThat(effects(made))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "Stripe clearing",
                "0.88",
                "Sales of Product Income",
                "-0.44",
                "Shipping Income",
                "-0.44"));
    var three =
        receipt(
            "\"CurrencyRef\":{\"value\":\"EUR\"},\"ExchangeRate\":1.333,",
            line("0.05", "") + "," + line("Shipping", "0.05", ""));
    var rounded =
        wire.made("salesreceipt", three.replace("<Customer WooCommerce>", "<Customer Eva>"));
    assertThat(effects(rounded))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "Stripe clearing",
                "0.13",
                "Sales of Product Income",
                "-0.07",
                "Shipping Income",
                "-0.07",
                "Exchange Gain or Loss",
                "0.01"));
  }

  @Test
  void each_tax_agency_has_its_own_account() {
    try (var canada = Wire.to(Region.CA)) {
      canada.made("salesreceipt", receipt("", line("100", taxCode("GST/QST QC - 9.975"))));
      assertThat(canada.balance("Receiver General Payable")).isEqualByComparingTo("-5");
      assertThat(canada.balance("Revenu Québec Payable")).isEqualByComparingTo("-9.98");
      assertThat(canada.balance("Stripe clearing")).isEqualByComparingTo("114.98");
    }
  }
}
