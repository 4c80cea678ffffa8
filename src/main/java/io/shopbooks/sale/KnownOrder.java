package io.shopbooks.sale;

import java.time.Instant;

/**
 * An order as it was received last, for asking the shop about it again.
 *
 * @param id the shop's
 * @param created as the shop told
 * @param json {@link RawOrder#json}
 */
public record KnownOrder(String id, Instant created, String json) {

  /** Tells which order it is; its contents belong in no log. */
  @Override
  public String toString() {
    return "KnownOrder[" + id + "]";
  }
}
