package io.shopbooks.sale;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * One product as sold.
 *
 * @param id the shop's id of this line within the order; of a refund's line, the id of the order's
 *     line it gives back
 * @param quantity whole as a rule, decimal with some plugins, zero where only tax was refunded
 * @param subtotal net, before discounts
 * @param total net, after discounts
 * @param tax on {@code total}
 * @param restocked how many refunded pieces went back on the shelf so far
 * @param meta the line's own extra fields that hold plain text or numbers
 */
public record Line(
    String id,
    String name,
    Product product,
    BigDecimal quantity,
    Money subtotal,
    Money total,
    Money tax,
    List<TaxShare> taxes,
    BigDecimal restocked,
    Map<String, String> meta)
    implements Taxed {

  public Line {
    taxes = List.copyOf(taxes);
    meta = Map.copyOf(meta);
  }

  /** What was taken off this line, by coupon or by hand. */
  public Money discount() {
    return subtotal.minus(total);
  }
}
