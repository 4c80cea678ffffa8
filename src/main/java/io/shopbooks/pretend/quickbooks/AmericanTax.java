package io.shopbooks.pretend.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sales tax in the United States: TAX or NON per line, one code per document (8.1). */
final class AmericanTax {

  private static final JsonNode AUTOMATED = Json.resource("companies/US.json").path("automated");
  private static final String LINE_CODE = "SalesItemLineDetail.TaxCodeRef.value";

  private final Draft draft;
  private final TaxTables tables;
  private final boolean automated;

  private AmericanTax(Draft draft) {
    this.draft = draft;
    this.tables = new TaxTables(draft.company());
    boolean wanted = !isOptedOut(draft);
    this.automated = draft.company().prefers("TaxPrefs.PartnerTaxEnabled") && wanted;
  }

  /** UseAutomatedSalesTax false takes the app's own code and rates, if overrides are allowed. */
  private static boolean isOptedOut(Draft draft) {
    return draft.has("TxnTaxDetail.UseAutomatedSalesTax")
        && !draft.flag("TxnTaxDetail.UseAutomatedSalesTax")
        && !draft.company().holds(Assumption.TOTAL_TAX_FORBIDDEN);
  }

  /** A line without a code follows its item and customer (8.1). */
  static void taxability(Draft draft, ObjectNode line) {
    if (Json.text(line, LINE_CODE).isEmpty()) {
      var customer = draft.company().records().find("Customer", draft.text("CustomerRef.value"));
      boolean exempt = customer.filter(c -> isNot(c, "Taxable")).isPresent();
      boolean untaxed = draft.item(line).filter(item -> isNot(item, "Taxable")).isPresent();
      line.withObject("/SalesItemLineDetail/TaxCodeRef")
          .put("value", exempt || untaxed ? "NON" : "TAX");
    }
  }

  private static boolean isNot(Stored stored, String flag) {
    return stored.json().has(flag) && !Json.flag(stored.json(), flag);
  }

  static void complete(Draft draft) {
    new AmericanTax(draft).complete();
  }

  private void complete() {
    var code = code();
    var rates = code.map(tables::salesRates).orElse(List.of());
    var override = rates.isEmpty() ? Optional.<BigDecimal>empty() : override();
    var computed = shares(rates, base(override.isPresent()));
    var shares = override.map(total -> prorated(computed, total)).orElse(computed);
    var detail = SalesTax.detail(shares);
    code.ifPresent(id -> detail.set("TxnTaxCodeRef", Json.reference(id, name(id))));
    if (!automated) {
      detail.put("TaxReviewStatus", "NON_AST_TAX");
    } else if (override.isPresent()) {
      detail.put("TaxReviewStatus", "AST_TAX_OVERRIDE");
    }
    draft.after().set("TxnTaxDetail", detail);
  }

  private String name(String code) {
    return draft.company().the("TaxCode", code).text("Name");
  }

  /**
   * The code of the document. Automated tax replaces whatever was sent; a company whose automated
   * tax was never set up has none.
   */
  private Optional<String> code() {
    var sent = draft.text("TxnTaxDetail.TxnTaxCodeRef.value");
    if (automated) {
      return Optional.of(automatedCode());
    }
    if (draft.company().region() == Region.US_NOT_SET_UP) {
      return Optional.empty();
    }
    var byDefault = Json.text(draft.company().preferences(), "TaxPrefs.TaxGroupCodeRef.value");
    var code = sent.isEmpty() && draft.sends("TxnTaxDetail") ? byDefault : sent;
    return Optional.of(code).filter(id -> !id.isEmpty());
  }

  /** By the state of the destination; one that was reshuffled into plain lines keeps its code. */
  private String automatedCode() {
    var home = draft.company().the("CompanyInfo", "1").text("CompanyAddr.CountrySubDivisionCode");
    var state = draft.has("ShipAddr") ? draft.text("ShipAddr.CountrySubDivisionCode") : home;
    var kept = draft.before().map(b -> b.text("TxnTaxDetail.TxnTaxCodeRef.value")).orElse("");
    if (state.isEmpty() && !kept.isEmpty()) {
      return kept;
    }
    var name = AUTOMATED.path(AUTOMATED.has(state) ? state : "*").asText();
    var entity = Schema.named("TaxCode").orElseThrow();
    return draft.company().records().named(entity, name).iterator().next();
  }

  /** The total tax the app insists on, if it is honoured. */
  private Optional<BigDecimal> override() {
    var path = "TxnTaxDetail.TotalTax";
    if (!draft.has(path)) {
      return Optional.empty();
    }
    var total = draft.round(draft.number(path));
    var company = draft.company();
    boolean ignored =
        automated
            && (company.holds(Assumption.TOTAL_TAX_FORBIDDEN)
                || draft.flag("TxnTaxDetail.UseAutomatedSalesTax")
                || draft.write().byPerson()
                || total.signum() == 0 && !company.holds(Assumption.ZERO_TOTAL_TAX_HONOURED)
                || !draft.has("TxnTaxDetail.TxnTaxCodeRef")
                    && company.holds(Assumption.TOTAL_TAX_NEEDS_CODE));
    return ignored ? Optional.empty() : Optional.of(total.add(shippingOnTop()));
  }

  /** Unless the total is said to cover it, QuickBooks adds its own tax of the shipping box. */
  private BigDecimal shippingOnTop() {
    if (draft.flag("ShippingTaxIncludedInTotalTax")) {
      return BigDecimal.ZERO;
    }
    var shipping = taxable(true);
    return SalesTax.total(shares(tables.salesRates(code().orElse("")), shipping));
  }

  /** What the rates are put on. Automated tax never taxes the shipping box by itself. */
  private BigDecimal base(boolean overridden) {
    var goods = taxable(false);
    return automated && !overridden ? goods : goods.add(taxable(true));
  }

  private BigDecimal taxable(boolean shippingBox) {
    var sum = BigDecimal.ZERO;
    for (var line : draft.itemLines()) {
      var item = Json.text(line, "SalesItemLineDetail.ItemRef.value");
      boolean wanted = item.equals("SHIPPING_ITEM_ID") == shippingBox;
      if (wanted && Json.text(line, LINE_CODE).equals("TAX")) {
        sum = sum.add(Json.number(line, "Amount"));
      }
    }
    return sum.multiply(discountFactor());
  }

  /** Without ApplyTaxAfterDiscount the tax is on the full price (7.2). */
  private BigDecimal discountFactor() {
    var subtotal = SalesForm.subtotal(draft);
    if (!draft.flag("ApplyTaxAfterDiscount") || subtotal.signum() == 0) {
      return BigDecimal.ONE;
    }
    var net = subtotal.subtract(SalesForm.discount(draft));
    return net.divide(subtotal, MathContext.DECIMAL64);
  }

  private List<SalesTax.Share> shares(List<TaxTables.Rate> rates, BigDecimal base) {
    return rates.stream()
        .map(rate -> share(rate, draft.round(base), draft.round(rate.of(base))))
        .toList();
  }

  private static SalesTax.Share share(TaxTables.Rate rate, BigDecimal net, BigDecimal tax) {
    return new SalesTax.Share(rate, net, tax, tax);
  }

  /** An insisted total is spread over the rates by their weight; the last takes the rest. */
  private List<SalesTax.Share> prorated(List<SalesTax.Share> computed, BigDecimal total) {
    var weights =
        computed.stream().map(s -> s.rate().percent()).reduce(BigDecimal.ZERO, BigDecimal::add);
    var left = total;
    var shares = new ArrayList<SalesTax.Share>();
    for (int i = 0; i < computed.size(); i++) {
      var share = computed.get(i);
      boolean last = i == computed.size() - 1 || weights.signum() == 0;
      var part =
          last
              ? left
              : draft.round(
                  total.multiply(share.rate().percent()).divide(weights, MathContext.DECIMAL64));
      shares.add(new SalesTax.Share(share.rate(), share.net(), part, share.computed()));
      left = left.subtract(part);
    }
    return shares;
  }
}
