package io.shopbooks.pretend.woocommerce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Writes what an order comes to into its fields. */
record OrderTotals(ObjectNode order) {

  static final List<String> FIELDS =
      List.of(
          "discount_total",
          "discount_tax",
          "shipping_total",
          "shipping_tax",
          "cart_tax",
          "total",
          "total_tax");
  static final List<String> LINES =
      List.of("line_items", "tax_lines", "shipping_lines", "fee_lines", "coupon_lines");

  void write(Bill bill) {
    order.put("discount_total", Amounts.text(bill.discountTotal()));
    order.put("discount_tax", Amounts.text(bill.discountTax()));
    order.put("shipping_total", Amounts.text(bill.shippingTotal()));
    order.put("shipping_tax", Amounts.text(bill.shippingTax()));
    order.put("cart_tax", Amounts.text(bill.cartTax()));
    order.put("total", Amounts.text(bill.total()));
    order.put("total_tax", Amounts.text(bill.totalTax()));
  }
}
