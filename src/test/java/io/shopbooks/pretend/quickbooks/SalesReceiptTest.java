package io.shopbooks.pretend.quickbooks;

import static io.shopbooks.pretend.quickbooks.Requests.discount;
import static io.shopbooks.pretend.quickbooks.Requests.line;
import static io.shopbooks.pretend.quickbooks.Requests.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

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

  /** Each row: the fact, a wrong request, the code it is refused with, and the right request. */
  static Stream<Arguments> refusals() {
    return Stream.of(
        Arguments.of(
            "7.1 a receipt has at least one item line",
            receipt("", "{\"DetailType\":\"DescriptionOnly\",\"Description\":\"Hello\"}"),
            "2020",
            receipt("")),
        Arguments.of(
            "7.1 lines are required", "{\"CustomerRef\":{\"value\":\"1\"}}", "2020", receipt("")),
        Arguments.of(
            "7.1 a customer is required",
            receipt("").replaceFirst("\"CustomerRef\":\\{[^}]*\\},", ""),
            "2020",
            receipt("")),
        Arguments.of(
            "7.2 DocNumber has at most 21 characters",
            receipt("\"DocNumber\":\"WC-1234567890123456789\","),
            "2050",
            receipt("\"DocNumber\":\"WC-123456789012345678\",")),
        Arguments.of(
            "7.2 PrivateNote has at most 4000 characters",
            receipt("\"PrivateNote\":\"" + "n".repeat(4001) + "\","),
            "2050",
            receipt("\"PrivateNote\":\"" + "n".repeat(4000) + "\",")),
        Arguments.of(
            "7.2 CustomerMemo has at most 1000 characters",
            receipt("\"CustomerMemo\":{\"value\":\"" + "n".repeat(1001) + "\"},"),
            "2050",
            receipt("\"CustomerMemo\":{\"value\":\"" + "n".repeat(1000) + "\"},")),
        Arguments.of(
            "7.2 PaymentRefNum of a receipt has at most 21 characters",
            receipt("\"PaymentRefNum\":\"pi_3Qabcdefghijklmnopq\","),
            "2050",
            receipt("\"PaymentRefNum\":\"pi_3Qabcdefghijklmnop\",")),
        Arguments.of(
            "7.2 a line Description has at most 4000 characters",
            receipt(
                "",
                line("1", "")
                    .replace(
                        "\"Amount\"", "\"Description\":\"" + "n".repeat(4001) + "\",\"Amount\"")),
            "2050",
            receipt(
                "",
                line("1", "")
                    .replace(
                        "\"Amount\"", "\"Description\":\"" + "n".repeat(4000) + "\",\"Amount\""))),
        Arguments.of(
            "7.2 an e-mail address has an @ and a dot",
            receipt("\"BillEmail\":{\"Address\":\"jane at example\"},"),
            "2210",
            receipt("\"BillEmail\":{\"Address\":\"jane@example.com\"},")),
        Arguments.of(
            "7.2 NeedToSend requires BillEmail",
            receipt("\"EmailStatus\":\"NeedToSend\","),
            "6420",
            receipt(
                "\"EmailStatus\":\"NeedToSend\",\"BillEmail\":{\"Address\":\"j@example.com\"},")),
        Arguments.of(
            "7.2 EmailStatus is one of three words",
            receipt("\"EmailStatus\":\"Sent\","),
            "2170",
            receipt("\"EmailStatus\":\"NotSet\",")),
        Arguments.of(
            "7.2 a custom field must be defined",
            receipt(
                "\"CustomField\":[{\"DefinitionId\":\"9\",\"Type\":\"StringType\",\"StringValue\":\"x\"}],"),
            "3000",
            receipt(
                "\"CustomField\":[{\"DefinitionId\":\"1\",\"Type\":\"StringType\",\"StringValue\":\"x\"}],")),
        Arguments.of(
            "14 a classic custom field holds 31 characters",
            receipt(
                "\"CustomField\":[{\"DefinitionId\":\"1\",\"StringValue\":\""
                    + "x".repeat(32)
                    + "\"}],"),
            "2050",
            receipt(
                "\"CustomField\":[{\"DefinitionId\":\"1\",\"StringValue\":\""
                    + "x".repeat(31)
                    + "\"}],")),
        Arguments.of(
            "2.3 unknown properties are refused",
            receipt("\"ExternalId\":\"woo-1\","),
            "2010",
            receipt("")),
        Arguments.of(
            "9.2 unknown properties inside lines are refused",
            receipt("", line("40.00", "\"Price\":1")),
            "2010",
            receipt("")),
        Arguments.of(
            "2.6 amounts are JSON numbers",
            receipt("", line("\"40.00\"", "")),
            "2090",
            receipt("", line("40.00", ""))),
        Arguments.of(
            "7.3 amounts have at most 5 decimals",
            receipt("", line("40.000001", "")),
            "2090",
            receipt("", line("40.00001", ""))),
        Arguments.of(
            "7.3 amounts have at most 10 digits before the point",
            receipt("", line("12345678901", "")),
            "2090",
            receipt("", line("1234567890", ""))),
        Arguments.of(
            "2.1 dates are yyyy-mm-dd",
            receipt("").replace("2026-03-10", "10/03/2026"),
            "2010",
            receipt("")),
        Arguments.of(
            "7.3 Amount is Qty times UnitPrice",
            receipt("", line("40.00", "\"Qty\":3,\"UnitPrice\":13.33")),
            "6070",
            receipt("", line("39.99", "\"Qty\":3,\"UnitPrice\":13.33"))),
        Arguments.of(
            "7.3 Amount is Qty times UnitPrice after rounding",
            receipt("", line("40.00", "\"Qty\":3,\"UnitPrice\":13.331")),
            "6070",
            receipt("", line("40.00", "\"Qty\":3,\"UnitPrice\":13.3333333"))),
        Arguments.of(
            "14 UnitPrice has at most 7 decimals",
            receipt("", line("40.00", "\"Qty\":3,\"UnitPrice\":13.33333333")),
            "2090",
            receipt("", line("40.00", "\"Qty\":3,\"UnitPrice\":13.3333333"))),
        Arguments.of(
            "7.3 an item line has an amount",
            receipt("", line("40.00", "").replace("\"Amount\":40.00,", "")),
            "2020",
            receipt("", line("40.00", ""))),
        Arguments.of(
            "9.2 a line has no other detail than its type",
            receipt(
                "",
                line("40.00", "").replace("\"Amount\"", "\"DiscountLineDetail\":{},\"Amount\"")),
            "2600",
            receipt("", line("40.00", ""))),
        Arguments.of(
            "7.3 the type of a line is known",
            receipt("", line("40.00", "").replace("\"SalesItemLineDetail\",", "\"SalesLine\",")),
            "2170",
            receipt("", line("40.00", ""))),
        Arguments.of(
            "7.3 the total must not be below zero",
            receipt("", line("40.00", "") + "," + line("Discount", "-40.01", "")),
            "6000",
            receipt("", line("40.00", "") + "," + line("Discount", "-40.00", ""))),
        Arguments.of(
            "7.3 a discount line has an amount",
            receipt(
                "",
                line("40.00", "")
                    + ",{\"DetailType\":\"DiscountLineDetail\",\"DiscountLineDetail\":{\"PercentBased\":false}}"),
            "6090",
            receipt("", line("40.00", "") + "," + discount("5", "\"PercentBased\":false"))),
        Arguments.of(
            "7.3 a percentage discount has its percentage",
            receipt("", line("40.00", "") + "," + discount("5", "\"PercentBased\":true")),
            "6090",
            receipt(
                "",
                line("40.00", "")
                    + ","
                    + discount("5", "\"PercentBased\":true,\"DiscountPercent\":12.5"))),
        Arguments.of(
            "7.3 a discount line is positive",
            receipt("", line("40.00", "") + "," + discount("-5", "")),
            "2290",
            receipt("", line("40.00", "") + "," + discount("5", ""))),
        Arguments.of(
            "0.10 there is one discount line",
            receipt("", line("40.00", "") + "," + discount("5", "") + "," + discount("1", "")),
            "6000",
            receipt("", line("40.00", "") + "," + discount("6", ""))),
        Arguments.of(
            "7.3 a discount goes to an income or expense account",
            receipt(
                "",
                line("40.00", "")
                    + ","
                    + discount("5", "\"DiscountAccountRef\":{\"value\":\"<Account Checking>\"}")),
            "6430",
            receipt(
                "",
                line("40.00", "")
                    + ","
                    + discount(
                        "5", "\"DiscountAccountRef\":{\"value\":\"<Account Discounts given>\"}"))),
        Arguments.of(
            "9.2 the customer exists",
            receipt("").replace("<Customer WooCommerce>", "4711"),
            "2500",
            receipt("")),
        Arguments.of(
            "9.2 the item exists",
            receipt("").replace("<Item Online sale>", "4711"),
            "2500",
            receipt("")),
        Arguments.of(
            "13.16 a reference is an id and a name, nothing more",
            receipt("")
                .replace(
                    "\"value\":\"<Item Online sale>\"",
                    "\"value\":\"<Item Online sale>\",\"Active\":\"true\""),
            "2010",
            receipt("")),
        Arguments.of(
            "6.6 money goes to a Bank or Other Current Asset account",
            receipt("").replace("Stripe clearing", "Gift cards"),
            "6430",
            receipt("").replace("Stripe clearing", "PayPal clearing")),
        Arguments.of(
            "2.1 American companies take Latin-1 only",
            receipt("\"PrivateNote\":\"Zoë’s mug\","),
            "2040",
            receipt("\"PrivateNote\":\"Zoë's mug\",")),
        Arguments.of(
            "2.1 control characters are refused",
            receipt("\"PrivateNote\":\"a\\u0007b\","),
            "2040",
            receipt("\"PrivateNote\":\"a\\nb\",")),
        Arguments.of(
            "10 GlobalTaxCalculation is unknown in the United States",
            receipt("\"GlobalTaxCalculation\":\"TaxInclusive\","),
            "2010",
            receipt("\"ApplyTaxAfterDiscount\":true,")),
        Arguments.of(
            "10 TaxInclusiveAmt is unknown in the United States",
            receipt("", line("40.00", "\"TaxInclusiveAmt\":42")),
            "2010",
            receipt("", line("40.00", ""))),
        Arguments.of(
            "10 line discounts are French",
            receipt("", line("40.00", "\"DiscountAmt\":1")),
            "2010",
            receipt("", line("40.00", ""))),
        Arguments.of(
            "6.2 a class needs class tracking",
            receipt("\"ClassRef\":{\"value\":\"<Class Web>\"},"),
            "5030",
            receipt("")),
        Arguments.of(
            "6.2 a location needs location tracking",
            receipt("\"DepartmentRef\":{\"value\":\"<Department Toronto>\"},"),
            "5030",
            receipt("")),
        Arguments.of(
            "7.3 tips need AllowGratuity",
            receipt("", line("5", "").replace("<Item Online sale>", "GRATUITY_ITEM_ID")),
            "5030",
            receipt("", line("Tip", "5", ""))),
        Arguments.of(
            "6.3 a foreign currency needs several currencies",
            receipt("\"CurrencyRef\":{\"value\":\"EUR\"},"),
            "2220",
            receipt("\"CurrencyRef\":{\"value\":\"USD\"},")),
        Arguments.of(
            "6.3 the home currency has the rate 1",
            receipt("\"ExchangeRate\":1.1,"),
            "6000",
            receipt("\"ExchangeRate\":1,")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusals")
  void a_wrong_receipt_is_refused_and_the_right_one_beside_it_passes(
      String fact, String wrong, String code, String right) {
    wire.refuses(code, "salesreceipt", wrong);
    wire.made("salesreceipt", right);
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
