package io.shopbooks.report;

import io.shopbooks.sale.Money;
import io.shopbooks.sale.Refund;
import io.shopbooks.sale.Sale;
import io.shopbooks.sale.Taxed;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the shop says of an order beside its amounts. Sale and refunds are named by the refund's id,
 * which is empty for the sale; single payments by their id with a slash before it.
 *
 * @param days in the connection's zone
 * @param methods how it was paid or paid back, as the shop calls it
 * @param paid the single payments of an order that is paid in parts
 * @param taxes above zero; refunds by amount alone tell none
 */
record ShopWord(
    Map<String, LocalDate> days,
    Map<String, String> methods,
    Map<String, Money> paid,
    Map<String, Money> taxes) {

  static final ShopWord UNKNOWN = new ShopWord(Map.of(), Map.of(), Map.of(), Map.of());

  private static final String SALE = "";

  static ShopWord of(Sale sale, ZoneId zone) {
    var days = new HashMap<String, LocalDate>();
    var taxes = new HashMap<String, Money>();
    days.put(SALE, LocalDate.ofInstant(sale.created(), zone));
    taxes.put(SALE, sale.totalTax().rounded());
    var methods = new HashMap<String, String>();
    var paid = new HashMap<String, Money>();
    methods.put(SALE, method(sale.payment().gateway(), sale.payment().title()));
    for (var part : sale.payments()) {
      methods.put("/" + part.id(), method(part.gateway(), part.title()));
      paid.put("/" + part.id(), part.amount());
    }
    for (var refund : sale.refunds()) {
      refund
          .payment()
          .map(payment -> methods.get("/" + payment))
          .ifPresent(method -> methods.put(refund.id(), method));
      days.put(refund.id(), LocalDate.ofInstant(refund.created(), zone));
      tax(refund).ifPresent(tax -> taxes.put(refund.id(), tax));
    }
    return new ShopWord(Map.copyOf(days), Map.copyOf(methods), Map.copyOf(paid), Map.copyOf(taxes));
  }

  private static String method(String gateway, String title) {
    return gateway.isEmpty() ? title : gateway;
  }

  /** Where its parts are all of it, so that they tell how much of the amount is tax. */
  private static Optional<Money> tax(Refund refund) {
    var parts =
        Stream.<List<? extends Taxed>>of(refund.lines(), refund.shipping(), refund.fees())
            .flatMap(List::stream)
            .toList();
    var currency = refund.amount().currency();
    var net = Money.sum(parts.stream().map(Taxed::total).toList(), currency);
    var tax = Money.sum(parts.stream().map(Taxed::tax).toList(), currency);
    return !parts.isEmpty() && net.plus(tax).rounded().equals(refund.amount().rounded())
        ? Optional.of(tax.rounded())
        : Optional.empty();
  }

  Optional<LocalDate> day(String about) {
    return Optional.ofNullable(days.get(about));
  }

  /** How it was paid; as the order was where nothing else is told. Empty where it tells none. */
  String method(String about) {
    return methods.getOrDefault(about, methods.getOrDefault(SALE, ""));
  }

  /** What this payment came to. */
  Optional<Money> paid(String payment, Currency currency) {
    return Optional.ofNullable(paid.get(payment))
        .filter(money -> money.currency().equals(currency));
  }

  Optional<Money> tax(String about) {
    return Optional.ofNullable(taxes.get(about));
  }
}
