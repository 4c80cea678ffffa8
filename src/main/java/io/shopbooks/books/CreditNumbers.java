package io.shopbooks.books;

import io.shopbooks.books.DocumentKind.Purpose;
import io.shopbooks.sale.Refund;
import io.shopbooks.sale.Sale;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Numbers of credits: {@code <number>-R1}, {@code -R2} in the order of the refunds. A credit keeps
 * the number it once got, and no number is given twice, also when a refund is withdrawn in the
 * shop.
 */
final class CreditNumbers {

  private CreditNumbers() {}

  static String suffix(Sale sale, Refund refund, Booked booked, String prefix) {
    var number = prefix + sale.number();
    var own = booked.credit(refund.id()).flatMap(Booked.Known::number);
    if (own.isPresent() && own.get().startsWith(number)) {
      return own.get().substring(number.length());
    }
    var taken = booked.of(Purpose.CREDIT).flatMap(known -> known.number().stream()).toList();
    var position = position(sale, refund);
    return IntStream.iterate(position, i -> i + 1)
        .mapToObj(i -> "-R" + i)
        .filter(suffix -> !taken.contains(number + suffix))
        .findFirst()
        .orElseThrow();
  }

  private static int position(Sale sale, Refund refund) {
    var inOrder =
        sale.refunds().stream()
            .sorted(Comparator.comparing(Refund::created).thenComparing(Refund::id))
            .map(Refund::id)
            .toList();
    var index = inOrder.indexOf(refund.id());
    return index < 0 ? inOrder.size() + 1 : index + 1;
  }
}
