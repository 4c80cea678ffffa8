package io.shopbooks.report;

import io.shopbooks.ledger.DocumentStory;
import io.shopbooks.report.TieOut.By;
import io.shopbooks.sale.Money;
import java.util.EnumMap;
import java.util.Map;

/**
 * A sale or refund by the way it was paid. Where each payment has a document of its own, each
 * stands under its own way, on all three sides; what is left of the shop's side under the order's.
 */
final class ByMethod {

  private final CutMaking cuts;
  private final Piece piece;
  private final ShopWord word;
  private final Map<Explained, Money> left = new EnumMap<>(Explained.class);

  private ByMethod(CutMaking cuts, Piece piece, ShopWord word) {
    this.cuts = cuts;
    this.piece = piece;
    this.word = word;
    left.putAll(piece.parts());
  }

  static void cut(CutMaking cuts, Piece piece, ShopWord word) {
    new ByMethod(cuts, piece, word).cut();
  }

  private void cut() {
    var rest = piece.shop();
    for (var document : piece.documents()) {
      var key = method(document);
      var zero = Money.zero(piece.shop().currency());
      var books = document.inBooks().map(piece::signed).orElse(zero);
      var said = said(document);
      cuts.shop(By.METHOD, key, said, named(said.minus(books)));
      cuts.ledger(By.METHOD, key, piece.signed(document.total()));
      cuts.books(By.METHOD, key, books);
      rest = rest.minus(said);
    }
    if (piece.documents().isEmpty() || !rest.isZero() || !left.isEmpty()) {
      cuts.shop(By.METHOD, word.method(piece.about()), rest, left);
    }
  }

  private String method(DocumentStory document) {
    return word.method(piece.refund() ? piece.about() : payment(document));
  }

  /** What the shop says of the payment the document is about. */
  private Money said(DocumentStory document) {
    return piece.refund()
        ? piece.signed(document.total())
        : word.paid(payment(document), document.total().currency()).orElse(document.total());
  }

  /** The payment it is about, with a slash before its id; empty where it is about the whole. */
  private static String payment(DocumentStory document) {
    var slash = document.about().indexOf('/');
    return slash < 0 ? "" : document.about().substring(slash);
  }

  /** What accounts for the difference of one document, taken out of what accounts for the whole. */
  private Map<Explained, Money> named(Money difference) {
    if (difference.isZero() || left.isEmpty()) {
      return Map.of();
    }
    var why =
        left.entrySet().stream()
            .filter(part -> part.getValue().equals(difference))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseGet(() -> left.keySet().iterator().next());
    left.merge(why, difference.negated(), Money::plus);
    left.values().removeIf(Money::isZero);
    return Map.of(why, difference);
  }
}
