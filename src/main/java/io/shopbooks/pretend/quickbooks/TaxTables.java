package io.shopbooks.pretend.quickbooks;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Tax codes, the rates behind them, and the agencies behind those. */
final class TaxTables {

  private static final String ON_TAX = "TaxOnAmountPlusTax";

  private final Company company;

  TaxTables(Company company) {
    this.company = company;
  }

  /**
   * One rate of a code.
   *
   * @param percent 9.975 for 9.975 %
   * @param base what it is taken of, per net amount: 1, or more where it is on earlier taxes too
   */
  record Rate(String id, String name, BigDecimal percent, BigDecimal base) {

    BigDecimal of(BigDecimal net) {
      return net.multiply(base).multiply(percent).movePointLeft(2);
    }
  }

  /** The rates a code puts on sales, in their order. */
  List<Rate> salesRates(String code) {
    return rates(code, "SalesTaxRateList");
  }

  /** The rates a code puts on purchases, in their order. */
  List<Rate> purchaseRates(String code) {
    return rates(code, "PurchaseTaxRateList");
  }

  private List<Rate> rates(String code, String list) {
    var rates = new ArrayList<Rate>();
    var taxed = BigDecimal.ONE;
    var details =
        company.records().find("TaxCode", code).stream()
            .flatMap(found -> Json.stream(found.json(), list + ".TaxRateDetail"))
            .toList();
    for (var detail : details) {
      var onTax = Json.text(detail, "TaxTypeApplicable").equals(ON_TAX);
      var rate = rate(Json.text(detail, "TaxRateRef.value"), onTax ? taxed : BigDecimal.ONE);
      taxed = taxed.add(rate.of(BigDecimal.ONE));
      rates.add(rate);
    }
    return rates;
  }

  private Rate rate(String id, BigDecimal base) {
    var rate = company.the("TaxRate", id);
    return new Rate(id, rate.text("Name"), Json.number(rate.json(), "RateValue"), base);
  }

  /** The account the tax of a rate is owed on. */
  String payable(String rate) {
    var agency = company.the("TaxRate", rate).text("AgencyRef.value");
    var name = company.the("TaxAgency", agency).text("DisplayName");
    return new Accounts(company).taxPayable(name);
  }

  Stored addRate(String name, BigDecimal percent, String agency) {
    var entity = Schema.named("TaxAgency").orElseThrow();
    var agencyId = company.records().named(entity, agency).iterator().next();
    var rate = Json.object().put("Name", name).put("Description", name).put("Active", true);
    rate.set("RateValue", Json.number(percent));
    rate.set("AgencyRef", Json.object().put("value", agencyId));
    return company.keep(
        "TaxRate", rate.put("SpecialTaxType", "NONE").put("DisplayType", "ReadOnly"));
  }

  /** A code of these rates, each on the amount. Outside the US the same rates are on purchases. */
  Stored addCode(String name, List<String> rates) {
    return addCode(name, rates, "TaxOnAmount");
  }

  /** A code of these rates, each on the amount and the taxes before it. */
  Stored addCompoundCode(String name, List<String> rates) {
    return addCode(name, rates, ON_TAX);
  }

  private Stored addCode(String name, List<String> rates, String taken) {
    var code = Json.object().put("Name", name).put("Description", name).put("Active", true);
    code.put("Hidden", false).put("Taxable", !rates.isEmpty()).put("TaxGroup", !rates.isEmpty());
    var details = Json.array();
    for (var id : rates) {
      var rate = company.the("TaxRate", id);
      var order = taken.equals(ON_TAX) ? details.size() : 0;
      var detail = details.addObject().put("TaxTypeApplicable", order == 0 ? "TaxOnAmount" : taken);
      detail.set("TaxRateRef", Json.reference(id, rate.text("Name")));
      detail.put("TaxOrder", order);
    }
    code.withObject("/SalesTaxRateList").set("TaxRateDetail", details);
    var purchases = company.region().isAmerican() ? Json.array() : details.deepCopy();
    code.withObject("/PurchaseTaxRateList").set("TaxRateDetail", purchases);
    return company.keep("TaxCode", code.put("TaxCodeConfigType", "USER_DEFINED"));
  }
}
