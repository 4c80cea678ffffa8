package io.shopbooks.books;

import java.util.Set;

/**
 * A document that was deleted in QuickBooks, whoever wrote it: only its id is told (
 * `quickbooks-online.md` 4.2).
 *
 * @param kinds what it may have been
 */
public record Removed(String realm, Set<DocumentKind> kinds, String quickbooksId) implements Seen {

  public Removed {
    kinds = Set.copyOf(kinds);
  }
}
