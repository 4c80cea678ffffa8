package io.shopbooks.cli;

import io.shopbooks.ledger.Hold;
import org.springframework.stereotype.Component;

/** Tells the reason's word and facts, and the command that tries again. */
@Component
class PlainReasons implements Reasons {

  @Override
  public Said of(Hold hold) {
    return new Said(
        hold.reason().toString(),
        "shopbooks held retry " + hold.connection() + " --order " + hold.number());
  }
}
