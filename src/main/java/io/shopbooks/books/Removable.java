package io.shopbooks.books;

import java.util.List;

/**
 * How a document of ours stands in the company, before it is taken back.
 *
 * @param document the ledger's id of it
 * @param state "there" as we left it, "gone", or "changed" by a person since
 * @param links transactions it is linked to there, whoever made them
 * @param said what was changed; empty if nothing
 */
public record Removable(long document, String state, List<Link> links, String said) {

  public Removable {
    links = List.copyOf(links);
  }

  /** A transaction of the company, by QuickBooks' type and id. */
  public record Link(String type, String id) {}
}
