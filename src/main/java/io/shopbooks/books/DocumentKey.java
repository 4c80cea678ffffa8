package io.shopbooks.books;

import io.shopbooks.sale.ShopId;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which document it is, for good: never two documents of one key (DESIGN 4.3).
 *
 * @param shopId the shop's id of the order or refund the document is about; of one of an order's
 *     payments {@code <order>/<payment>}
 */
public record DocumentKey(ShopId shop, String realm, DocumentKind kind, String shopId) {

  private static final Pattern MARKER =
      Pattern.compile("shopbooks:(\\S+):([a-z-]+):([^:\\s]+)(?=\\s|$)");

  /** What is written into every document, so that the books can be audited without us. */
  public String marker() {
    return "shopbooks:" + shop + ":" + kind.word() + ":" + shopId;
  }

  /** The id of the order, where the document is about an order or a payment of one. */
  public String orderId() {
    var end = shopId.indexOf('/');
    return end < 0 ? shopId : shopId.substring(0, end);
  }

  /** Whether it is about one of several payments. */
  boolean isOfPayment() {
    return shopId.indexOf('/') >= 0;
  }

  /** The key in a document's private note; absent in documents that are not ours. */
  public static Optional<DocumentKey> in(String note, String realm) {
    var found = MARKER.matcher(note);
    if (!found.find()) {
      return Optional.empty();
    }
    try {
      var kind = DocumentKind.of(found.group(2));
      return Optional.of(new DocumentKey(new ShopId(found.group(1)), realm, kind, found.group(3)));
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return kind.word() + " " + shop + "/" + shopId;
  }
}
