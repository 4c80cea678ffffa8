package io.shopbooks.books;

import java.util.List;

/**
 * What a plan must know of the company it is for.
 *
 * @param hash of its lists, preferences and closed date: another one where any of them moved
 * @param missing what the planned documents refer to and the company does not have
 * @param chart its accounts
 */
public record CompanySide(String hash, List<Missing> missing, Chart chart) {

  public CompanySide {
    missing = List.copyOf(missing);
  }
}
