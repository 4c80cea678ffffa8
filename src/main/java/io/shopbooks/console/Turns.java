package io.shopbooks.console;

import io.shopbooks.connections.Connection;
import io.shopbooks.quickbooks.QuickBooks;
import io.shopbooks.quickbooks.SignInStates;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/**
 * Does for pages what must not run beside a sync and may take long: a page begins it, and looks
 * again. Kept in memory: what a dead process was at is in the ledger, and its plan is made anew.
 */
@Component
@ConditionalOnWebApplication
class Turns {

  private static final Logger LOG = LoggerFactory.getLogger(Turns.class);

  /** What is short is there at once. */
  private static final Duration AT_ONCE = Duration.ofSeconds(2);

  /** A plan that is older is worth nothing any more. */
  private static final Duration KEPT = Duration.ofHours(1);

  private final ProducerTemplate camel;
  private final SignInStates signIns;
  private final QuickBooks quickbooks;
  private final Clock clock;
  private final Map<String, Turn> turns = new ConcurrentHashMap<>();

  Turns(ProducerTemplate camel, SignInStates signIns, QuickBooks quickbooks, Clock clock) {
    this.camel = camel;
    this.signIns = signIns;
    this.quickbooks = quickbooks;
    this.clock = clock;
  }

  /**
   * Begins a route, unless what was begun at this place still runs, and waits a little for its end.
   *
   * @param place of the connection's pages: "plan", "undo-12"
   * @param what is done there, "apply"
   * @param asked the variables of the route
   * @return whether it was begun
   */
  boolean begin(
      Connection connection, String place, String what, String route, Map<String, Object> asked) {
    var key = key(connection, place);
    var before = turns.get(key);
    if (before != null && before.runs()) {
      return false;
    }
    var turn = begun(connection, what, route, asked);
    turns.put(key, turn);
    try {
      turn.end().get(AT_ONCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException goesOn) {
      LOG.debug("{} of {} goes on; its page looks again", what, key);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return true;
  }

  private Turn begun(Connection connection, String what, String route, Map<String, Object> asked) {
    var writes = writes(connection);
    var end =
        camel
            .asyncSend(
                route,
                exchange -> {
                  exchange.getMessage().setBody(connection.name());
                  asked.forEach(exchange::setVariable);
                })
            .thenApply(exchange -> came(exchange, writes(connection) - writes));
    return new Turn(what, asked, clock.instant(), end);
  }

  private long writes(Connection connection) {
    return signIns.of(connection).realm().map(quickbooks::writes).orElse(0L);
  }

  private static Turn.Came came(Exchange exchange, long writes) {
    if (exchange.getException() != null) {
      LOG.warn("a page's errand ended early: {}", exchange.getException().getMessage());
    }
    return new Turn.Came(made(exchange), Optional.ofNullable(exchange.getException()), writes);
  }

  /** Stock only says whether it had its turn, and whether it was as a person had agreed to. */
  private static Optional<Object> made(Exchange exchange) {
    return Optional.ofNullable(exchange.getVariable("rehearsal"))
        .or(
            () ->
                Boolean.TRUE.equals(exchange.getMessage().getBody())
                    ? Optional.of(exchange.getVariable("confirmed", false, Boolean.class))
                    : Optional.empty());
  }

  /** What was begun at this place last. */
  Optional<Turn> at(Connection connection, String place) {
    var turn = turns.get(key(connection, place));
    return Optional.ofNullable(turn)
        .filter(one -> one.runs() || one.begun().plus(KEPT).isAfter(clock.instant()));
  }

  private static String key(Connection connection, String place) {
    return connection.name() + "/" + place;
  }
}
