package io.shopbooks.pretend.quickbooks;

import static io.shopbooks.pretend.quickbooks.Requests.line;
import static io.shopbooks.pretend.quickbooks.Requests.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class InventoryTest {

  private Wire wire;

  @BeforeEach
  void open() {
    wire = Wire.to(Region.US);
    wire.company.lists().addInventoryItem("Mug", "10", "3.00", "2026-01-15");
  }

  @AfterEach
  void close() {
    assertThat(
            wire.company.trialBalance().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo("0");
    wire.close();
  }

  private static String mugs(String quantity, String amount) {
    return line("Mug", amount, "\"Qty\":" + quantity);
  }

  private void buys(String quantity, String amount, String date) {
    wire.made(
        "purchase",
        """
        {"AccountRef":{"value":"<Account Checking>"},"PaymentType":"Cash","TxnDate":"%s",
         "Line":[{"Amount":%s,"DetailType":"ItemBasedExpenseLineDetail",
          "ItemBasedExpenseLineDetail":{"ItemRef":{"value":"<Item Mug>"},"Qty":%s}}]}
        """
            .formatted(date, amount, quantity));
  }

  private void assertStock(String quantity, String asset, String costs) {
    assertThat(wire.company.lists().quantity("Mug")).isEqualByComparingTo(quantity);
    assertThat(wire.balance("Inventory Asset")).isEqualByComparingTo(asset);
    assertThat(wire.balance("Cost of Goods Sold")).isEqualByComparingTo(costs);
  }

  @Test
  void opening_stock_stands_against_equity() {
    assertStock("10", "30", "0");
    assertThat(wire.balance("Opening Balance Equity")).isEqualByComparingTo("-30");
  }

  @Test
  @DisplayName("6.5 costs are first in, first out")
  void goods_go_out_first_in_first_out() {
    buys("10", "50", "2026-02-01");
    wire.made("salesreceipt", receipt("", mugs("12", "120")));
    assertStock("8", "40", "40");
    wire.made("refundreceipt", receipt("", mugs("2", "20")));
    assertStock("10", "50", "30");
  }

  @Test
  void a_sale_that_comes_later_but_is_dated_earlier_takes_the_older_goods() {
    buys("10", "50", "2026-02-01");
    wire.made("salesreceipt", receipt("", mugs("10", "100")));
    assertStock("10", "50", "30");
    var earlier = receipt("", mugs("5", "50")).replace("2026-03-10", "2026-02-02");
    wire.made("salesreceipt", earlier);
    assertStock("5", "25", "55");
  }

  @Test
  void a_deleted_sale_puts_the_goods_back() {
    var id = wire.idOf(wire.made("salesreceipt", receipt("", mugs("4", "40"))));
    assertStock("6", "18", "12");
    wire.made(
        "salesreceipt?operation=update&include=void",
        "{\"Id\":\"" + id + "\",\"SyncToken\":\"0\"}");
    assertStock("10", "30", "0");
    wire.made("salesreceipt?operation=delete", "{\"Id\":\"" + id + "\",\"SyncToken\":\"1\"}");
    assertStock("10", "30", "0");
  }

  @Test
  void an_updated_sale_counts_once() {
    var id = wire.idOf(wire.made("salesreceipt", receipt("", mugs("4", "40"))));
    wire.made(
        "salesreceipt", receipt("\"Id\":\"" + id + "\",\"SyncToken\":\"0\",", mugs("1", "10")));
    assertStock("9", "27", "3");
  }

  @Test
  void goods_that_are_not_there_go_at_the_known_cost() {
    wire.made("salesreceipt", receipt("", mugs("12", "120")));
    assertStock("-2", "-6", "36");
    buys("5", "15", "2026-03-11");
    assertStock("3", "9", "36");
  }

  @Test
  void a_counted_difference_is_shrinkage() {
    wire.company.lists().setQuantity("Mug", "7");
    assertStock("7", "21", "0");
    assertThat(wire.balance("Inventory Shrinkage")).isEqualByComparingTo("9");
  }

  @Test
  @DisplayName("9.2 6520 and 6270: a quantity, and no date before the start")
  void stock_lines_have_a_quantity_and_a_date_after_the_start() {
    wire.refuses("6520", "salesreceipt", receipt("", line("Mug", "10", "")));
    wire.refuses(
        "6270", "salesreceipt", receipt("", mugs("1", "10")).replace("2026-03-10", "2026-01-14"));
    wire.made("salesreceipt", receipt("", mugs("1", "10")).replace("2026-03-10", "2026-01-15"));
    var expense =
        """
        {"AccountRef":{"value":"<Account Checking>"},"PaymentType":"Cash","TxnDate":"2026-01-15",
         "Line":[{"Amount":6,"DetailType":"ItemBasedExpenseLineDetail",
          "ItemBasedExpenseLineDetail":{"ItemRef":{"value":"<Item Mug>"},"Qty":2,"UnitPrice":3}}]}
        """;
    wire.refuses("6520", "purchase", expense.replace(",\"Qty\":2,\"UnitPrice\":3", ""));
    wire.refuses("6270", "purchase", expense.replace("2026-01-15", "2026-01-14"));
    wire.refuses("6070", "purchase", expense.replace("\"Amount\":6", "\"Amount\":7"));
    wire.refuses(
        "6440", "purchase", expense.replace("\"ItemRef\":{\"value\":\"<Item Mug>\"},", ""));
    wire.made("purchase", expense);
  }

  @Test
  @DisplayName("14 a changed quantity does not move the item's time, unless the company has it so")
  void a_quantity_may_change_unseen() {
    wire.later(Duration.ofHours(1));
    wire.made("salesreceipt", receipt("", mugs("1", "10")));
    var since = "select * from Item where Metadata.LastUpdatedTime > '2026-03-10T17:30:00Z'";
    assertThat(wire.query(since).json().path("QueryResponse")).isEmpty();
    var item = wire.query("select * from Item where Name = 'Mug'");
    assertThat(item.number("/QueryResponse/Item/0/QtyOnHand")).isEqualByComparingTo("9");
    assertThat(item.text("/QueryResponse/Item/0/SyncToken")).isEqualTo("0");
    wire.company.preferences().assume(Assumption.QUANTITY_MOVES_UPDATE_TIME, true);
    wire.made("salesreceipt", receipt("", mugs("1", "10")));
    assertThat(wire.query(since).json().at("/QueryResponse/Item")).hasSize(1);
  }

  @Test
  @DisplayName("2.3 a full update of an item leaves its quantity alone")
  void an_item_update_leaves_the_quantity_alone() {
    wire.made("salesreceipt", receipt("", mugs("1", "10")));
    var update =
        """
        {"Id":"<Item Mug>","SyncToken":"0","Name":"Mug, blue","Type":"Inventory","TrackQtyOnHand":true,"QtyOnHand":99,
         "InvStartDate":"2026-01-15","AssetAccountRef":{"value":"<Account Inventory Asset>"},
         "IncomeAccountRef":{"value":"<Account Sales of Product Income>"},
         "ExpenseAccountRef":{"value":"<Account Cost of Goods Sold>"}}
        """;
    assertThat(wire.made("item", update).path("QtyOnHand").decimalValue())
        .isEqualByComparingTo("9");
  }
}
