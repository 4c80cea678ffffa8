package io.shopbooks.cli;

import io.shopbooks.connections.Connection;
import io.shopbooks.quickbooks.Waiting;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.springframework.stereotype.Component;

/** Runs flows for commands; who finds somebody at it waits. */
@Component("commandTurns")
class Turns {

  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

  private final ProducerTemplate camel;
  private final Waiting waiting;

  Turns(ProducerTemplate camel, Waiting waiting) {
    this.camel = camel;
    this.waiting = waiting;
  }

  /** What came of a route, whatever else runs. Throws what the route ended with. */
  Exchange run(String route, Object body, Map<String, Object> variables) throws Exception {
    var exchange =
        camel.request(
            route,
            asked -> {
              asked.getMessage().setBody(body);
              variables.forEach(asked::setVariable);
            });
    if (exchange.getException() != null) {
      throw exchange.getException();
    }
    return exchange;
  }

  /** What came of a route that must not run beside a sync: a variable {@code rehearsal}. */
  Exchange rehearsal(
      String route, Connection connection, Map<String, Object> variables, Output output)
      throws Exception {
    var turn = new Turn(had -> had.getVariable("rehearsal") != null, "syncs " + connection.name());
    return run(route, connection, variables, turn, output);
  }

  /** What came of a route about a connection, once it had its turn. */
  Exchange run(
      String route, Connection connection, Map<String, Object> variables, Turn turn, Output output)
      throws Exception {
    var exchange = run(route, connection.name(), variables);
    if (!turn.had().test(exchange)) {
      output.remark("Another process %s just now; waiting for it to end.".formatted(turn.other()));
    }
    while (!turn.had().test(exchange)) {
      waiting.await(BETWEEN_TRIES);
      exchange = run(route, connection.name(), variables);
    }
    return exchange;
  }

  /**
   * How it is known that a route had its turn.
   *
   * @param had of what came of it
   * @param other what somebody else is at meanwhile: "syncs acme"
   */
  record Turn(Predicate<Exchange> had, String other) {

    /** Of a route that answers whether it had it. */
    static Turn told(String other) {
      return new Turn(had -> had.getMessage().getBody(Boolean.class), other);
    }
  }
}
