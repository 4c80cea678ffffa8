package io.shopbooks.pretend.quickbooks;

import static io.shopbooks.pretend.quickbooks.Requests.item;
import static io.shopbooks.pretend.quickbooks.Requests.stocked;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ListTest {

  private static String lines(int length) {
    var line = "1".repeat(length);
    return "\"Line1\":\"%s\",\"Line2\":\"%s\",\"Line3\":\"%s\",\"Line4\":\"%s\",\"Line5\":\"%s\""
        .formatted(line, line, line, line, line);
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
