package io.shopbooks.books;

import io.shopbooks.sale.Money;
import io.shopbooks.sale.PartPayment;
import io.shopbooks.sale.Refund;
import io.shopbooks.sale.Sale;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Out of which payment of an order a refund is paid back. Where the shop does not tell it, the
 * newest payment gives as far as it goes, then the one before. A refund that no single account can
 * have paid needs a person.
 */
record PaidBack(Sale sale, Choices choices, Lists lists) {

  /** The sale as paid by the payment that this refund comes out of. */
  Sale of(Refund refund) {
    if (sale.payments().isEmpty()) {
      return sale;
    }
    var newest = new ArrayList<>(sale.payments());
    Collections.reverse(newest);
    var named = named(refund, newest);
    if (named.isPresent()) {
      return sale.paidBy(named.get());
    }
    if (Settlements.accounts(sale, choices, lists).size() == 1) {
      return sale.paidBy(newest.get(0));
    }
    var left = new ArrayList<>(newest.stream().map(PartPayment::amount).toList());
    for (var earlier : sale.refunds()) {
      if (earlier.id().equals(refund.id())) {
        break;
      }
      take(earlier, newest, left);
    }
    for (int i = 0; i < newest.size(); i++) {
      if (!refund.amount().isMoreThan(left.get(i))) {
        return sale.paidBy(newest.get(i));
      }
    }
    throw new Unbookable(
        Reason.of(Why.SEVERAL_ACCOUNTS)
            .with("accounts", String.join(", ", Settlements.accounts(sale, choices, lists)))
            .with("refund", refund.id())
            .with("amount", refund.amount().rounded()));
  }

  private static Optional<PartPayment> named(Refund refund, List<PartPayment> payments) {
    return payments.stream()
        .filter(payment -> refund.payment().filter(payment.id()::equals).isPresent())
        .findFirst();
  }

  /**
   * As it was decided for the earlier refund: the payment it names, else one if one is enough, else
   * the newest first.
   */
  private static void take(Refund refund, List<PartPayment> newest, List<Money> left) {
    var amount = refund.amount();
    var named = named(refund, newest);
    if (named.isPresent()) {
      var at = newest.indexOf(named.get());
      left.set(at, left.get(at).minus(amount));
      return;
    }
    for (int i = 0; i < left.size(); i++) {
      if (!amount.isMoreThan(left.get(i))) {
        left.set(i, left.get(i).minus(amount));
        return;
      }
    }
    var rest = amount;
    for (int i = 0; i < left.size(); i++) {
      var taken = rest.isMoreThan(left.get(i)) ? left.get(i) : rest;
      left.set(i, left.get(i).minus(taken));
      rest = rest.minus(taken);
    }
  }
}
