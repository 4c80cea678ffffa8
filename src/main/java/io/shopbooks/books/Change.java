package io.shopbooks.books;

import java.util.Optional;

/**
 * A document as it is to be in the books.
 *
 * @param inBooks as it is there now, where it is to be changed; absent where it is to be made
 */
public record Change(Document wanted, Optional<Document> inBooks) {

  /** Whether it is made anew. */
  public boolean isNew() {
    return inBooks.isEmpty();
  }
}
