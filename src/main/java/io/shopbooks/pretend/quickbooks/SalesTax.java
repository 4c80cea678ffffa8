package io.shopbooks.pretend.quickbooks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;

/** Works out the tax of a document in the way of its country and writes its TxnTaxDetail (8). */
final class SalesTax {

  private SalesTax() {}

  /**
   * The tax of one rate.
   *
   * @param net what the rate was put on
   * @param amount the tax as it is booked
   * @param computed the tax as QuickBooks works it out itself
   */
  record Share(TaxTables.Rate rate, BigDecimal net, BigDecimal amount, BigDecimal computed) {}

  static void complete(Draft draft) {
    if (!draft.company().prefers("TaxPrefs.UsingSalesTax")) {
      // Sales tax is off: the detail is not refused, it is silently not stored (6.2).
      draft.after().remove("TxnTaxDetail");
    } else if (draft.company().region().isAmerican()) {
      AmericanTax.complete(draft);
    } else {
      CodeTax.complete(draft, SalesForm.subtotal(draft), SalesForm.discount(draft));
    }
  }

  static BigDecimal total(List<Share> shares) {
    return shares.stream().map(Share::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The detail as QuickBooks answers it, one tax line per rate. */
  static ObjectNode detail(List<Share> shares) {
    var node = Json.object();
    node.set("TotalTax", Json.number(total(shares)));
    var lines = node.putArray("TaxLine");
    for (var share : shares) {
      var line = lines.addObject().put("DetailType", "TaxLineDetail");
      line.set("Amount", Json.number(share.amount()));
      var detail = line.putObject("TaxLineDetail").put("PercentBased", true);
      detail.set("TaxRateRef", Json.reference(share.rate().id(), share.rate().name()));
      detail.set("TaxPercent", Json.number(share.rate().percent()));
      detail.set("NetAmountTaxable", Json.number(share.net()));
      var delta = share.amount().subtract(share.computed());
      if (delta.signum() != 0) {
        detail.set("OverrideDeltaAmount", Json.number(delta));
      }
    }
    return node;
  }
}
