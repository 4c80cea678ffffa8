package io.shopbooks.books;

import java.util.Map;
import java.util.Set;

/**
 * A document whose turn it is to be sent, or asked about.
 *
 * @param id under which the ledger keeps it
 * @param attempt how often it was tried before; part of its request id
 * @param tries how often of these since it was planned as it is, or a person said to try again
 * @param repairs what was mended after QuickBooks refused it, each done once
 * @param links QuickBooks ids of the documents it needs
 * @param quickbooksId its own, where it is in the books already; else empty
 * @param stored the document as QuickBooks kept it after our last write, as JSON; empty if unknown
 */
public record Due(
    long id,
    Document document,
    int attempt,
    int tries,
    Set<String> repairs,
    Map<DocumentKey, String> links,
    String quickbooksId,
    String stored) {

  public Due {
    repairs = Set.copyOf(repairs);
    links = Map.copyOf(links);
  }
}
