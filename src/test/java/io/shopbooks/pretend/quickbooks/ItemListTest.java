package io.shopbooks.pretend.quickbooks;

import static io.shopbooks.pretend.quickbooks.Requests.item;
import static io.shopbooks.pretend.quickbooks.Requests.stocked;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Items, accounts and other list objects that cannot be made, each beside the right one. */
class ItemListTest {

  static Stream<Arguments> refusals() {
    var mug = item("\"Name\":\"Mug\",\"Type\":\"NonInventory\"");
    return Stream.of(
        Arguments.of("6.5 an item has a name", "item", item("\"Type\":\"Service\""), "2020", mug),
        Arguments.of("6.5 an item says its type", "item", item("\"Name\":\"Mug\""), "2020", mug),
        Arguments.of(
            "6.5 bundles cannot be made",
            "item",
            item("\"Name\":\"Mug\",\"Type\":\"Group\""),
            "2170",
            mug),
        Arguments.of(
            "6.5 an item name has at most 100 characters",
            "item",
            item("\"Type\":\"Service\",\"Name\":\"" + "m".repeat(101) + "\""),
            "2050",
            item("\"Type\":\"Service\",\"Name\":\"" + "m".repeat(100) + "\"")),
        Arguments.of(
            "6.5 an item name has no colon",
            "item",
            item("\"Name\":\"Mug: blue\",\"Type\":\"Service\""),
            "2040",
            mug),
        Arguments.of(
            "6.5 an item name is used once",
            "item",
            item("\"Name\":\"shipping\",\"Type\":\"Service\""),
            "6240",
            mug),
        Arguments.of(
            "6.5 a SKU has at most 100 characters",
            "item",
            item("\"Name\":\"Mug\",\"Type\":\"Service\",\"Sku\":\"" + "s".repeat(101) + "\""),
            "2050",
            mug),
        Arguments.of(
            "6.5 a purchase description has at most 1000 characters",
            "item",
            item(
                "\"Name\":\"Mug\",\"Type\":\"Service\",\"PurchaseDesc\":\""
                    + "s".repeat(1001)
                    + "\""),
            "2050",
            mug),
        Arguments.of(
            "6.5 a price is at most 99,999,999,999",
            "item",
            item("\"Name\":\"Mug\",\"Type\":\"Service\",\"UnitPrice\":100000000000"),
            "2090",
            item("\"Name\":\"Mug\",\"Type\":\"Service\",\"UnitPrice\":99999999999")),
        Arguments.of(
            "6.5 an item has an income account",
            "item",
            "{\"Name\":\"Mug\",\"Type\":\"Service\",\"ExpenseAccountRef\":{\"value\":\"<Account Cost of Goods Sold>\"}}",
            "2020",
            mug),
        Arguments.of(
            "6.5 an item has an expense account",
            "item",
            "{\"Name\":\"Mug\",\"Type\":\"Service\",\"IncomeAccountRef\":{\"value\":\"<Account Services>\"}}",
            "2020",
            mug),
        Arguments.of(
            "6.5 a bank is no income account",
            "item",
            mug.replace("<Account Sales of Product Income>", "<Account Checking>"),
            "6430",
            mug.replace("<Account Sales of Product Income>", "<Account Gift cards>")),
        Arguments.of(
            "6.5 an income account is no expense account",
            "item",
            mug.replace("<Account Cost of Goods Sold>", "<Account Services>"),
            "6430",
            mug),
        Arguments.of(
            "6.5 inventory has a start date",
            "item",
            stocked("").replace("\"InvStartDate\":\"2026-01-01\",", ""),
            "2020",
            stocked("")),
        Arguments.of(
            "6.5 inventory has a quantity",
            "item",
            stocked("").replace("\"QtyOnHand\":10,", ""),
            "2020",
            stocked("")),
        Arguments.of(
            "6.5 inventory is tracked",
            "item",
            stocked("").replace("\"TrackQtyOnHand\":true,", ""),
            "2020",
            stocked("")),
        Arguments.of(
            "6.5 inventory stands on an inventory account",
            "item",
            stocked("").replace("<Account Inventory Asset>", "<Account PayPal clearing>"),
            "6430",
            stocked("")),
        Arguments.of(
            "6.5 inventory costs go to cost of goods sold",
            "item",
            stocked("").replace("<Account Cost of Goods Sold>", "<Account Merchant fees>"),
            "6430",
            stocked("")),
        Arguments.of(
            "6.5 inventory income is product income",
            "item",
            stocked("").replace("<Account Sales of Product Income>", "<Account Services>"),
            "6430",
            stocked("")),
        Arguments.of(
            "10 SalesTaxCodeRef of items is not American",
            "item",
            item("\"Name\":\"Mug\",\"Type\":\"Service\",\"SalesTaxIncluded\":true"),
            "2010",
            mug),
        Arguments.of(
            "6.6 an account name has no quotation mark",
            "account",
            "{\"Name\":\"The \\\"till\\\"\",\"AccountType\":\"Bank\"}",
            "2040",
            "{\"Name\":\"The till\",\"AccountType\":\"Bank\"}"),
        Arguments.of(
            "6.6 an account name has no colon",
            "account",
            "{\"Name\":\"Till: one\",\"AccountType\":\"Bank\"}",
            "2040",
            "{\"Name\":\"Till one\",\"AccountType\":\"Bank\"}"),
        Arguments.of(
            "6.6 an account type is one of fifteen",
            "account",
            "{\"Name\":\"Till\",\"AccountType\":\"Cash\"}",
            "2170",
            "{\"Name\":\"Till\",\"AccountType\":\"Bank\"}"),
        Arguments.of(
            "6.6 an American account number has at most 7 characters",
            "account",
            "{\"Name\":\"Till\",\"AccountType\":\"Bank\",\"AcctNum\":\"12345678\"}",
            "2050",
            "{\"Name\":\"Till\",\"AccountType\":\"Bank\",\"AcctNum\":\"1234567\"}"),
        Arguments.of(
            "6.7 a payment method name has at most 31 characters",
            "paymentmethod",
            "{\"Name\":\"" + "p".repeat(32) + "\"}",
            "2050",
            "{\"Name\":\"" + "p".repeat(31) + "\"}"),
        Arguments.of(
            "6.7 a payment method is a credit card or not",
            "paymentmethod",
            "{\"Name\":\"Klarna\",\"Type\":\"WALLET\"}",
            "2170",
            "{\"Name\":\"Klarna\",\"Type\":\"NON_CREDIT_CARD\"}"),
        Arguments.of(
            "6.7 a class name has at most 100 characters",
            "class",
            "{\"Name\":\"" + "c".repeat(101) + "\"}",
            "2050",
            "{\"Name\":\"Market\"}"),
        Arguments.of(
            "6.7 a term name has at most 31 characters",
            "term",
            "{\"Name\":\"" + "t".repeat(32) + "\",\"DueDays\":30}",
            "2050",
            "{\"Name\":\"Net 45\",\"DueDays\":45}"),
        Arguments.of(
            "6.3 a currency code has three letters",
            "companycurrency",
            "{\"Code\":\"eur\",\"Name\":\"Euro\"}",
            "2220",
            "{\"Code\":\"EUR\",\"Name\":\"Euro\"}"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusals")
  void a_wrong_list_object_is_refused_and_the_right_one_beside_it_passes(
      String fact, String resource, String wrong, String code, String right) {
    try (var wire = Wire.to(Region.US)) {
      if (resource.equals("companycurrency")) {
        wire.company.preferences().useCurrencies();
      }
      wire.refuses(code, resource, wrong);
      wire.made(resource, right);
    }
  }
}
