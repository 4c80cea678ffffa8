package io.shopbooks.pretend.quickbooks;

import static io.shopbooks.pretend.quickbooks.Requests.line;
import static io.shopbooks.pretend.quickbooks.Requests.receipt;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a receipt must have, and must not, each beside the right one. */
class SalesReceiptFieldsTest {

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
            "2.1 dates are yyyy-mm-dd",
            receipt("").replace("2026-03-10", "10/03/2026"),
            "2010",
            receipt("")),
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
}
