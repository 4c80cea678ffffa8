package io.shopbooks.pretend.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tax outside the United States: a code per line, rounded per rate on summed amounts (8.2). */
final class CodeTax {

  private final Draft draft;
  private final TaxTables tables;
  private final Map<String, Sum> sums = new LinkedHashMap<>();

  private CodeTax(Draft draft) {
    this.draft = draft;
    this.tables = new TaxTables(draft.company());
  }

  /** What one rate is put on: net amounts, tax that gross lines fixed, and the number of lines. */
  private record Sum(
      TaxTables.Rate rate, BigDecimal net, BigDecimal free, BigDecimal fixed, int lines) {

    static Sum of(TaxTables.Rate rate) {
      return new Sum(rate, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, 0);
    }

    Sum plus(BigDecimal amount) {
      return new Sum(rate, net.add(amount), free.add(amount), fixed, lines + 1);
    }

    Sum plusFixed(BigDecimal amount, BigDecimal tax) {
      return new Sum(rate, net.add(amount), free, fixed.add(tax), lines + 1);
    }
  }

  static void complete(Draft draft, BigDecimal subtotal, BigDecimal discount) {
    if (draft.text("GlobalTaxCalculation").equals("NotApplicable")) {
      draft.after().remove("TxnTaxDetail");
      return;
    }
    if (!draft.has("GlobalTaxCalculation")) {
      draft.after().put("GlobalTaxCalculation", "TaxExcluded");
    }
    new CodeTax(draft).complete(subtotal, discount);
  }

  private void complete(BigDecimal subtotal, BigDecimal discount) {
    var discountCode =
        draft
            .discountLine()
            .map(l -> Json.text(l, "DiscountLineDetail.TaxCodeRef.value"))
            .orElse("");
    var factor = BigDecimal.ONE;
    if (discountCode.isEmpty() && discount.signum() > 0 && subtotal.signum() > 0) {
      factor = subtotal.subtract(discount).divide(subtotal, MathContext.DECIMAL64);
    }
    for (var line : draft.lines()) {
      line(line, factor);
    }
    tables.salesRates(discountCode).forEach(rate -> add(rate, discount.negate()));
    var computed = sums.values().stream().map(this::share).toList();
    var sent = draft.after().path("TxnTaxDetail");
    draft.after().set("TxnTaxDetail", SalesTax.detail(overridden(computed, sent)));
  }

  private void line(ObjectNode line, BigDecimal factor) {
    var type = Json.text(line, "DetailType");
    var rates = rates(Json.text(line, type + ".TaxCodeRef.value"));
    var net = Json.number(line, "Amount");
    if (Json.has(line, type + ".TaxInclusiveAmt")) {
      fixed(rates, net, draft.round(Json.number(line, type + ".TaxInclusiveAmt")));
    } else if (!type.equals("DiscountLineDetail")) {
      rates.forEach(rate -> add(rate, net.multiply(factor)));
    }
    if (type.equals("SalesItemLineDetail")) {
      gross(line.withObject("/" + type), rates, net);
    }
  }

  private List<TaxTables.Rate> rates(String code) {
    return draft.entity().is("Purchase") ? tables.purchaseRates(code) : tables.salesRates(code);
  }

  private void add(TaxTables.Rate rate, BigDecimal net) {
    sums.merge(rate.id(), Sum.of(rate).plus(net), (sum, one) -> sum.plus(net));
  }

  /**
   * A gross amount fixes the tax of its line: gross less net, if that is the rate's up to a cent.
   */
  private void fixed(List<TaxTables.Rate> rates, BigDecimal net, BigDecimal gross) {
    var left = gross.subtract(net);
    var due = rates.stream().map(r -> r.of(net)).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (left.subtract(due).abs().compareTo(Decimals.unit(draft.currency())) > 0) {
      draft.problem(
          "6000",
          "TaxInclusiveAmt " + gross + " is not the amount " + net + " and its tax",
          "Line");
    }
    for (int i = 0; i < rates.size(); i++) {
      var rate = rates.get(i);
      var part = i == rates.size() - 1 ? left : draft.round(rate.of(net));
      sums.merge(
          rate.id(), Sum.of(rate).plusFixed(net, part), (sum, one) -> sum.plusFixed(net, part));
      left = left.subtract(part);
    }
  }

  /** Where gross amounts are shown, a line that came without one gets it. */
  private void gross(ObjectNode detail, List<TaxTables.Rate> rates, BigDecimal net) {
    boolean shown = draft.text("GlobalTaxCalculation").equals("TaxInclusive");
    var known = Schema.shape("SalesItem").get("TaxInclusiveAmt");
    boolean missing = !Json.has(detail, "TaxInclusiveAmt");
    if (missing && shown && known.isKnownIn(draft.company().region().country())) {
      var tax = rates.stream().map(r -> r.of(net)).reduce(BigDecimal.ZERO, BigDecimal::add);
      detail.set("TaxInclusiveAmt", Json.number(draft.round(net.add(tax))));
    }
  }

  private SalesTax.Share share(Sum sum) {
    var tax = draft.round(sum.rate().of(sum.free())).add(sum.fixed());
    return new SalesTax.Share(sum.rate(), draft.round(sum.net()), tax, tax);
  }

  /** Tax lines that were sent replace the computed ones, within the tolerance of rounding. */
  private List<SalesTax.Share> overridden(List<SalesTax.Share> computed, JsonNode sent) {
    var amounts = new LinkedHashMap<String, BigDecimal>();
    for (var line : Json.list(sent, "TaxLine")) {
      var rate = Json.text(line, "TaxLineDetail.TaxRateRef.value");
      if (!sums.containsKey(rate)) {
        draft.problem(
            "6000", "Tax rate " + rate + " belongs to no tax code of the lines", "TaxLine");
      }
      if (amounts.put(rate, draft.round(Json.number(line, "Amount"))) != null) {
        draft.problem("6000", "Tax rate " + rate + " is given twice", "TaxLine");
      }
    }
    boolean stale = isEcho(sent);
    var shares = new ArrayList<SalesTax.Share>();
    for (var share : computed) {
      var amount = amounts.getOrDefault(share.rate().id(), share.computed());
      if (!stale) {
        tolerate(share, amount);
      }
      shares.add(new SalesTax.Share(share.rate(), share.net(), amount, share.computed()));
    }
    boolean told = !amounts.isEmpty() && Json.has(sent, "TotalTax");
    if (told && draft.round(Json.number(sent, "TotalTax")).compareTo(SalesTax.total(shares)) != 0) {
      draft.problem("6000", "TotalTax is not the sum of the tax lines", "TxnTaxDetail");
    }
    return shares;
  }

  /** Tax lines sent back as they stood keep the old tax, whatever the lines are now (8.2). */
  private boolean isEcho(JsonNode sent) {
    var stood = draft.before().map(before -> amounts(before.json().path("TxnTaxDetail")));
    return stood.filter(amounts(sent)::equals).isPresent();
  }

  private static Map<String, BigDecimal> amounts(JsonNode detail) {
    var amounts = new LinkedHashMap<String, BigDecimal>();
    for (var line : Json.list(detail, "TaxLine")) {
      var rate = Json.text(line, "TaxLineDetail.TaxRateRef.value");
      amounts.put(rate, Json.number(line, "Amount").stripTrailingZeros());
    }
    return amounts;
  }

  private void tolerate(SalesTax.Share share, BigDecimal amount) {
    var perLine = draft.company().settings().taxTolerancePerLine();
    var lines = BigDecimal.valueOf(sums.get(share.rate().id()).lines());
    var units = perLine.multiply(lines).setScale(0, RoundingMode.CEILING);
    var most = units.multiply(Decimals.unit(draft.currency()));
    if (amount.subtract(share.computed()).abs().compareTo(most) > 0) {
      draft.problem(
          "6000",
          "An error occurred while calculating tax: %s of rate %s is not %s"
              .formatted(amount, share.rate().id(), share.computed()),
          "TaxLine");
    }
  }
}
