package io.shopbooks.books;

import io.shopbooks.sale.Money;
import java.util.List;

/** Something to be posted to the books of a company. */
public sealed interface Document permits SalesForm, CustomerPayment, Application, Expense {

  DocumentKey key();

  Header header();

  /** What QuickBooks' total must be. */
  Money total();

  /** Documents that must be in the books first. */
  List<DocumentKey> needs();

  /**
   * How tax is treated, in words. The first document of each kind and treatment goes alone, so that
   * a wrong setting spoils one document (DESIGN 4.5).
   */
  default String treatment() {
    return "";
  }
}
