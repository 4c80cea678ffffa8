package io.shopbooks.pretend.quickbooks;

import static io.shopbooks.pretend.quickbooks.Requests.invoice;
import static io.shopbooks.pretend.quickbooks.Requests.line;
import static io.shopbooks.pretend.quickbooks.Requests.link;
import static io.shopbooks.pretend.quickbooks.Requests.payment;
import static io.shopbooks.pretend.quickbooks.Requests.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CurrencyTest {

  private static final String EUR = "\"CurrencyRef\":{\"value\":\"EUR\"},";

  private Wire wire;

  @BeforeEach
  void open() {
    wire = Wire.to(Region.US);
    wire.company.preferences().useCurrencies().rate("EUR", LocalDate.parse("2026-03-01"), "1.10");
    wire.company.lists().addCurrency("EUR");
    wire.company.lists().addCurrency("KWD");
    wire.company.lists().addForeignBank("Stripe EUR", "EUR");
    wire.company.lists().addForeignBank("Till KWD", "KWD");
    wire.made("customer", "{\"DisplayName\":\"Eva\",\"CurrencyRef\":{\"value\":\"EUR\"}}");
  }

  @AfterEach
  void close() {
    wire.close();
  }

  private static String euro(String body) {
    return body.replace("<Customer WooCommerce>", "<Customer Eva>")
        .replace("Stripe clearing", "Stripe EUR");
  }

  @Test
  @DisplayName("6.2 with several currencies each transaction names its own")
  void each_transaction_names_its_currency() {
    wire.refuses("2020", "salesreceipt", receipt("", line("40", "")));
    wire.made("salesreceipt", receipt("\"CurrencyRef\":{\"value\":\"USD\"},", line("40", "")));
  }

  @Test
  @DisplayName("6.3 only currencies on the list may be used")
  void only_listed_currencies_are_used() {
    wire.refuses(
        "2220", "salesreceipt", receipt("\"CurrencyRef\":{\"value\":\"GBP\"},", line("40", "")));
    wire.refuses(
        "2220", "customer", "{\"DisplayName\":\"Gil\",\"CurrencyRef\":{\"value\":\"GBP\"}}");
    wire.made("salesreceipt", euro(receipt(EUR, line("40", ""))));
    wire.company.lists().inactivate("CompanyCurrency", "EUR");
    wire.refuses("2220", "salesreceipt", euro(receipt(EUR, line("40", ""))));
  }

  @Test
  @DisplayName("6.3 the document has the currency of its customer")
  void the_document_has_its_customers_currency() {
    wire.refuses(
        "6000",
        "salesreceipt",
        euro(receipt("\"CurrencyRef\":{\"value\":\"USD\"},", line("40", ""))));
    wire.refuses("6000", "salesreceipt", receipt(EUR, line("40", "")));
    wire.made("salesreceipt", euro(receipt(EUR, line("40", ""))));
  }

  @Test
  @DisplayName("6.3 a customer keeps its currency")
  void a_customer_keeps_its_currency() {
    wire.refuses(
        "6000",
        "customer",
        "{\"Id\":\"<Customer Eva>\",\"SyncToken\":\"0\",\"DisplayName\":\"Eva\",\"CurrencyRef\":{\"value\":\"USD\"}}");
    var kept =
        wire.made(
            "customer", "{\"Id\":\"<Customer Eva>\",\"SyncToken\":\"0\",\"DisplayName\":\"Eva\"}");
    assertThat(kept.at("/CurrencyRef/value").asText()).isEqualTo("EUR");
  }

  @Test
  @DisplayName("6.3 the deposit account is in home currency or in the document's")
  void the_deposit_account_fits_the_currency() {
    wire.refuses(
        "6000",
        "salesreceipt",
        euro(receipt(EUR, line("40", ""))).replace("Stripe EUR", "Till KWD"));
    wire.made("salesreceipt", euro(receipt(EUR, line("40", ""))).replace("Stripe EUR", "Checking"));
  }

  @Test
  @DisplayName("6.3 without a rate QuickBooks takes that of the day; a rate is positive")
  void the_rate_of_the_day_is_taken() {
    var made = wire.made("salesreceipt", euro(receipt(EUR, line("40", ""))));
    assertThat(made.path("ExchangeRate").decimalValue()).isEqualByComparingTo("1.10");
    assertThat(made.path("HomeTotalAmt").decimalValue()).isEqualByComparingTo("44");
    wire.refuses(
        "2090", "salesreceipt", euro(receipt(EUR + "\"ExchangeRate\":0,", line("40", ""))));
    var own =
        wire.made("salesreceipt", euro(receipt(EUR + "\"ExchangeRate\":1.125,", line("40", ""))));
    assertThat(own.path("HomeTotalAmt").decimalValue()).isEqualByComparingTo("45");
    var rates =
        wire.query(
            "select * from exchangerate where sourcecurrencycode in ('EUR') and asofdate='2026-03-01'");
    assertThat(rates.number("/QueryResponse/ExchangeRate/0/Rate")).isEqualByComparingTo("1.10");
  }

  @Test
  @DisplayName("6.3 QuickBooks has a rate for every day")
  void there_is_a_rate_for_every_day() {
    wire.company.preferences().rate("EUR", LocalDate.parse("2026-03-08"), "1.20");
    var query = "select * from ExchangeRate where SourceCurrencyCode = 'EUR' and AsOfDate = '%s'";
    var path = "/QueryResponse/ExchangeRate/0/Rate";
    assertThat(wire.query(query.formatted("2026-03-07")).number(path)).isEqualByComparingTo("1.1");
    assertThat(wire.query(query.formatted("2026-03-09")).number(path)).isEqualByComparingTo("1.2");
    assertThat(wire.query(query.formatted("lately")).code()).isEqualTo("4001");
    var read = wire.get("exchangerate?sourcecurrencycode=EUR&asofdate=2026-03-09");
    assertThat(read.number("/ExchangeRate/Rate")).isEqualByComparingTo("1.2");
    assertThat(wire.get("exchangerate?sourcecurrencycode=EUR").status()).isEqualTo(200);
    assertThat(wire.get("exchangerate?sourcecurrencycode=SEK").code()).isEqualTo("610");
  }

  @Test
  @DisplayName("14 two decimals are kept, also of a currency with three")
  void three_decimals_become_two() {
    wire.made("customer", "{\"DisplayName\":\"Kamal\",\"CurrencyRef\":{\"value\":\"KWD\"}}");
    var body =
        euro(
            receipt(
                "\"CurrencyRef\":{\"value\":\"KWD\"},\"ExchangeRate\":3.25,", line("10.125", "")));
    var made =
        wire.made("salesreceipt", body.replace("Eva", "Kamal").replace("Stripe EUR", "Till KWD"));
    assertThat(made.path("TotalAmt").decimalValue()).isEqualByComparingTo("10.13");
  }

  @Test
  @DisplayName("a payment at another rate leaves an exchange difference and no receivable")
  void a_payment_at_another_rate_leaves_a_difference() {
    var bill =
        wire.idOf(
            wire.made("invoice", euro(invoice(EUR + "\"ExchangeRate\":1.10,", line("33.33", "")))));
    assertThat(wire.balance("Accounts Receivable (A/R) - EUR")).isEqualByComparingTo("36.66");
    for (var part : java.util.List.of("11.11", "11.11", "11.11")) {
      var paid =
          euro(payment(part, link(part, "Invoice", bill)))
              .replace("{\"CustomerRef\"", "{" + EUR + "\"ExchangeRate\":1.20,\"CustomerRef\"");
      wire.made("payment", paid);
    }
    assertThat(wire.balance("Accounts Receivable (A/R) - EUR")).isEqualByComparingTo("0");
    assertThat(wire.balance("Stripe EUR")).isEqualByComparingTo("39.99");
    assertThat(wire.balance("Exchange Gain or Loss")).isEqualByComparingTo("-3.33");
    assertThat(wire.company.openReceivables()).isEmpty();
  }

  @Test
  @DisplayName("9.2 6000: a payment is in the currency of what it pays")
  void a_payment_has_the_currency_of_its_invoice() {
    var bill = wire.idOf(wire.made("invoice", euro(invoice(EUR, line("33.33", "")))));
    var wrong =
        payment("33.33", link("33.33", "Invoice", bill))
            .replace("<Customer WooCommerce>", "<Customer Eva>");
    wire.refuses(
        "6000",
        "payment",
        wrong.replace("{\"CustomerRef\"", "{\"CurrencyRef\":{\"value\":\"USD\"},\"CustomerRef\""));
    wire.made("payment", euro(wrong.replace("{\"CustomerRef\"", "{" + EUR + "\"CustomerRef\"")));
  }
}
