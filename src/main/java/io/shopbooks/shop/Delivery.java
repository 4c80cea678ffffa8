package io.shopbooks.shop;

import java.util.Optional;

/**
 * What a webhook delivery asks for. It is a hint and never the order itself: deliveries come late,
 * twice, out of order, and are built in the shop's display decimals (`woocommerce.md` 9.2).
 *
 * @param topic as the shop names it: {@code order.updated}; empty for a ping
 * @param order id of the order to read again, if there is one
 * @param fingerprint of topic and raw body: a repeated delivery has the same; delivery ids of the
 *     shop are not unique
 */
public record Delivery(Kind kind, String topic, Optional<String> order, String fingerprint) {

  /** What became of a delivery. */
  public enum Kind {
    /** An order is to be read again. */
    HINT,
    /** The shop tries whether somebody listens; it does not sign that. */
    PING,
    /** Rightly signed, and about nothing we follow. */
    IGNORED,
    /** Rightly signed; its owner in the shop may not see orders any more, so it names none. */
    POWERLESS,
    /** The signature is missing or wrong, or the connection has no webhook-secret. */
    FORGED,
    /** Larger than {@code shopbooks.shop.largest-delivery}. */
    TOO_LARGE
  }

  public Delivery {
    if (order.isPresent() != (kind == Kind.HINT)) {
      throw new IllegalArgumentException("Only a hint names an order");
    }
  }

  /** HTTP status to answer with; the shop switches a webhook off after seven bad ones in a row. */
  public int answer() {
    return switch (kind) {
      case HINT, PING, IGNORED, POWERLESS -> 200;
      case FORGED -> 401;
      case TOO_LARGE -> 413;
    };
  }
}
