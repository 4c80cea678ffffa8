package io.shopbooks.pretend.quickbooks;

import static io.shopbooks.pretend.quickbooks.Requests.discount;
import static io.shopbooks.pretend.quickbooks.Requests.line;
import static io.shopbooks.pretend.quickbooks.Requests.receipt;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Lines, amounts and discounts that a receipt must not have, each beside the right one. */
class SalesReceiptLinesTest {

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
            "10 TaxInclusiveAmt is unknown in the United States",
            receipt("", line("40.00", "\"TaxInclusiveAmt\":42")),
            "2010",
            receipt("", line("40.00", ""))),
        Arguments.of(
            "7.3 tips need AllowGratuity",
            receipt("", line("5", "").replace("<Item Online sale>", "GRATUITY_ITEM_ID")),
            "5030",
            receipt("", line("Tip", "5", ""))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusals")
  void a_wrong_line_is_refused_and_the_right_one_beside_it_passes(
      String fact, String wrong, String code, String right) {
    wire.refuses(code, "salesreceipt", wrong);
    wire.made("salesreceipt", right);
  }
}
