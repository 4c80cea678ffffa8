package io.shopbooks.pretend.quickbooks;

import static io.shopbooks.pretend.quickbooks.Requests.discount;
import static io.shopbooks.pretend.quickbooks.Requests.line;
import static io.shopbooks.pretend.quickbooks.Requests.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SalesReceiptTest {

  private Wire wire;

  @BeforeEach
  void open() {
    wire = Wire.to(Region.US);
  }

  @AfterEach
  void close() {
    wire.close();
  }

  @Test
  @DisplayName("5 a taxable transaction has at most 750 lines")
  void a_taxable_receipt_has_at_most_750_lines() {
    var taxed = line("1", "\"TaxCodeRef\":{\"value\":\"TAX\"}");
    wire.refuses("6000", "salesreceipt", receipt("", (taxed + ",").repeat(750) + taxed));
    wire.made("salesreceipt", receipt("", (taxed + ",").repeat(749) + taxed));
  }

  @Test
  @DisplayName(
      "14 negative item lines are accepted, or refused with 2290 where the company has it so")
  void negative_lines_are_a_matter_of_the_company() {
    var request =
        receipt(
            "", line("40.00", "") + "," + line("Discount", "-5.00", "\"Qty\":-1,\"UnitPrice\":5"));
    wire.made("salesreceipt", request);
    wire.company.preferences().assume(Assumption.NEGATIVE_LINES_REFUSED, true);
    wire.refuses("2290", "salesreceipt", request);
  }

  @Test
  @DisplayName("7.3 a line without an item is documentation and its amount is ignored")
  void a_line_without_item_counts_for_nothing() {
    var bare = "{\"DetailType\":\"SalesItemLineDetail\",\"Amount\":7,\"SalesItemLineDetail\":{}}";
    var made = wire.made("salesreceipt", receipt("", line("40.00", "") + "," + bare));
    assertThat(made.at("/TotalAmt").decimalValue()).isEqualByComparingTo("40");
    assertThat(made.at("/Line/1/DetailType").asText()).isEqualTo("DescriptionOnly");
  }

  @Test
  @DisplayName("7.2 totals are worked out, never taken from the sender")
  void what_is_read_only_is_silently_overwritten() {
    var made =
        wire.made("salesreceipt", receipt("\"TotalAmt\":1,\"Balance\":7,\"HomeTotalAmt\":9,"));
    assertThat(made.at("/TotalAmt").decimalValue()).isEqualByComparingTo("40");
    assertThat(made.at("/Balance").decimalValue()).isEqualByComparingTo("0");
  }

  @Test
  @DisplayName("2.6 the answer is wrapped, ids are text, amounts are numbers")
  void the_answer_is_the_whole_object() {
    var reply = wire.post("salesreceipt", receipt("\"DocNumber\":\"WC-1\","));
    var made = reply.json().path("SalesReceipt");
    assertThat(reply.json().path("time").asText()).isEqualTo("2026-03-10T13:00:00-04:00");
    assertThat(made.path("Id").isTextual()).isTrue();
    assertThat(made.path("SyncToken").asText()).isEqualTo("0");
    assertThat(made.path("domain").asText()).isEqualTo("QBO");
    assertThat(made.path("sparse").isBoolean()).isTrue();
    assertThat(made.path("TotalAmt").isNumber()).isTrue();
    assertThat(made.at("/CustomerRef/name").asText()).isEqualTo("WooCommerce");
    assertThat(made.at("/MetaData/CreateTime").asText()).isEqualTo("2026-03-10T13:00:00-04:00");
    assertThat(made.at("/Line/0/Id").asText()).isEqualTo("1");
    assertThat(made.at("/Line/1/DetailType").asText()).isEqualTo("SubTotalLineDetail");
    assertThat(reply.headers().firstValue("intuit_tid")).isPresent();
  }

  @Test
  @DisplayName("7.1 without a deposit account the money lies in Undeposited Funds")
  void money_without_an_account_is_undeposited() {
    var body = receipt("").replaceFirst("\"DepositToAccountRef\":\\{[^}]*\\},", "");
    var made = wire.made("salesreceipt", body);
    assertThat(made.at("/DepositToAccountRef/name").asText()).isEqualTo("Undeposited Funds");
    assertThat(wire.balance("Undeposited Funds")).isEqualByComparingTo("40");
  }

  @Test
  @DisplayName("6.2 switched on, class, location, shipping, tips and discount pass")
  void what_is_switched_on_passes() {
    var preferences = wire.company.preferences();
    preferences.trackClasses(PretendPreferences.Classes.PER_DOCUMENT).trackDepartments(true);
    wire.made("salesreceipt", receipt("\"ClassRef\":{\"value\":\"<Class Web>\"},"));
    wire.made("salesreceipt", receipt("\"DepartmentRef\":{\"value\":\"<Department Toronto>\"},"));
    preferences.trackClasses(PretendPreferences.Classes.PER_LINE);
    var onLine = receipt("", line("40.00", "\"ClassRef\":{\"value\":\"<Class Web>\"}"));
    wire.made("salesreceipt", onLine);
    wire.refuses("5030", "salesreceipt", receipt("\"ClassRef\":{\"value\":\"<Class Web>\"},"));
    preferences.trackClasses(PretendPreferences.Classes.PER_DOCUMENT);
    wire.refuses("5030", "salesreceipt", onLine);
  }

  @Test
  @DisplayName("6.2 shipping, tips and discount need their switches")
  void built_in_items_need_their_switches() {
    var preferences = wire.company.preferences();
    var shipping = receipt("", line("5", "").replace("<Item Online sale>", "SHIPPING_ITEM_ID"));
    var tip = receipt("", line("5", "").replace("<Item Online sale>", "GRATUITY_ITEM_ID"));
    var discounted = receipt("", line("40.00", "") + "," + discount("5", ""));
    preferences.allowTips(true);
    wire.made("salesreceipt", tip);
    wire.made("salesreceipt", shipping);
    wire.made("salesreceipt", discounted);
    preferences.allowShipping(false).allowDiscount(false).allowTips(false);
    wire.refuses("5030", "salesreceipt", shipping);
    wire.refuses("5030", "salesreceipt", tip);
    wire.refuses("5030", "salesreceipt", discounted);
  }

  @Test
  @DisplayName("9.2 inactive customers (6250), items and accounts (610) are refused")
  void inactive_objects_are_refused() {
    wire.company.lists().inactivate("Customer", "WooCommerce");
    wire.refuses("6250", "salesreceipt", receipt(""));
    wire.company.lists().activate("Customer", "WooCommerce");
    wire.company.lists().inactivate("Item", "Online sale");
    wire.refuses("610", "salesreceipt", receipt(""));
    wire.company.lists().activate("Item", "Online sale");
    wire.company.lists().inactivate("Account", "Stripe clearing");
    wire.refuses("610", "salesreceipt", receipt(""));
    wire.company.lists().activate("Account", "Stripe clearing");
    wire.made("salesreceipt", receipt(""));
  }

  @Test
  @DisplayName("6.2 nothing is dated into closed books")
  void closed_books_stay_closed() {
    wire.company.preferences().closeBooks(java.time.LocalDate.parse("2026-03-10"));
    wire.refuses("6200", "salesreceipt", receipt(""));
    wire.made("salesreceipt", receipt("").replace("2026-03-10", "2026-03-11"));
    wire.company.preferences().assume(Assumption.BOOKS_CLOSED_WITH_PASSWORD, true);
    wire.refuses("6210", "salesreceipt", receipt(""));
    wire.company.preferences().closeBooks(null);
    wire.made("salesreceipt", receipt(""));
  }

  @Test
  @DisplayName("6.1 an expired subscription is read only")
  void an_expired_subscription_takes_no_writes() {
    wire.company.preferences().subscription("EXPIRED");
    wire.refuses("6190", "salesreceipt", receipt(""));
    assertThat(wire.query("select * from Item").status()).isEqualTo(200);
    wire.company.preferences().subscription("TRIALOPTIN");
    wire.made("salesreceipt", receipt(""));
  }

  @Test
  @DisplayName("9.1 several errors may come at once")
  void several_errors_come_at_once() {
    var reply =
        wire.post(
            "salesreceipt", receipt("\"Nonsense\":1,\"DocNumber\":\"" + "9".repeat(22) + "\","));
    assertThat(reply.json().at("/Fault/Error")).hasSize(2);
    assertThat(reply.json().at("/Fault/type").asText()).isEqualTo("ValidationFault");
    assertThat(reply.body()).contains("Min:0 Max:21 supported. Supplied length:22");
  }
}
