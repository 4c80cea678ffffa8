package io.shopbooks.pretend.woocommerce;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Prices a cart the way the shop is set up (`woocommerce.md` 4.3 to 4.5 and 5). */
final class Till {

  private final Rounding rounding;
  private final List<TaxRate> allRates;
  private final Place base;
  private final Cart cart;
  private final Map<String, Rates> known = new HashMap<>();

  /**
   * A till for one cart.
   *
   * @param base where the shop stands: prices that include tax include the tax of this place
   */
  Till(Rounding rounding, List<TaxRate> allRates, Place base, Cart cart) {
    this.rounding = rounding;
    this.allRates = allRates;
    this.base = base;
    this.cart = cart;
  }

  /** What the cart comes to. */
  Receipt ring() {
    var entered = new ArrayList<BigDecimal>();
    cart.items().forEach(item -> entered.add(item.price().multiply(item.quantity())));
    var uses = new ArrayList<CouponUse>();
    var left = new ArrayList<>(entered);
    var split = new CouponSplit(rounding.decimals(), entered, pieces());
    for (var coupon : cart.coupons()) {
      var off = split.apply(coupon);
      for (var line = 0; line < off.size(); line++) {
        left.set(line, left.get(line).subtract(off.get(line)));
      }
      uses.add(use(coupon, off));
    }
    var lines = new ArrayList<Priced>();
    for (var line = 0; line < entered.size(); line++) {
      lines.add(line(cart.items().get(line), entered.get(line), left.get(line)));
    }
    var shipping = cart.shipping().stream().map(this::shipped).toList();
    return new Receipt(new Bill(lines, shipping, fees(lines, shipping), rounding), uses);
  }

  private List<Integer> pieces() {
    return cart.items().stream()
        .map(item -> item.quantity().setScale(0, RoundingMode.UP).intValueExact())
        .toList();
  }

  private Priced line(Cart.Item item, BigDecimal entered, BigDecimal left) {
    if (!item.isGiven()) {
      return priced(item.goods(), entered, left);
    }
    var total = item.netTotal().orElseGet(() -> item.netSubtotal().orElseThrow());
    return Priced.net(item.netSubtotal().orElse(total), total, rates(item.goods()));
  }

  private Priced priced(Goods goods, BigDecimal subtotal, BigDecimal total) {
    var rates = rates(goods);
    if (!rounding.pricesIncludeTax() || !goods.isTaxed()) {
      return Priced.net(subtotal, total, rates);
    }
    var baseRates = Rates.at(base, goods.taxClass(), allRates);
    if (rates.equals(baseRates)) {
      return Priced.gross(subtotal, total, rates);
    }
    // Selling abroad: the shop's own tax is taken off, then the buyer's is put on.
    return Priced.net(
        subtotal.subtract(baseRates.within(subtotal).sum()),
        total.subtract(baseRates.within(total).sum()),
        rates);
  }

  private CouponUse use(Coupon coupon, List<BigDecimal> off) {
    var net = BigDecimal.ZERO;
    var tax = BigDecimal.ZERO;
    for (var line = 0; line < off.size(); line++) {
      var priced = priced(cart.items().get(line).goods(), off.get(line), off.get(line));
      net = net.add(priced.total());
      tax = tax.add(priced.totalTaxes().sum());
    }
    return new CouponUse(coupon, rounding.amount(net), rounding.amount(tax));
  }

  private Rates rates(Goods goods) {
    return goods.isTaxed() ? rates(goods.taxClass()) : Rates.NONE;
  }

  private Rates rates(String taxClass) {
    return cart.exempt() ? Rates.NONE : known.computeIfAbsent(taxClass, this::found);
  }

  private Rates found(String taxClass) {
    return Rates.at(cart.taxedAt(), taxClass, allRates);
  }

  private Priced shipped(Cart.Shipping shipping) {
    var rates = shipping.isTaxed() ? shippingRates() : Rates.NONE;
    return Priced.charge(shipping.net(), rates.on(shipping.net()));
  }

  // "inherit": the class of the goods; of several classes the standard one, else the first.
  private Rates shippingRates() {
    var classes =
        cart.items().stream()
            .map(Cart.Item::goods)
            .filter(goods -> !goods.taxStatus().equals("none"))
            .map(Goods::taxClass)
            .distinct()
            .toList();
    if (classes.isEmpty()) {
      return cart.items().isEmpty() ? rates("").ofShipping() : Rates.NONE;
    }
    return rates(classes.contains("") ? "" : classes.get(0)).ofShipping();
  }

  private List<Priced> fees(List<Priced> lines, List<Priced> shipping) {
    var fees = new ArrayList<Priced>();
    var room = sum(lines).add(sum(shipping));
    for (var fee : cart.fees()) {
      var net = fee.net();
      if (cart.capsFees() && net.signum() < 0) {
        net = net.max(rounding.amount(room).negate());
      }
      room = room.add(net);
      fees.add(Priced.charge(net, taxesOf(fee, net, lines)));
    }
    return fees;
  }

  // A negative fee is taxed whatever its flag says: spread over the goods' classes like a discount.
  private Taxes taxesOf(Cart.Fee fee, BigDecimal net, List<Priced> lines) {
    if (net.signum() >= 0) {
      return fee.taxable() ? rates(fee.taxClass()).on(net) : Taxes.NONE;
    }
    var goods = sum(lines);
    var taxes = Taxes.NONE;
    if (goods.signum() == 0) {
      return fee.taxable() ? rates(fee.taxClass()).on(net) : taxes;
    }
    for (var share : byTaxClass(lines).entrySet()) {
      var part = net.multiply(share.getValue()).divide(goods, 12, RoundingMode.HALF_UP);
      taxes = taxes.plus(rates(share.getKey()).on(part));
    }
    return taxes;
  }

  private Map<String, BigDecimal> byTaxClass(List<Priced> lines) {
    var totals = new LinkedHashMap<String, BigDecimal>();
    for (var line = 0; line < lines.size(); line++) {
      var goods = cart.items().get(line).goods();
      if (goods.isTaxed()) {
        totals.merge(goods.taxClass(), lines.get(line).total(), BigDecimal::add);
      }
    }
    return totals;
  }

  private static BigDecimal sum(List<Priced> lines) {
    return lines.stream().map(Priced::total).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
