package io.shopbooks.ledger;

import io.shopbooks.sale.OrderKey;

/**
 * An order that is to be planned.
 *
 * @param attempt rises with each claim, so that no two plannings are taken for one
 * @param money what the shop says it is worth, for those who must decide about it
 * @param toMove whether a person wants its documents under the items that match now, although the
 *     shop changed nothing
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
    boolean toMove) {

  /** What the planning door remembers: it lets each content in once per mapping and attempt. */
  public String planningKey(String mapping) {
    return String.join("|", key.toString(), realm, hash, mapping, Integer.toString(attempt));
  }
}
