package io.shopbooks.books;

import io.shopbooks.sale.Sale;
import java.util.List;

/** Sees that a sale stands apart from all others: what two of them tell would be booked twice. */
final class Apart {

  private Apart() {}

  static void fromOrderAroundIt(Sale sale, Booked booked, List<ParentOrder> parents) {
    if (!booked.hasSale() && !parents.isEmpty()) {
      throw new Unbookable(
          Reason.of(Why.ORDER_OF_AN_ORDER)
              .with("number", sale.number())
              .with("total", sale.total().rounded())
              .with("parent", parents.get(0).number())
              .with("whole", parents.get(0).total()));
    }
  }

  static void fromPaymentsInBooks(Sale sale, Booked booked, List<PaidElsewhere> payments) {
    if (!booked.hasSale() && !payments.isEmpty()) {
      throw new Unbookable(
          Reason.of(Why.PAYMENT_IN_BOOKS)
              .with("number", sale.number())
              .with("total", sale.total().rounded())
              .with("payment", payments.get(0).payment())
              .with("other", payments.get(0).order()));
    }
  }
}
