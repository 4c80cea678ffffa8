package io.shopbooks.report;

import io.shopbooks.books.DocumentKind;
import io.shopbooks.books.Due;
import io.shopbooks.books.Outcome;
import io.shopbooks.sale.Money;
import java.util.function.Function;

/** What QuickBooks may answer about a document. */
final class SomeAnswers {

  private SomeAnswers() {}

  /** QuickBooks takes the document as it is. */
  static Outcome taken(Due due) {
    return withTotal(due, due.document().total());
  }

  static Outcome withTotal(Due due, Money total) {
    var number = due.document().header().number().orElse("");
    return Outcome.posted(due.id(), new Outcome.Posted("", "0", total, number, ""));
  }

  /** Takes all but the document of this number, with which something else happens. */
  static Function<Due, Outcome> but(String number, Function<Due, Outcome> otherwise) {
    return due ->
        due.document().header().number().filter(number::equals).isPresent()
            ? otherwise.apply(due)
            : taken(due);
  }

  /** Takes all but documents of this kind, with which something else happens. */
  static Function<Due, Outcome> but(DocumentKind kind, Function<Due, Outcome> otherwise) {
    return due -> due.document().key().kind() == kind ? otherwise.apply(due) : taken(due);
  }

  /** It has the document, as it was asked about. */
  static Outcome found(Due due) {
    var total = due.document().total();
    var number = due.document().header().number().orElse("");
    return Outcome.posted(due.id(), new Outcome.Posted(due.quickbooksId(), "1", total, number, ""));
  }
}
