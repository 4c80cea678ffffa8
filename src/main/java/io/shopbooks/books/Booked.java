package io.shopbooks.books;

import io.shopbooks.books.DocumentKind.Purpose;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What of an order is in the books already, or on its way there. */
public record Booked(List<Known> documents) {

  public static final Booked NOTHING = new Booked(List.of());

  /**
   * A document we planned before.
   *
   * @param sent whether it is in the books, or may be; until then it can be planned anew
   */
  public record Known(DocumentKey key, Optional<String> number, boolean sent) {}

  public Booked {
    documents = List.copyOf(documents);
  }

  /** The receipt or invoice; of an order with a receipt per payment, the first. */
  public Optional<Known> sale() {
    return of(Purpose.SALE).findFirst();
  }

  /** Whether the receipt or invoice is in the books, or may be. */
  public boolean hasSale() {
    return of(Purpose.SALE).anyMatch(Known::sent);
  }

  /** Documents of this purpose about single payments that are in the books, or may be. */
  Stream<Known> ofPayments(Purpose purpose) {
    return of(purpose).filter(Known::sent).filter(known -> known.key().isOfPayment());
  }

  /** The document, if it is in the books, or may be. */
  Optional<Known> sent(DocumentKey key) {
    return documents.stream().filter(known -> known.sent() && known.key().equals(key)).findFirst();
  }

  Stream<Known> of(Purpose purpose) {
    return documents.stream().filter(known -> known.key().kind().purpose() == purpose);
  }

  /** The credit about this refund, or about the whole order if the id is the order's. */
  Optional<Known> credit(String shopId) {
    return of(Purpose.CREDIT).filter(known -> known.key().shopId().equals(shopId)).findFirst();
  }
}
