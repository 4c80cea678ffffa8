package io.shopbooks.cli;

import io.shopbooks.connections.Connection;
import io.shopbooks.quickbooks.Waiting;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.springframework.stereotype.Component;

/** Runs what must not run beside a sync: who finds somebody at it waits. */
@Component("commandRehearsals")
class Rehearsals {

  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

  private final ProducerTemplate camel;
  private final Waiting waiting;

  Rehearsals(ProducerTemplate camel, Waiting waiting) {
    this.camel = camel;
    this.waiting = waiting;
  }

  /** What came of the route, once it had its turn: then there is a variable {@code rehearsal}. */
  Exchange run(String route, Connection connection, Map<String, Object> variables, Output output)
      throws Exception {
    var exchange = tried(route, connection, variables);
    if (exchange.getVariable("rehearsal") == null) {
      output.remark(
          "Another process syncs " + connection.name() + " just now; waiting for it to end.");
    }
    while (exchange.getVariable("rehearsal") == null) {
      waiting.await(BETWEEN_TRIES);
      exchange = tried(route, connection, variables);
    }
    return exchange;
  }

  private Exchange tried(String route, Connection connection, Map<String, Object> variables)
      throws Exception {
    var exchange =
        camel.request(
            route,
            asked -> {
              asked.getMessage().setBody(connection.name());
              variables.forEach(asked::setVariable);
            });
    if (exchange.getException() != null) {
      throw exchange.getException();
    }
    return exchange;
  }
}
