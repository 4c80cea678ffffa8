package io.shopbooks.pretend.quickbooks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Completes a sales form: its lines, subtotal, discount, tax and total (7.2, 7.3, 8). */
final class SalesForm {

  /** What makes QuickBooks work out lines and tax again. */
  private static final List<String> TAX_MOVERS =
      List.of(
          "Line",
          "TxnTaxDetail",
          "GlobalTaxCalculation",
          "ApplyTaxAfterDiscount",
          "CustomerRef",
          "ShipAddr");

  private SalesForm() {}

  static void complete(Draft draft) {
    FormDefaults.complete(draft);
    boolean sparse = draft.write().operation() == Operation.SPARSE;
    if (!sparse || TAX_MOVERS.stream().anyMatch(draft::sends)) {
      lines(draft);
      SalesTax.complete(draft);
    }
    FormDefaults.reshuffle(draft);
    totals(draft);
  }

  private static void lines(Draft draft) {
    var kept = new ArrayList<ObjectNode>();
    for (var line : draft.lines()) {
      if (!Json.text(line, "DetailType").equals("SubTotalLineDetail")) {
        line(draft, line);
        kept.add(line);
      }
    }
    kept.removeIf(line -> Json.text(line, "DetailType").equals("DiscountLineDetail"));
    var discount = draft.discountLine();
    Lines.number(draft, kept);
    var lines = Lines.of(draft);
    var subtotal = lines.addObject().put("DetailType", "SubTotalLineDetail");
    subtotal.set("Amount", Json.number(subtotal(draft)));
    subtotal.set("SubTotalLineDetail", Json.object());
    discount.ifPresent(line -> lines.add(discount(draft, line)));
  }

  private static void line(Draft draft, ObjectNode line) {
    boolean item = Json.text(line, "DetailType").equals("SalesItemLineDetail");
    if (item && !Json.has(line, "SalesItemLineDetail.ItemRef.value")) {
      // Without an item QuickBooks takes the line for documentation and ignores its amount (7.3).
      line.put("DetailType", "DescriptionOnly").set("DescriptionLineDetail", Json.object());
      line.remove(List.of("Amount", "SalesItemLineDetail"));
    } else if (item && draft.company().region().isAmerican()) {
      AmericanTax.taxability(draft, line);
    }
    Lines.round(draft, line);
  }

  private static ObjectNode discount(Draft draft, ObjectNode line) {
    var detail = line.withObject("/DiscountLineDetail");
    if (Json.flag(detail, "PercentBased")) {
      var percent = Json.number(detail, "DiscountPercent").movePointLeft(2);
      line.set("Amount", Json.number(draft.round(subtotal(draft).multiply(percent))));
    }
    if (!Json.has(detail, "DiscountAccountRef")) {
      var account = new Accounts(draft.company()).discounts();
      detail.putObject("DiscountAccountRef").put("value", account);
    }
    return line;
  }

  static BigDecimal subtotal(Draft draft) {
    return draft.itemLines().stream()
        .map(line -> Json.number(line, "Amount"))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  static BigDecimal discount(Draft draft) {
    return draft.discountLine().map(line -> Json.number(line, "Amount")).orElse(BigDecimal.ZERO);
  }

  private static void totals(Draft draft) {
    var tax = draft.number("TxnTaxDetail.TotalTax");
    var total = subtotal(draft).subtract(discount(draft)).add(tax);
    if (total.signum() < 0) {
      draft.problem("6000", "Transaction amount must be 0 or greater: " + total, "TotalAmt");
    }
    var after = draft.after();
    after.set("TotalAmt", Json.number(total));
    home(draft, total);
    var applied =
        draft
            .before()
            .map(b -> new Settlement(draft.company()).applied(b, ""))
            .orElse(BigDecimal.ZERO);
    if (applied.compareTo(total) > 0) {
      draft.problem("6000", "The total %s is less than the %s applied".formatted(total, applied));
    }
    switch (draft.entity().name()) {
      case "Invoice" -> after.set("Balance", Json.number(total.subtract(applied)));
      case "CreditMemo" -> {
        after.set("Balance", Json.number(total.subtract(applied)));
        after.set("RemainingCredit", Json.number(total.subtract(applied)));
      }
      default -> after.put("Balance", 0);
    }
  }

  /** The total in home currency; only companies with several currencies tell it. */
  static void home(Draft draft, BigDecimal total) {
    if (draft.company().isMulticurrency()) {
      var home = total.multiply(Entry.rateOf(draft.after()));
      var rounded = Decimals.round(home, draft.company().currency());
      draft.after().set("HomeTotalAmt", Json.number(rounded));
    }
  }
}
