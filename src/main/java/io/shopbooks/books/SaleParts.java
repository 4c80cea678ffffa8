package io.shopbooks.books;

import io.shopbooks.sale.Charge;
import io.shopbooks.sale.Coupon;
import io.shopbooks.sale.Line;
import io.shopbooks.sale.Money;
import io.shopbooks.sale.Sale;
import io.shopbooks.sale.TaxShare;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The lines a sale becomes, before tax codes and rounding. */
record SaleParts(Choices choices, Lists lists) {

  List<Part> of(Sale sale) {
    var items = new Items(choices, lists);
    var parts = new ArrayList<Part>();
    sale.lines().forEach(line -> parts.add(goods(line, items.of(line))));
    sale.lines().stream()
        .filter(this::isDiscountedApart)
        .forEach(line -> parts.add(discount(line, sale.coupons())));
    sale.shipping().stream()
        .filter(SaleParts::matters)
        .forEach(
            charge ->
                parts.add(
                    charge(
                        LineRole.SHIPPING,
                        charge,
                        choices.sales().shippingItem(),
                        "shipping-item")));
    sale.fees().stream()
        .filter(SaleParts::matters)
        .forEach(
            charge ->
                parts.add(charge(LineRole.FEE, charge, choices.sales().feeItem(), "fee-item")));
    sale.tips().stream()
        .filter(SaleParts::matters)
        .forEach(
            charge ->
                parts.add(charge(LineRole.TIP, charge, choices.sales().tipItem(), "tip-item")));
    sale.credits().stream()
        .filter(SaleParts::matters)
        .forEach(
            charge ->
                parts.add(
                    charge(
                        LineRole.GIFT_CARD,
                        charge,
                        choices.sales().giftCardItem(),
                        "gift-card-item")));
    if (parts.isEmpty()) {
      var item = lists.item(choices.sales().defaultItem(), "sales.default-item");
      parts.add(
          Part.untaxed(
              LineRole.GOODS, item, "Order " + sale.number(), Money.zero(sale.currency())));
    }
    return parts;
  }

  /** The line that closes the gap between the parts and the shop's total. */
  Part rounding(Money difference) {
    var name = choices.sales().roundingItem();
    return Part.untaxed(
        LineRole.ROUNDING, lists.item(name, "sales.rounding-item"), name, difference);
  }

  private Part goods(Line line, LineItem item) {
    var amount = isDiscountedApart(line) ? line.subtotal() : line.total();
    return new Part(
        LineRole.GOODS,
        item,
        Text.oneLine(line.name()),
        line.quantity(),
        Decimals.inBooks(amount),
        line.tax(),
        line.taxes(),
        line.id());
  }

  private boolean isDiscountedApart(Line line) {
    return choices.sales().discountItem().isPresent() && line.discount().isPositive();
  }

  /** What was taken off a line; carries the line's rates so that it gets the line's tax code. */
  private Part discount(Line line, List<Coupon> coupons) {
    var name = choices.sales().discountItem().orElseThrow();
    var codes = coupons.stream().map(Coupon::code).collect(Collectors.joining(", "));
    var off = Decimals.inBooks(line.total()).minus(Decimals.inBooks(line.subtotal()));
    var none = Money.zero(off.currency());
    var rates = line.taxes().stream().map(share -> new TaxShare(share.rate(), none)).toList();
    return new Part(
        LineRole.DISCOUNT,
        lists.item(name, "sales.discount-item"),
        codes.isEmpty() ? name : name + ": " + codes,
        BigDecimal.ONE,
        off,
        none,
        rates,
        "");
  }

  private Part charge(LineRole role, Charge charge, String item, String setting) {
    return new Part(
        role,
        lists.item(item, "sales." + setting),
        charge.name().isBlank() ? item : Text.oneLine(charge.name()),
        BigDecimal.ONE,
        Decimals.inBooks(charge.total()),
        charge.tax(),
        charge.taxes(),
        charge.id());
  }

  private static boolean matters(Charge charge) {
    return !charge.total().isZero() || !charge.tax().isZero();
  }
}
