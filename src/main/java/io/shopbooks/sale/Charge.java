package io.shopbooks.sale;

import java.util.List;

/**
 * Shipping of one package, or a fee.
 *
 * @param method the shop's id of the shipping method; empty for fees
 * @param total net; negative for fees that are credits
 */
public record Charge(
    String id, String name, String method, Money total, Money tax, List<TaxShare> taxes)
    implements Taxed {

  public Charge {
    taxes = List.copyOf(taxes);
  }
}
