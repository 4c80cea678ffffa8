package io.shopbooks.pretend.quickbooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ListTest {

  private static final String ACCOUNTS =
      "\"IncomeAccountRef\":{\"value\":\"<Account Sales of Product Income>\"},"
          + "\"ExpenseAccountRef\":{\"value\":\"<Account Cost of Goods Sold>\"}";

  private static String customer(String properties) {
    return "{" + properties + "}";
  }

  private static String item(String properties) {
    return "{" + properties + "," + ACCOUNTS + "}";
  }

  private static String stocked(String more) {
    return item(
        "\"Name\":\"Mug\",\"Type\":\"Inventory\",\"TrackQtyOnHand\":true,\"QtyOnHand\":10,"
            + "\"InvStartDate\":\"2026-01-01\",\"AssetAccountRef\":{\"value\":\"<Account Inventory Asset>\"}"
            + more);
  }

  static Stream<Arguments> refusals() {
    var jane = customer("\"DisplayName\":\"Jane\"");
    var mug = item("\"Name\":\"Mug\",\"Type\":\"NonInventory\"");
    return Stream.of(
        row("6.4 a customer has a name", "customer", customer("\"Notes\":\"x\""), "2020", jane),
        row(
            "6.4 DisplayName has at most 500 characters",
            "customer",
            customer("\"DisplayName\":\"" + "j".repeat(501) + "\""),
            "2050",
            customer("\"DisplayName\":\"" + "j".repeat(500) + "\"")),
        row(
            "6.4 DisplayName has no colon",
            "customer",
            customer("\"DisplayName\":\"Jane: home\""),
            "2040",
            jane),
        row(
            "6.4 DisplayName has no tab",
            "customer",
            customer("\"DisplayName\":\"Jane\\tDoe\""),
            "2040",
            jane),
        row(
            "6.4 DisplayName has no newline",
            "customer",
            customer("\"DisplayName\":\"Jane\\nDoe\""),
            "2040",
            jane),
        row(
            "6.4 name parts have no colon",
            "customer",
            customer("\"DisplayName\":\"J\",\"GivenName\":\"a:b\""),
            "2040",
            jane),
        row(
            "6.4 GivenName has at most 100 characters",
            "customer",
            customer("\"DisplayName\":\"J\",\"GivenName\":\"" + "j".repeat(101) + "\""),
            "2050",
            jane),
        row(
            "6.4 Suffix has at most 16 characters",
            "customer",
            customer("\"DisplayName\":\"J\",\"Suffix\":\"" + "j".repeat(17) + "\""),
            "2050",
            jane),
        row(
            "6.4 PrintOnCheckName has at most 110 characters",
            "customer",
            customer("\"DisplayName\":\"J\",\"PrintOnCheckName\":\"" + "j".repeat(111) + "\""),
            "2050",
            jane),
        row(
            "6.4 a phone number has at most 30 characters",
            "customer",
            customer(
                "\"DisplayName\":\"J\",\"PrimaryPhone\":{\"FreeFormNumber\":\""
                    + "1".repeat(31)
                    + "\"}"),
            "2050",
            jane),
        row(
            "6.4 an e-mail address has at most 100 characters",
            "customer",
            customer(
                "\"DisplayName\":\"J\",\"PrimaryEmailAddr\":{\"Address\":\""
                    + "j".repeat(89)
                    + "@example.com\"}"),
            "2050",
            customer(
                "\"DisplayName\":\"J\",\"PrimaryEmailAddr\":{\"Address\":\""
                    + "j".repeat(88)
                    + "@example.com\"}")),
        row(
            "6.4 an address line has at most 500 characters",
            "customer",
            customer("\"DisplayName\":\"J\",\"BillAddr\":{\"Line1\":\"" + "1".repeat(501) + "\"}"),
            "2050",
            jane),
        row(
            "6.4 address lines have at most 2000 characters together",
            "customer",
            customer("\"DisplayName\":\"J\",\"BillAddr\":{" + lines(401) + "}"),
            "2050",
            customer("\"DisplayName\":\"J\",\"BillAddr\":{" + lines(400) + "}")),
        row(
            "6.4 a postal code has at most 30 characters",
            "customer",
            customer(
                "\"DisplayName\":\"J\",\"ShipAddr\":{\"PostalCode\":\"" + "1".repeat(31) + "\"}"),
            "2050",
            jane),
        row(
            "6.4 Notes have at most 2000 characters",
            "customer",
            customer("\"DisplayName\":\"J\",\"Notes\":\"" + "n".repeat(2001) + "\""),
            "2050",
            jane),
        row(
            "6.4 exemption reasons go from 1 to 15",
            "customer",
            customer("\"DisplayName\":\"J\",\"TaxExemptionReasonId\":\"16\""),
            "2170",
            customer("\"DisplayName\":\"J\",\"TaxExemptionReasonId\":\"9\"")),
        row(
            "6.4 a name is used once over customers",
            "customer",
            customer("\"DisplayName\":\"woocommerce\""),
            "6240",
            jane),
        row(
            "6.4 a name is used once over vendors",
            "customer",
            customer("\"DisplayName\":\"Stripe\""),
            "6240",
            customer("\"DisplayName\":\"Stripe (WC-1)\"")),
        row(
            "6.4 a name is used once over employees",
            "customer",
            customer("\"DisplayName\":\"Emma Clerk\""),
            "6240",
            jane),
        row(
            "6.4 a name made of its parts counts too",
            "customer",
            customer("\"GivenName\":\"Emma\",\"FamilyName\":\"Clerk\""),
            "6240",
            customer("\"GivenName\":\"Emma\",\"FamilyName\":\"Other\"")),
        row("6.5 an item has a name", "item", item("\"Type\":\"Service\""), "2020", mug),
        row("6.5 an item says its type", "item", item("\"Name\":\"Mug\""), "2020", mug),
        row(
            "6.5 bundles cannot be made",
            "item",
            item("\"Name\":\"Mug\",\"Type\":\"Group\""),
            "2170",
            mug),
        row(
            "6.5 an item name has at most 100 characters",
            "item",
            item("\"Type\":\"Service\",\"Name\":\"" + "m".repeat(101) + "\""),
            "2050",
            item("\"Type\":\"Service\",\"Name\":\"" + "m".repeat(100) + "\"")),
        row(
            "6.5 an item name has no colon",
            "item",
            item("\"Name\":\"Mug: blue\",\"Type\":\"Service\""),
            "2040",
            mug),
        row(
            "6.5 an item name is used once",
            "item",
            item("\"Name\":\"shipping\",\"Type\":\"Service\""),
            "6240",
            mug),
        row(
            "6.5 a SKU has at most 100 characters",
            "item",
            item("\"Name\":\"Mug\",\"Type\":\"Service\",\"Sku\":\"" + "s".repeat(101) + "\""),
            "2050",
            mug),
        row(
            "6.5 a purchase description has at most 1000 characters",
            "item",
            item(
                "\"Name\":\"Mug\",\"Type\":\"Service\",\"PurchaseDesc\":\""
                    + "s".repeat(1001)
                    + "\""),
            "2050",
            mug),
        row(
            "6.5 a price is at most 99,999,999,999",
            "item",
            item("\"Name\":\"Mug\",\"Type\":\"Service\",\"UnitPrice\":100000000000"),
            "2090",
            item("\"Name\":\"Mug\",\"Type\":\"Service\",\"UnitPrice\":99999999999")),
        row(
            "6.5 an item has an income account",
            "item",
            "{\"Name\":\"Mug\",\"Type\":\"Service\",\"ExpenseAccountRef\":{\"value\":\"<Account Cost of Goods Sold>\"}}",
            "2020",
            mug),
        row(
            "6.5 an item has an expense account",
            "item",
            "{\"Name\":\"Mug\",\"Type\":\"Service\",\"IncomeAccountRef\":{\"value\":\"<Account Services>\"}}",
            "2020",
            mug),
        row(
            "6.5 a bank is no income account",
            "item",
            mug.replace("<Account Sales of Product Income>", "<Account Checking>"),
            "6430",
            mug.replace("<Account Sales of Product Income>", "<Account Gift cards>")),
        row(
            "6.5 an income account is no expense account",
            "item",
            mug.replace("<Account Cost of Goods Sold>", "<Account Services>"),
            "6430",
            mug),
        row(
            "6.5 inventory has a start date",
            "item",
            stocked("").replace("\"InvStartDate\":\"2026-01-01\",", ""),
            "2020",
            stocked("")),
        row(
            "6.5 inventory has a quantity",
            "item",
            stocked("").replace("\"QtyOnHand\":10,", ""),
            "2020",
            stocked("")),
        row(
            "6.5 inventory is tracked",
            "item",
            stocked("").replace("\"TrackQtyOnHand\":true,", ""),
            "2020",
            stocked("")),
        row(
            "6.5 inventory stands on an inventory account",
            "item",
            stocked("").replace("<Account Inventory Asset>", "<Account PayPal clearing>"),
            "6430",
            stocked("")),
        row(
            "6.5 inventory costs go to cost of goods sold",
            "item",
            stocked("").replace("<Account Cost of Goods Sold>", "<Account Merchant fees>"),
            "6430",
            stocked("")),
        row(
            "6.5 inventory income is product income",
            "item",
            stocked("").replace("<Account Sales of Product Income>", "<Account Services>"),
            "6430",
            stocked("")),
        row(
            "10 SalesTaxCodeRef of items is not American",
            "item",
            item("\"Name\":\"Mug\",\"Type\":\"Service\",\"SalesTaxIncluded\":true"),
            "2010",
            mug),
        row(
            "6.6 an account name has no quotation mark",
            "account",
            "{\"Name\":\"The \\\"till\\\"\",\"AccountType\":\"Bank\"}",
            "2040",
            "{\"Name\":\"The till\",\"AccountType\":\"Bank\"}"),
        row(
            "6.6 an account name has no colon",
            "account",
            "{\"Name\":\"Till: one\",\"AccountType\":\"Bank\"}",
            "2040",
            "{\"Name\":\"Till one\",\"AccountType\":\"Bank\"}"),
        row(
            "6.6 an account type is one of fifteen",
            "account",
            "{\"Name\":\"Till\",\"AccountType\":\"Cash\"}",
            "2170",
            "{\"Name\":\"Till\",\"AccountType\":\"Bank\"}"),
        row(
            "6.6 an American account number has at most 7 characters",
            "account",
            "{\"Name\":\"Till\",\"AccountType\":\"Bank\",\"AcctNum\":\"12345678\"}",
            "2050",
            "{\"Name\":\"Till\",\"AccountType\":\"Bank\",\"AcctNum\":\"1234567\"}"),
        row(
            "6.7 a payment method name has at most 31 characters",
            "paymentmethod",
            "{\"Name\":\"" + "p".repeat(32) + "\"}",
            "2050",
            "{\"Name\":\"" + "p".repeat(31) + "\"}"),
        row(
            "6.7 a payment method is a credit card or not",
            "paymentmethod",
            "{\"Name\":\"Klarna\",\"Type\":\"WALLET\"}",
            "2170",
            "{\"Name\":\"Klarna\",\"Type\":\"NON_CREDIT_CARD\"}"),
        row(
            "6.7 a class name has at most 100 characters",
            "class",
            "{\"Name\":\"" + "c".repeat(101) + "\"}",
            "2050",
            "{\"Name\":\"Market\"}"),
        row(
            "6.7 a term name has at most 31 characters",
            "term",
            "{\"Name\":\"" + "t".repeat(32) + "\",\"DueDays\":30}",
            "2050",
            "{\"Name\":\"Net 45\",\"DueDays\":45}"),
        row(
            "6.3 a currency code has three letters",
            "companycurrency",
            "{\"Code\":\"eur\",\"Name\":\"Euro\"}",
            "2220",
            "{\"Code\":\"EUR\",\"Name\":\"Euro\"}"));
  }

  private static Arguments row(
      String fact, String resource, String wrong, String code, String right) {
    return Arguments.of(fact, resource, wrong, code, right);
  }

  private static String lines(int length) {
    var line = "1".repeat(length);
    return "\"Line1\":\"%s\",\"Line2\":\"%s\",\"Line3\":\"%s\",\"Line4\":\"%s\",\"Line5\":\"%s\""
        .formatted(line, line, line, line, line);
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

  @Test
  @DisplayName("6.4 a taken name may belong to somebody inactive and unseen")
  void an_inactive_customer_keeps_its_name() {
    try (var wire = Wire.to(Region.US)) {
      wire.company.lists().inactivate("Customer", "WooCommerce");
      wire.refuses("6240", "customer", "{\"DisplayName\":\"WooCommerce\"}");
      var visible = wire.query("select * from Customer where DisplayName = 'WooCommerce'");
      assertThat(visible.json().path("QueryResponse")).isEmpty();
      var all =
          wire.query(
              "select * from Customer where DisplayName = 'WooCommerce' and Active in (true,false)");
      assertThat(all.json().at("/QueryResponse/Customer")).hasSize(1);
    }
  }

  @Test
  @DisplayName("6.4 without a display name one is made of the parts")
  void a_display_name_is_made_of_its_parts() {
    try (var wire = Wire.to(Region.US)) {
      var made =
          wire.made(
              "customer", "{\"Title\":\"Dr\",\"GivenName\":\"Ada\",\"FamilyName\":\"Byron\"}");
      assertThat(made.path("DisplayName").asText()).isEqualTo("Dr Ada Byron");
      assertThat(made.path("FullyQualifiedName").asText()).isEqualTo("Dr Ada Byron");
    }
  }

  @Test
  @DisplayName("6.4 jobs stand under customers, five levels deep")
  void jobs_go_five_levels_deep() {
    try (var wire = Wire.to(Region.US)) {
      var parent = wire.company.lists().idOf("Customer", "WooCommerce");
      for (int level = 2; level <= 5; level++) {
        var job =
            "{\"DisplayName\":\"Level %d\",\"Job\":true,\"ParentRef\":{\"value\":\"%s\"}}"
                .formatted(level, parent);
        parent = wire.idOf(wire.made("customer", job));
      }
      wire.refuses(
          "6000",
          "customer",
          "{\"DisplayName\":\"Level 6\",\"Job\":true,\"ParentRef\":{\"value\":\""
              + parent
              + "\"}}");
    }
  }

  @Test
  @DisplayName("6.5 inventory needs all four preferences")
  void inventory_needs_its_preferences() {
    try (var wire = Wire.to(Region.US)) {
      wire.company.preferences().trackInventory(false);
      wire.refuses("5030", "item", stocked(""));
      wire.company
          .preferences()
          .trackInventory(true)
          .set("ProductAndServicesPrefs.ForPurchase", false);
      wire.refuses("5030", "item", stocked(""));
      wire.company.preferences().trackInventory(true);
      wire.made("item", stocked(""));
    }
  }

  @Test
  @DisplayName("6.5 tracking of quantities cannot be switched off again")
  void tracking_cannot_go_back() {
    try (var wire = Wire.to(Region.US)) {
      var id = wire.idOf(wire.made("item", stocked("")));
      var again = stocked(",\"Id\":\"" + id + "\",\"SyncToken\":\"0\"");
      wire.refuses(
          "2020", "item", again.replace("\"TrackQtyOnHand\":true", "\"TrackQtyOnHand\":false"));
      var plain =
          again.replace(
              "\"Inventory\",\"TrackQtyOnHand\":true", "\"NonInventory\",\"TrackQtyOnHand\":false");
      wire.refuses("6000", "item", plain);
      wire.made("item", again);
    }
  }

  @Test
  @DisplayName("2.3 lists are deactivated, never deleted; items take full updates only")
  void lists_cannot_be_deleted() {
    try (var wire = Wire.to(Region.US)) {
      var body = "{\"Id\":\"<Item Shipping>\",\"SyncToken\":\"0\"}";
      wire.refuses("500", "item?operation=delete", body);
      wire.refuses("500", "item", body.replace("{", "{\"sparse\":true,\"Active\":false,"));
      var gone =
          wire.made(
              "customer",
              "{\"Id\":\"<Customer Wix>\",\"SyncToken\":\"0\",\"sparse\":true,\"Active\":false}");
      assertThat(gone.path("Active").asBoolean()).isFalse();
      assertThat(gone.path("DisplayName").asText()).isEqualTo("Wix");
    }
  }

  @Test
  @DisplayName("6.6 a plan holds 250 accounts; 6.7 classes and locations share 40")
  void plans_have_their_caps() {
    try (var wire = Wire.to(Region.CA)) {
      int accounts =
          wire.query("select count(*) from Account").json().at("/QueryResponse/totalCount").asInt();
      for (int i = accounts; i < 250; i++) {
        wire.company.lists().addAccount("Account " + i, "Bank", "Checking");
      }
      wire.refuses("6000", "account", "{\"Name\":\"One more\",\"AccountType\":\"Bank\"}");
      for (int i = 4; i < 40; i++) {
        wire.made("class", "{\"Name\":\"Class " + i + "\"}");
      }
      wire.refuses("5030", "department", "{\"Name\":\"One more\"}");
    }
  }

  @Test
  @DisplayName("6.7 a tax code is made of rates of known agencies, with short names")
  void tax_codes_are_made_by_the_tax_service() {
    try (var wire = Wire.to(Region.GB)) {
      var right =
          "{\"TaxCode\":\"VAT 12\",\"TaxRateDetails\":[{\"TaxRateName\":\"VAT 12.5\",\"RateValue\":\"12.5\",\"TaxAgencyId\":\"<TaxAgency HMRC>\",\"TaxApplicableOn\":\"Sales\"}]}";
      wire.refuses("2050", "taxservice/taxcode", right.replace("VAT 12.5", "VAT reduced"));
      wire.refuses(
          "2050", "taxservice/taxcode", right.replace("\"VAT 12\"", "\"" + "v".repeat(101) + "\""));
      wire.refuses("2500", "taxservice/taxcode", right.replace("<TaxAgency HMRC>", "99"));
      wire.refuses("2020", "taxservice/taxcode", "{\"TaxCode\":\"VAT 12\",\"TaxRateDetails\":[]}");
      wire.refuses("6240", "taxservice/taxcode", right.replace("\"VAT 12\"", "\"Exempt\""));
      var made = wire.post("taxservice/taxcode", right);
      assertThat(made.status()).isEqualTo(200);
      assertThat(made.text("/TaxCode")).isEqualTo("VAT 12");
      assertThat(made.json().has("time")).isFalse();
      var used = Requests.receipt("", Requests.line("100", Requests.taxCode("VAT 12")));
      assertThat(wire.made("salesreceipt", used).path("TotalAmt").decimalValue())
          .isEqualByComparingTo("112.5");
    }
  }

  @Test
  @DisplayName("10 France asks for its own properties")
  void france_asks_for_more() {
    try (var wire = Wire.to(Region.FR)) {
      wire.refuses("2020", "item", item("\"Name\":\"Mug\",\"Type\":\"Service\""));
      wire.made(
          "item", item("\"Name\":\"Mug\",\"Type\":\"Service\",\"ItemCategoryType\":\"Service\""));
      wire.refuses("2020", "customer", "{\"DisplayName\":\"Jane\"}");
      wire.made(
          "customer",
          "{\"DisplayName\":\"Jane\",\"ARAccountRef\":{\"value\":\"<Account Accounts Receivable (A/R)>\"}}");
      wire.refuses(
          "2050",
          "account",
          "{\"Name\":\"Caisse\",\"AccountType\":\"Bank\",\"AcctNum\":\"53000\"}");
      wire.made("account", "{\"Name\":\"Caisse\",\"AccountType\":\"Bank\",\"AcctNum\":\"530000\"}");
      wire.refuses("2020", "payment", Requests.payment("5", ""));
      wire.made(
          "payment",
          Requests.payment("5", "")
              .replace("{\"CustomerRef\"", "{\"PaymentRefNum\":\"p1\",\"CustomerRef\""));
      var line =
          Requests.line(
              "9", "\"Qty\":1,\"UnitPrice\":10,\"DiscountAmt\":1," + Requests.taxCode("20,0% TVA"));
      wire.refuses("2020", "salesreceipt", Requests.receipt("", line));
      wire.made("salesreceipt", Requests.receipt("\"DocNumber\":\"F1\",", line));
    }
  }

  @Test
  @DisplayName("10 account numbers are longer in Canada and Australia")
  void account_numbers_differ_by_country() {
    for (var region : java.util.List.of(Region.CA, Region.AU)) {
      try (var wire = Wire.to(region)) {
        wire.refuses(
            "2050",
            "account",
            "{\"Name\":\"Till\",\"AccountType\":\"Bank\",\"AcctNum\":\"" + "1".repeat(21) + "\"}");
        wire.made(
            "account",
            "{\"Name\":\"Till\",\"AccountType\":\"Bank\",\"AcctNum\":\"" + "1".repeat(20) + "\"}");
      }
    }
  }
}
