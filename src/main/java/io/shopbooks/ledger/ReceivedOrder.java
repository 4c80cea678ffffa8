package io.shopbooks.ledger;

import io.shopbooks.sale.OrderKey;

/**
 * An order that is to be planned.
 *
 * @param attempt rises with each claim, so that no two plannings are taken for one
 * @param money what the shop says it is worth, for those who must decide about it
 * @param moveFrom the item whose lines a person wants under the items that match now, although the
 *     shop changed nothing; empty for none
 */
public record ReceivedOrder(
    OrderKey key,
    String realm,
    String connection,
    String number,
    String json,
    String hash,
    int attempt,
    String currency,
    java.math.BigDecimal money,
    String moveFrom) {

  boolean isToMove() {
    return !moveFrom.isEmpty();
  }

  /** What the planning door remembers: it lets each content in once per mapping and attempt. */
  public String planningKey(String mapping) {
    return String.join("|", key.toString(), realm, hash, mapping, Integer.toString(attempt));
  }
}
