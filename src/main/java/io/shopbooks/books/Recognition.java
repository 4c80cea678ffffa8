package io.shopbooks.books;

import io.shopbooks.sale.Refund;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Whether a sale is in the books already, by a document that is not ours. Routes branch on {@link
 * #word()}.
 *
 * @param document that is the sale; absent where the sale is new to the books
 */
public record Recognition(Optional<OtherSale> document) {

  static final Recognition NEW = new Recognition(Optional.empty());

  static Recognition of(Likeness like, Booked booked, List<OtherSale> others) {
    var before = others.stream().filter(OtherSale::adopted).findFirst();
    if (before.isPresent()) {
      return again(before.get(), like);
    }
    if (booked.hasSale()) {
      return NEW;
    }
    var same = others.stream().filter(like::isSurely).toList();
    if (same.size() == 1) {
      return new Recognition(Optional.of(same.get(0)));
    }
    var perhaps = others.stream().filter(like::isPerhaps).findFirst();
    if (perhaps.isPresent()) {
      throw unsure(perhaps.get());
    }
    return NEW;
  }

  /** What is not ours is not ours to update: a sale that changed since is told to a person. */
  private static Recognition again(OtherSale adopted, Likeness like) {
    if (!adopted.total().equals(like.total())) {
      throw unsure(adopted);
    }
    return new Recognition(Optional.of(adopted));
  }

  /** Whoever carried the sale may have carried its refund: of this amount, at about this time. */
  static void ofCredit(Refund refund, LocalDate day, List<OtherSale> others) {
    var amount = Decimals.inBooks(refund.amount());
    others.stream()
        .filter(other -> other.total().equals(amount))
        .filter(other -> Likeness.isNear(day, other.date()))
        .findFirst()
        .ifPresent(
            other -> {
              throw unsure(other);
            });
  }

  private static Unbookable unsure(OtherSale other) {
    return new Unbookable(
        Reason.of(Why.MAYBE_IN_BOOKS)
            .with("other", other.name())
            .with("date", other.date())
            .with("total", other.total()));
  }

  /** "in-books" or "new". */
  public String word() {
    return document.isPresent() ? "in-books" : "new";
  }
}
