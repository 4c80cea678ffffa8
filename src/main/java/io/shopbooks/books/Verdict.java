package io.shopbooks.books;

import io.shopbooks.books.Choices.SaleDocument;
import java.util.Locale;

/**
 * What an order is to become. Routes branch on {@link #word()} and {@link #document()}.
 *
 * @param document of a sale or credit: "sales-receipt" or "invoice"; else empty
 * @param because of waiting and leaving out: a message key ("status-not-chosen"); else empty
 */
public record Verdict(Kind kind, String document, String because) {

  /** The four ways on. */
  public enum Kind {
    /** Money earned: a sale for the books. */
    SALE,
    /** A sale of which something was given back. */
    CREDIT,
    /** Not yet; looked at again when the shop changes it. */
    WAIT,
    /** Never was a sale. */
    NOTHING
  }

  /** The shop no longer has the order. */
  public static Verdict gone() {
    return not(Kind.NOTHING, "deleted");
  }

  /** Another sale tells of its payment. */
  public static Verdict elsewhere() {
    return not(Kind.NOTHING, "told-elsewhere");
  }

  static Verdict book(Kind kind, SaleDocument document) {
    return new Verdict(kind, document.name().toLowerCase(Locale.ROOT).replace('_', '-'), "");
  }

  static Verdict not(Kind kind, String because) {
    return new Verdict(kind, "", because);
  }

  /** "sale", "credit", "wait" or "nothing". */
  public String word() {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
