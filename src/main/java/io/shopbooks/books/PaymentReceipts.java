package io.shopbooks.books;

import io.shopbooks.books.DocumentKind.Purpose;
import io.shopbooks.sale.Money;
import io.shopbooks.sale.Sale;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The receipts of a sale that goes to the books with each payment: one for each, of its day, in its
 * gateway's account, numbered {@code W-79}, {@code W-79-2}. A receipt keeps the number it once got.
 * What was received before the start date has its share and its number, and no receipt.
 */
record PaymentReceipts(Sale sale, Choices choices, Lists lists, Booked booked) {

  /**
   * Whether the sale has a receipt per payment: already, by choice, or because no more will come.
   */
  static boolean are(Sale sale, Choices choices, Booked booked) {
    if (booked.hasSale()) {
      return booked.ofPayments(Purpose.SALE).findAny().isPresent();
    }
    var chosen = choices.sales().splitPayments() == Choices.SplitPayments.PER_PAYMENT;
    var received = !sale.payments().isEmpty() && sale.total().isPositive();
    return received && (chosen || sale.isPaidInPart());
  }

  /** What came before the start date and is none of ours; zero of most sales. */
  static Money earlier(Sale sale, Choices choices, Booked booked) {
    var earlier =
        are(sale, choices, booked)
            ? Instalment.of(sale, Purpose.SALE, choices, booked).stream()
                .filter(Instalment::isEarlier)
                .map(Instalment::amount)
                .toList()
            : List.<Money>of();
    return Money.sum(earlier, sale.currency());
  }

  List<Document> all() {
    var nothing = new Settlement(Optional.empty(), Optional.empty(), "");
    var whole =
        new Desk(sale, choices, lists, booked)
            .sale(DocumentKind.SALES_RECEIPT, nothing, Optional.empty());
    var uncounted = lists.item(choices.sales().defaultItem(), "sales.default-item");
    var shares = new FormShares(whole, lists, uncounted);
    var taken = numbers();
    var receipts = new ArrayList<Document>();
    for (var instalment : Instalment.of(sale, Purpose.SALE, choices, booked)) {
      var suffix = suffix(instalment, taken);
      if (instalment.isEarlier()) {
        shares.pass(instalment.amount());
      } else {
        receipts.add(receipt(instalment, suffix, shares.next(instalment.amount())));
      }
    }
    return receipts;
  }

  private SalesForm receipt(Instalment instalment, String suffix, FormShares.Share share) {
    var desk = new Desk(sale.paidBy(instalment.payment()), choices, lists, booked);
    var key = desk.key(DocumentKind.SALES_RECEIPT, instalment.shopId(sale));
    var received = instalment.payment().received();
    return new SalesForm(
        key,
        desk.headers().of(key, suffix, received, instalment.remarks()),
        share.lines(),
        share.tax(),
        instalment.amount(),
        desk.settlement(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  private Set<String> numbers() {
    return booked
        .of(Purpose.SALE)
        .flatMap(known -> known.number().stream())
        .collect(Collectors.toCollection(HashSet::new));
  }

  private String suffix(Instalment instalment, Set<String> taken) {
    var number = choices.sales().numberPrefix() + sale.number();
    var own =
        booked
            .of(Purpose.SALE)
            .filter(known -> known.key().shopId().equals(instalment.shopId(sale)))
            .flatMap(known -> known.number().stream())
            .filter(known -> known.startsWith(number))
            .findFirst();
    if (own.isPresent()) {
      return own.get().substring(number.length());
    }
    var suffix = "";
    for (int i = 2; !taken.add(number + suffix); i++) {
      suffix = "-" + i;
    }
    return suffix;
  }
}
