package io.shopbooks.books;

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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Order 1042 of shop.example, made on 10 March 2026 at noon GMT, told part by part. A tax is told
 * behind the part it is on. The total is the sum of what was told, unless it is told itself.
 */
final class ASale {

  static final ShopId SHOP = new ShopId("shop.example");
  static final Instant CREATED = Instant.parse("2026-03-10T12:00:00Z");

  private enum Kind {
    GOODS,
    SHIPPING,
    FEE,
    TIP,
    CREDIT
  }

  private record Told(
      Kind kind,
      String name,
      String sku,
      BigDecimal quantity,
      BigDecimal before,
      BigDecimal net,
      Map<String, BigDecimal> taxes) {

    BigDecimal tax() {
      return taxes.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
  }

  private final List<Told> parts = new ArrayList<>();
  private final Map<String, BigDecimal> percents = new LinkedHashMap<>();
  private final List<Refund> refunds = new ArrayList<>();
  private final List<Coupon> coupons = new ArrayList<>();
  private final Map<String, String> meta = new LinkedHashMap<>();
  private Currency currency = Currency.getInstance("USD");
  private String number = "1042";
  private String status = "processing";
  private Instant created = CREATED;
  private Optional<Instant> changed = Optional.of(Instant.parse("2026-03-20T12:00:00Z"));
  private Payment payment =
      new Payment("stripe", "Credit card", "ch_1", Optional.of(CREATED.plusSeconds(60)));
  private Address billing =
      new Address("Ada", "Lovelace", "", "1 Main St", "", "Albany", "NY", "12201", "US", "555");
  private Optional<String> parent = Optional.empty();
  private final List<PartPayment> payments = new ArrayList<>();
  private String email = "ada@example.test";
  private Optional<String> role = Optional.empty();
  private Optional<BigDecimal> total = Optional.empty();
  private Optional<BigDecimal> totalTax = Optional.empty();
  private BigDecimal restocked = BigDecimal.ZERO;
  private boolean stocked;

  static ASale aSale() {
    return new ASale();
  }

  ASale in(String code) {
    currency = Currency.getInstance(code);
    return this;
  }

  ASale numbered(String text) {
    number = text;
    return this;
  }

  ASale status(String word) {
    status = word;
    return this;
  }

  ASale created(String moment) {
    created = Instant.parse(moment);
    return this;
  }

  ASale changed(String moment) {
    changed = Optional.of(Instant.parse(moment));
    return this;
  }

  ASale of(String name, String net) {
    return of("1", name, net);
  }

  /** So many pieces; the amount is of all of them. Its SKU is its name in capitals. */
  ASale of(String quantity, String name, String net) {
    return part(Kind.GOODS, name, new BigDecimal(quantity), net, net);
  }

  /** Goods that cost less than their price. */
  ASale reduced(String name, String before, String net) {
    return part(Kind.GOODS, name, BigDecimal.ONE, before, net);
  }

  ASale shipping(String net) {
    return part(Kind.SHIPPING, "Parcel", BigDecimal.ONE, net, net);
  }

  ASale fee(String name, String net) {
    return part(Kind.FEE, name, BigDecimal.ONE, net, net);
  }

  ASale tip(String net) {
    return part(Kind.TIP, "Tip for the team", BigDecimal.ONE, net, net);
  }

  ASale giftCard(String net) {
    return part(Kind.CREDIT, "Gift card 77", BigDecimal.ONE, net, net);
  }

  private ASale part(Kind kind, String name, BigDecimal quantity, String before, String net) {
    parts.add(
        new Told(
            kind,
            name,
            name.toUpperCase(java.util.Locale.ROOT),
            quantity,
            new BigDecimal(before),
            new BigDecimal(net),
            new LinkedHashMap<>()));
    return this;
  }

  /** On the part that was told last. */
  ASale withTax(String label, String percent, String tax) {
    percents.put(label, new BigDecimal(percent));
    parts.get(parts.size() - 1).taxes().put(label, new BigDecimal(tax));
    return this;
  }

  ASale coupon(String code) {
    coupons.add(new Coupon(code, Money.zero(currency)));
    return this;
  }

  ASale total(String amount) {
    total = Optional.of(new BigDecimal(amount));
    return this;
  }

  ASale totalTax(String amount) {
    totalTax = Optional.of(new BigDecimal(amount));
    return this;
  }

  ASale paidBy(String gateway) {
    payment = new Payment(gateway, payment.title(), payment.reference(), payment.received());
    return this;
  }

  ASale paidAt(String moment) {
    var received = Optional.of(Instant.parse(moment));
    payment = new Payment(payment.gateway(), payment.title(), payment.reference(), received);
    return this;
  }

  ASale unpaid() {
    payment = new Payment(payment.gateway(), payment.title(), "", Optional.empty());
    return this;
  }

  ASale payment(String gateway, String title, String reference) {
    payment = new Payment(gateway, title, reference, payment.received());
    return this;
  }

  /** One payment of several, so many days after the sale. */
  ASale paidInPart(String id, int days, String amount, String gateway) {
    payments.add(
        new PartPayment(
            id,
            money(new BigDecimal(amount)),
            created.plusSeconds(days * 86_400L),
            gateway,
            gateway,
            "ch_" + id));
    return this;
  }

  ASale partOf(String order) {
    parent = Optional.of(order);
    return this;
  }

  ASale by(String first, String last, String company) {
    billing =
        new Address(first, last, company, "1 Main St", "", "Albany", "NY", "12201", "US", "555");
    return this;
  }

  ASale from(String country) {
    billing = new Address("Ada", "Lovelace", "", "1 Main St", "", "Town", "", "1", country, "555");
    return this;
  }

  ASale email(String address) {
    email = address;
    return this;
  }

  ASale role(String word) {
    role = Optional.of(word);
    return this;
  }

  ASale meta(String key, String value) {
    meta.put(key, value);
    return this;
  }

  /** How many pieces of each line came back to the shelf; the shop counts its goods. */
  ASale restocked(String pieces) {
    restocked = new BigDecimal(pieces);
    stocked = true;
    return this;
  }

  /** A refund of a mere amount, so many days after the sale. */
  ASale refunded(String id, int days, String amount) {
    return refunded(id, days, amount, List.of());
  }

  /** A refund of a whole part of the sale, with the tax it names. */
  ASale refundedLine(String id, int days, String amount, String name, String net, String tax) {
    var sold = sale().lines().stream().filter(line -> line.name().equals(name)).findFirst();
    var line = sold.orElseThrow();
    var given = money(new BigDecimal(tax));
    var shares = line.taxes().stream().map(share -> new TaxShare(share.rate(), given)).toList();
    return refunded(
        id,
        days,
        amount,
        List.of(
            new Line(
                line.id(),
                name,
                new Product(line.product().id(), "", line.product().sku(), false),
                new BigDecimal(net).signum() == 0 ? BigDecimal.ZERO : BigDecimal.ONE,
                money(new BigDecimal(net)),
                money(new BigDecimal(net)),
                given,
                shares,
                BigDecimal.ZERO,
                Map.of())));
  }

  /** Given back to this payment. */
  ASale refundedTo(String payment, String id, int days, String amount) {
    return refunded(id, days, amount, List.of(), payment);
  }

  private ASale refunded(String id, int days, String amount, List<Line> lines) {
    return refunded(id, days, amount, lines, null);
  }

  private ASale refunded(String id, int days, String amount, List<Line> lines, String payment) {
    refunds.add(
        new Refund(
            id,
            created.plusSeconds(days * 86_400L),
            money(new BigDecimal(amount)),
            "",
            true,
            Optional.ofNullable(payment),
            false,
            lines,
            List.of(),
            List.of(),
            List.of(),
            List.of()));
    return this;
  }

  Sale sale() {
    var sum =
        parts.stream()
            .flatMap(part -> Stream.of(part.net(), part.tax()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    var tax = parts.stream().map(Told::tax).reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Sale(
        new OrderKey(SHOP, "1042"),
        parent,
        number,
        status,
        currency,
        created,
        changed,
        new Buyer("", email, role, false, billing, billing),
        false,
        told(Kind.GOODS).map(this::line).toList(),
        charges(Kind.SHIPPING),
        charges(Kind.FEE),
        charges(Kind.TIP),
        charges(Kind.CREDIT),
        coupons,
        rates(),
        money(total.orElse(sum)),
        money(totalTax.orElse(tax)),
        payment,
        payments,
        refunds,
        Optional.empty(),
        "",
        meta,
        Map.of());
  }

  private Stream<Told> told(Kind kind) {
    return parts.stream().filter(part -> part.kind() == kind);
  }

  private Line line(Told part) {
    return new Line(
        id(part),
        part.name(),
        new Product("7", "", part.sku(), stocked),
        part.quantity(),
        money(part.before()),
        money(part.net()),
        money(part.tax()),
        shares(part),
        restocked,
        Map.of());
  }

  private List<Charge> charges(Kind kind) {
    return told(kind)
        .map(
            part ->
                new Charge(
                    id(part), part.name(), "", money(part.net()), money(part.tax()), shares(part)))
        .toList();
  }

  private String id(Told part) {
    return "line-" + parts.indexOf(part);
  }

  private List<TaxShare> shares(Told part) {
    return part.taxes().entrySet().stream()
        .map(tax -> new TaxShare(tax.getKey(), money(tax.getValue())))
        .toList();
  }

  private List<Rate> rates() {
    return percents.entrySet().stream()
        .map(
            rate ->
                new Rate(
                    rate.getKey(),
                    rate.getKey(),
                    rate.getValue(),
                    false,
                    taxOf(rate.getKey()),
                    Money.zero(currency)))
        .toList();
  }

  private Money taxOf(String label) {
    return money(
        parts.stream()
            .map(part -> part.taxes().getOrDefault(label, BigDecimal.ZERO))
            .reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  private Money money(BigDecimal amount) {
    return new Money(amount, currency);
  }
}
