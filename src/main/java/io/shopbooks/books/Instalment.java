package io.shopbooks.books;

import io.shopbooks.books.DocumentKind.Purpose;
import io.shopbooks.sale.Money;
import io.shopbooks.sale.PartPayment;
import io.shopbooks.sale.Sale;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One payment of a sale and what of it the books get: all of it, as far as the sale's total goes.
 *
 * @param amount above zero
 * @param isEarlier whether it came before the start date and is not in the books: it belongs to
 *     days that are not touched, and may have been entered there by hand
 */
record Instalment(PartPayment payment, Money amount, boolean isEarlier) {

  /**
   * The sale's payments: those before the start date first, whose share is none of ours; then those
   * in the books, in the order in which they came there, so that one that is told late changes
   * nothing of them; then the oldest first.
   *
   * @throws Unbookable if the shop no longer has one that is in the books
   */
  static List<Instalment> of(Sale sale, Purpose purpose, Choices choices, Booked booked) {
    var known =
        booked
            .of(purpose)
            .map(Booked.Known::key)
            .filter(DocumentKey::isOfPayment)
            .map(DocumentKey::shopId)
            .toList();
    checkThatAllAreThere(sale, purpose, booked);
    var inOrder =
        sale.payments().stream()
            .sorted(
                Comparator.comparingInt(
                    payment -> {
                      var index = known.indexOf(shopId(sale, payment));
                      var isNew = isBeforeStart(payment, choices) ? -1 : known.size();
                      return index < 0 ? isNew : index;
                    }))
            .toList();
    var rest = Decimals.inBooks(sale.total());
    var instalments = new ArrayList<Instalment>();
    for (var payment : inOrder) {
      var paid = Decimals.inBooks(payment.amount());
      var amount = paid.isMoreThan(rest) ? rest : paid;
      if (amount.isPositive()) {
        var isEarlier = isBeforeStart(payment, choices) && !known.contains(shopId(sale, payment));
        instalments.add(new Instalment(payment, amount, isEarlier));
        rest = rest.minus(amount);
      }
    }
    return instalments;
  }

  private static boolean isBeforeStart(PartPayment payment, Choices choices) {
    return LocalDate.ofInstant(payment.received(), choices.zone()).isBefore(choices.startDate());
  }

  private static void checkThatAllAreThere(Sale sale, Purpose purpose, Booked booked) {
    var there =
        sale.payments().stream().map(payment -> shopId(sale, payment)).collect(Collectors.toSet());
    booked
        .ofPayments(purpose)
        .filter(known -> !there.contains(known.key().shopId()))
        .findFirst()
        .ifPresent(
            gone -> {
              throw new Unbookable(
                  Reason.of(Why.PAYMENT_WITHDRAWN)
                      .with("document", gone.number().orElse(gone.key().kind().word()))
                      .with("payment", gone.key().shopId()));
            });
  }

  /** What the payment is called in keys. */
  private static String shopId(Sale sale, PartPayment payment) {
    return sale.key().id() + "/" + payment.id();
  }

  String shopId(Sale sale) {
    return shopId(sale, payment);
  }

  /** For the memo, where the buyer paid more than the order came to. */
  List<String> remarks() {
    return amount.equals(Decimals.inBooks(payment.amount()))
        ? List.of()
        : List.of("Of " + payment.amount().rounded() + " received");
  }
}
