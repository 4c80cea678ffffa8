package io.shopbooks.quickbooks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopbooks.books.Company;
import io.shopbooks.books.DocumentTax;

/** Tells QuickBooks the tax of a document (`quickbooks-online.md` 8). */
final class TaxWriter {

  private TaxWriter() {}

  static void write(DocumentTax tax, Company company, ObjectNode json) {
    switch (tax.method()) {
      case AMERICAN -> american(tax, json);
      case BY_CODE -> byCode(tax, json);
      case UNTOLD -> {
        if (!company.isAmerican()) {
          json.put("GlobalTaxCalculation", "NotApplicable");
        }
      }
    }
  }

  private static void american(DocumentTax tax, ObjectNode json) {
    var detail = json.putObject("TxnTaxDetail");
    tax.code().ifPresent(code -> FormWriter.ref(detail, "TxnTaxCodeRef", code.id()));
    detail.put("TotalTax", tax.total().amount());
    // Else QuickBooks adds a tax of its own on shipping (8.1).
    json.put("ShippingTaxIncludedInTotalTax", true);
  }

  private static void byCode(DocumentTax tax, ObjectNode json) {
    json.put("GlobalTaxCalculation", "TaxExcluded");
    var detail = json.putObject("TxnTaxDetail");
    detail.put("TotalTax", tax.total().amount());
    var lines = detail.putArray("TaxLine");
    for (var line : tax.lines()) {
      var node = lines.addObject();
      node.put("Amount", line.tax().amount());
      node.put("DetailType", "TaxLineDetail");
      var rate = node.putObject("TaxLineDetail");
      FormWriter.ref(rate, "TaxRateRef", line.rate().id());
      rate.put("PercentBased", true);
      rate.put("TaxPercent", line.percent());
      rate.put("NetAmountTaxable", line.net().amount());
    }
  }
}
