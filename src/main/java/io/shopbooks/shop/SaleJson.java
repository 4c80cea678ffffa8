package io.shopbooks.shop;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopbooks.sale.Address;
import io.shopbooks.sale.Buyer;
import io.shopbooks.sale.Charge;
import io.shopbooks.sale.Coupon;
import io.shopbooks.sale.Line;
import io.shopbooks.sale.Money;
import io.shopbooks.sale.OrderKey;
import io.shopbooks.sale.PartPayment;
import io.shopbooks.sale.Payment;
import io.shopbooks.sale.Product;
import io.shopbooks.sale.Rate;
import io.shopbooks.sale.Refund;
import io.shopbooks.sale.Sale;
import io.shopbooks.sale.ShopId;
import io.shopbooks.sale.TaxShare;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Reads the sale JSON, which is what mappings write and what {@code sale.json} of the worked
 * examples holds. Its keys are the names of the records in {@code io.shopbooks.sale}: {@code
 * lines[].product.sku}, {@code buyer.billing.firstName}. Four things differ:
 *
 * <ul>
 *   <li>{@code id} stands for the sale's key; the shop is the connection's.
 *   <li>A refund says with {@code partsAre} ("positive" or "negative") which sign its lines,
 *       shipping, fees and rates carry; here they become positive. Its {@code amount} is positive.
 *   <li>What is empty may be left out: texts, lists, {@code received}. Amounts, dates and yes-or-no
 *       may not.
 *   <li>An entry of {@code payments} without {@code received} is money that is still to come, and
 *       no payment.
 * </ul>
 *
 * Amounts are texts or numbers, exact to the last digit. Dates are GMT ({@code
 * 2026-11-21T23:43:35}). A key that no record has is refused, so that a slip of the pen in a
 * mapping is noticed.
 */
final class SaleJson {

  private final ShopId shop;
  private final Currency currency;

  private SaleJson(ShopId shop, Currency currency) {
    this.shop = shop;
    this.currency = currency;
  }

  /**
   * @param order which order, for messages
   * @throws Unreadable if something is missing, of the wrong type or unknown
   */
  static Sale read(JsonNode json, ShopId shop, String order) {
    return Fields.read(
        json, "", order, sale -> new SaleJson(shop, sale.currency("currency")).sale(sale));
  }

  private Sale sale(Fields sale) {
    return new Sale(
        new OrderKey(shop, sale.text("id")),
        Optional.of(sale.textIfAny("parent")).filter(parent -> !parent.isBlank()),
        sale.text("number"),
        sale.text("status"),
        currency,
        sale.moment("created"),
        sale.momentIfAny("changed"),
        sale.part("buyer", SaleJson::buyer),
        sale.flag("pricesIncludeTax"),
        sale.list("lines", line -> line(line, BigDecimal.ONE)),
        sale.list("shipping", shipping -> charge(shipping, BigDecimal.ONE)),
        sale.list("fees", fee -> charge(fee, BigDecimal.ONE)),
        sale.list("tips", tip -> charge(tip, BigDecimal.ONE)),
        sale.list("credits", credit -> charge(credit, BigDecimal.ONE)),
        sale.list("coupons", this::coupon),
        sale.list("rates", rate -> rate(rate, BigDecimal.ONE)),
        sale.amount("total", currency),
        sale.amount("totalTax", currency),
        sale.part("payment", SaleJson::payment),
        payments(sale),
        sale.list("refunds", this::refund).stream()
            .sorted(
                Comparator.comparing(Refund::created).thenComparing(Refund::id, SaleJson::older))
            .toList(),
        sale.numberIfAny("exchangeRate"),
        sale.textIfAny("note"),
        sale.texts("meta"),
        sale.json("additions"));
  }

  private static int older(String id, String other) {
    return Comparator.comparingInt(String::length)
        .thenComparing(Comparator.naturalOrder())
        .compare(id, other);
  }

  private static Buyer buyer(Fields buyer) {
    return new Buyer(
        buyer.textIfAny("id"),
        buyer.textIfAny("email"),
        Optional.of(buyer.textIfAny("role")).filter(role -> !role.isBlank()),
        buyer.flag("taxExempt"),
        buyer.part("billing", SaleJson::address),
        buyer.part("shipping", SaleJson::address));
  }

  private static Address address(Fields address) {
    return new Address(
        address.textIfAny("firstName"),
        address.textIfAny("lastName"),
        address.textIfAny("company"),
        address.textIfAny("line1"),
        address.textIfAny("line2"),
        address.textIfAny("city"),
        address.textIfAny("state"),
        address.textIfAny("postcode"),
        address.textIfAny("country"),
        address.textIfAny("phone"));
  }

  private Line line(Fields line, BigDecimal sign) {
    return new Line(
        line.text("id"),
        line.textIfAny("name"),
        line.part("product", SaleJson::product),
        line.number("quantity").multiply(sign),
        money(line, "subtotal", sign),
        money(line, "total", sign),
        money(line, "tax", sign),
        line.list("taxes", share -> share(share, sign)),
        line.numberIfAny("restocked").orElse(BigDecimal.ZERO),
        line.texts("meta"));
  }

  private static Product product(Fields product) {
    return new Product(
        product.textIfAny("id"),
        product.textIfAny("variation"),
        product.textIfAny("sku"),
        product.flagIfAny("stocked"));
  }

  private Charge charge(Fields charge, BigDecimal sign) {
    return new Charge(
        charge.text("id"),
        charge.textIfAny("name"),
        charge.textIfAny("method"),
        money(charge, "total", sign),
        money(charge, "tax", sign),
        charge.list("taxes", share -> share(share, sign)));
  }

  private TaxShare share(Fields share, BigDecimal sign) {
    return new TaxShare(share.text("rate"), money(share, "amount", sign));
  }

  private Coupon coupon(Fields coupon) {
    return new Coupon(coupon.textIfAny("code"), coupon.amount("discount", currency));
  }

  private Rate rate(Fields rate, BigDecimal sign) {
    return new Rate(
        rate.text("id"),
        rate.textIfAny("label"),
        rate.number("percent"),
        rate.flag("compound"),
        money(rate, "goods", sign),
        money(rate, "shipping", sign));
  }

  private static Payment payment(Fields payment) {
    return new Payment(
        payment.textIfAny("gateway"),
        payment.textIfAny("title"),
        payment.textIfAny("reference"),
        payment.momentIfAny("received"));
  }

  private List<PartPayment> payments(Fields sale) {
    var ids = new HashSet<String>();
    return sale.list("payments", payment -> partPayment(payment, ids)).stream()
        .flatMap(Optional::stream)
        .sorted(
            Comparator.comparing(PartPayment::received)
                .thenComparing(PartPayment::id, SaleJson::older))
        .toList();
  }

  private Optional<PartPayment> partPayment(Fields payment, HashSet<String> ids) {
    var id = payment.text("id");
    var amount = payment.amount("amount", currency);
    var received = payment.momentIfAny("received");
    var gateway = payment.textIfAny("gateway");
    var title = payment.textIfAny("title");
    var reference = payment.textIfAny("reference");
    if (received.isEmpty()) {
      return Optional.empty();
    }
    if (!PartPayment.isId(id) || !ids.add(id)) {
      throw payment.unreadable(
          payment.at("id"),
          "is \"" + id + "\", which another payment has, or which has a space, colon or slash");
    }
    if (!amount.isPositive()) {
      throw payment.unreadable(payment.at("amount"), "is not above zero");
    }
    return Optional.of(new PartPayment(id, amount, received.get(), gateway, title, reference));
  }

  private Refund refund(Fields refund) {
    var sign = sign(refund);
    return new Refund(
        refund.text("id"),
        refund.moment("created"),
        refund.amount("amount", currency),
        refund.textIfAny("reason"),
        refund.flag("paidBack"),
        Optional.of(refund.textIfAny("payment")).filter(payment -> !payment.isBlank()),
        refund.flagIfAny("untold"),
        refund.list("lines", line -> line(line, sign)),
        refund.list("shipping", shipping -> charge(shipping, sign)),
        refund.list("fees", fee -> charge(fee, sign)),
        refund.list("credits", credit -> charge(credit, sign)),
        refund.list("rates", rate -> rate(rate, sign)));
  }

  private static BigDecimal sign(Fields refund) {
    return switch (refund.text("partsAre")) {
      case "positive" -> BigDecimal.ONE;
      case "negative" -> BigDecimal.ONE.negate();
      default ->
          throw refund.unreadable(
              refund.at("partsAre"), "is neither \"positive\" nor \"negative\"");
    };
  }

  private Money money(Fields fields, String key, BigDecimal sign) {
    return fields.amount(key, currency).times(sign);
  }
}
