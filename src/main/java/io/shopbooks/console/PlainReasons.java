package io.shopbooks.console;

import io.shopbooks.ledger.Hold;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells the reason's word and facts, and the command that tries again. */
@Component("consoleReasons")
class PlainReasons implements Reasons {

  @Override
  public Said of(Hold hold, Locale language) {
    var facts =
        hold.reason().facts().entrySet().stream()
            .map(fact -> fact.getKey() + ": " + fact.getValue())
            .collect(Collectors.joining(", "));
    return new Said(
        hold.reason().why().word().replace('-', ' '),
        facts,
        "",
        "shopbooks held retry " + hold.connection() + " --order " + hold.number());
  }
}
