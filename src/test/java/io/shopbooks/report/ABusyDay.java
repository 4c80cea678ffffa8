package io.shopbooks.report;

import io.shopbooks.books.Due;
import io.shopbooks.books.Outcome;
import io.shopbooks.books.Reason;
import io.shopbooks.books.Why;
import io.shopbooks.sale.Money;
import java.util.Currency;

/** A bit of everything, as it may happen in one sync. */
final class ABusyDay {

  private ABusyDay() {}

  static AnOrder[] orders() {
    return new AnOrder[] {
      AnOrder.of(1041, "1234.50"),
      AnOrder.of(1042, "28.28"),
      AnOrder.of(1043, "80.00").refunded(91, "30.00"),
      AnOrder.of(1044, "210.00").in("EUR"),
      AnOrder.of(1045, "15000").in("JPY"),
      AnOrder.of(1046, "45.00").paidBy("gift_card"),
      AnOrder.of(1047, "114.98").taxed("GST", "5", "5.00").taxed("QST", "9.975", "9.98"),
      AnOrder.of(1048, "19.99").butWithTotal("21.00"),
      AnOrder.of(1049, "60.00"),
      AnOrder.of(1050, "7.25"),
      AnOrder.of(1051, "33.00").unpaid(),
      AnOrder.of(1052, "12.00").inStatus("failed"),
      AnOrder.of(1053, "12.00").inStatus("checkout-draft")
    };
  }

  /** What QuickBooks says to it. */
  static Outcome answer(Due due) {
    return switch (due.document().header().number().orElse("")) {
      case "Wio1042" -> SomeAnswers.withTotal(due, Money.of("28.27", Currency.getInstance("USD")));
      case "Wio1049" -> Outcome.unanswered(due.id(), "no answer");
      case "Wio1050" ->
          Outcome.held(
              due.id(),
              Reason.of(Why.CUSTOMER_REFUSED)
                  .with("name", "John Guest")
                  .with("said", "6240 Duplicate Name Exists Error"),
              "6240");
      default -> SomeAnswers.taken(due);
    };
  }
}
