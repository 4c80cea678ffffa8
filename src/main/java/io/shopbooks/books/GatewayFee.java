package io.shopbooks.books;

import io.shopbooks.books.Choices.GatewayFees;
import io.shopbooks.sale.Money;
import io.shopbooks.sale.Sale;
import java.util.Objects;
import java.util.Optional;

/** What the gateway kept for itself, as plugins write it into the order's meta. */
final class GatewayFee {

  private GatewayFee() {}

  static Optional<Money> of(Sale sale, GatewayFees fees) {
    return fees.meta().stream()
        .map(sale.meta()::get)
        .filter(Objects::nonNull)
        .filter(text -> text.strip().matches("\\d+(\\.\\d+)?"))
        .map(text -> Money.of(text, sale.currency()))
        .filter(Money::isPositive)
        .findFirst();
  }
}
