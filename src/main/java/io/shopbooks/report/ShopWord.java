package io.shopbooks.report;

import io.shopbooks.sale.Money;
import io.shopbooks.sale.Refund;
import io.shopbooks.sale.Sale;
import io.shopbooks.sale.Taxed;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the shop says of an order beside its amounts. Sale and refunds are named by the refund's id,
 * which is empty for the sale.
 *
 * @param days in the connection's zone
 * @param method how it was paid, as the shop calls it; empty where it tells none
 * @param taxes above zero; refunds by amount alone tell none
 */
record ShopWord(Map<String, LocalDate> days, String method, Map<String, Money> taxes) {

  static final ShopWord UNKNOWN = new ShopWord(Map.of(), "", Map.of());

  private static final String SALE = "";

  static ShopWord of(Sale sale, ZoneId zone) {
    var days = new HashMap<String, LocalDate>();
    var taxes = new HashMap<String, Money>();
    days.put(SALE, LocalDate.ofInstant(sale.created(), zone));
    taxes.put(SALE, sale.totalTax().rounded());
    for (var refund : sale.refunds()) {
      days.put(refund.id(), LocalDate.ofInstant(refund.created(), zone));
      tax(refund).ifPresent(tax -> taxes.put(refund.id(), tax));
    }
    return new ShopWord(Map.copyOf(days), method(sale), Map.copyOf(taxes));
  }

  private static String method(Sale sale) {
    var payment = sale.payment();
    return payment.gateway().isEmpty() ? payment.title() : payment.gateway();
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

  Optional<Money> tax(String about) {
    return Optional.ofNullable(taxes.get(about));
  }
}
