package io.shopbooks.pretend.quickbooks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** The lines of a sales form (7.3). */
final class LineRules {

  private static final int MOST_LINES = 10_000;

  private static final Map<String, String> DETAILS =
      Map.of(
          "SalesItemLineDetail", "SalesItemLineDetail",
          "DiscountLineDetail", "DiscountLineDetail",
          "SubTotalLineDetail", "SubTotalLineDetail",
          "DescriptionOnly", "DescriptionLineDetail");

  private LineRules() {}

  static void check(Draft draft) {
    if (!draft.sends("Line")) {
      return;
    }
    if (draft.lines("SalesItemLineDetail").isEmpty()) {
      draft.problem("2020", "Required parameter Line is missing: at least one item line", "Line");
    }
    if (draft.lines().size() > MOST_LINES) {
      draft.problem("6000", "A transaction has at most " + MOST_LINES + " lines");
    }
    draft.lines().forEach(line -> detail(draft, line));
    draft.itemLines().forEach(line -> item(draft, line));
  }

  private static void detail(Draft draft, ObjectNode line) {
    var own = DETAILS.get(Json.text(line, "DetailType"));
    for (var detail : DETAILS.values()) {
      if (line.has(detail) && !detail.equals(own)) {
        draft.problem("2600", detail + " conflicts with DetailType of the line", "Line");
      }
    }
    if (own.equals("SalesItemLineDetail") && !line.has(own)) {
      draft.problem("2020", "Required parameter Line.SalesItemLineDetail is missing", "Line");
    }
  }

  private static void item(Draft draft, ObjectNode line) {
    if (!line.has("Amount")) {
      draft.problem("2020", "Required parameter Line.Amount is missing in the request", "Line");
      return;
    }
    boolean refusesNegative = draft.company().holds(Assumption.NEGATIVE_LINES_REFUSED);
    if (Json.number(line, "Amount").signum() < 0 && refusesNegative) {
      draft.problem("2290", "Negative amounts aren't supported on transaction lines", "Line");
    }
    product(draft, line);
    draft.item(line).ifPresent(item -> stock(draft, line, item));
  }

  /** Amount must be what Qty and UnitPrice make, each rounded to the currency (6070). */
  private static void product(Draft draft, ObjectNode line) {
    var detail = "SalesItemLineDetail.";
    if (!Json.has(line, detail + "UnitPrice")) {
      return;
    }
    var quantity =
        Json.has(line, detail + "Qty") ? Json.number(line, detail + "Qty") : BigDecimal.ONE;
    var price = Json.number(line, detail + "UnitPrice");
    var rate = BigDecimal.ONE.subtract(Json.number(line, detail + "DiscountRate").movePointLeft(2));
    var off = Json.number(line, detail + "DiscountAmt");
    var due = draft.round(quantity.multiply(price).multiply(rate).subtract(off));
    if (due.compareTo(draft.round(Json.number(line, "Amount"))) != 0) {
      draft.problem(
          "6070",
          "Amount is not equal to UnitPrice * Qty. Supplied value:" + Json.text(line, "Amount"),
          "Line");
    }
  }

  private static void stock(Draft draft, ObjectNode line, Stored item) {
    if (List.of("Category", "Group").contains(item.text("Type"))) {
      draft.problem(
          "6000", "Item " + item.text("Name") + " is a category and cannot be sold", "Line");
    }
    if (!Inventory.tracks(item)) {
      return;
    }
    if (!Json.has(line, "SalesItemLineDetail.Qty")) {
      draft.problem(
          "6520", "Quantity is required for the inventory item " + item.text("Name"), "Line");
    }
    if (draft.date().toString().compareTo(item.text("InvStartDate")) < 0) {
      draft.problem(
          "6270",
          "Transaction date is prior to start date for inventory item " + item.text("Name"),
          "TxnDate");
    }
  }
}
