package io.shopbooks.books;

import io.shopbooks.sale.Money;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A document as QuickBooks says it keeps it, as far as days and taxes are compared.
 *
 * @param date its day; absent where the answer does not tell
 * @param tax all tax of it; absent where the answer does not tell
 */
public record AsKept(Optional<LocalDate> date, Optional<Money> tax) {

  /** Nothing is known. */
  public static AsKept untold() {
    return new AsKept(Optional.empty(), Optional.empty());
  }
}
