package io.shopbooks.console;

import io.shopbooks.connections.Connection;
import io.shopbooks.ledger.Hold;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** What a button starts and a page does not wait for to the end: the same flows as the commands. */
@Component
@ConditionalOnWebApplication
class Errands {

  private static final Logger LOG = LoggerFactory.getLogger(Errands.class);

  /** A page waits so long for what is mostly done at once. */
  private static final long SECONDS = 10;

  private final ProducerTemplate camel;
  private final Set<String> syncing = ConcurrentHashMap.newKeySet();

  Errands(ProducerTemplate camel) {
    this.camel = camel;
  }

  /**
   * How far an errand came while the page waited.
   *
   * @param done whether it ended
   * @param trouble why it failed, as reports name it; empty if it did not
   */
  record Outcome(boolean done, String trouble) {}

  /** Starts a sync, unless one that a page started still runs. */
  void sync(String connection) {
    if (syncing.add(connection)) {
      send("direct:sync-connection", asked -> asked.getMessage().setBody(connection))
          .whenComplete((answer, failure) -> syncing.remove(connection));
    }
  }

  /** Whether a sync that a page started runs. */
  boolean isSyncing(String connection) {
    return syncing.contains(connection);
  }

  /** Reads held orders from the shop again and brings them to the books. */
  Outcome retry(Connection connection, List<Hold> holds) {
    return outcome("direct:retry-held", connection, holds);
  }

  /** Moves what was sold on these orders to the items that their products have by now. */
  Outcome move(Connection connection, List<String> orders) {
    return outcome("direct:move-products", connection, orders);
  }

  private Outcome outcome(String route, Connection connection, List<?> body) {
    var sent =
        send(
            route,
            asked -> {
              asked.setVariable("connection", connection);
              asked.getMessage().setBody(body);
            });
    try {
      var failure = sent.get(SECONDS, TimeUnit.SECONDS).getException();
      return new Outcome(true, failure == null ? "" : word(failure));
    } catch (TimeoutException goesOn) {
      return new Outcome(false, "");
    } catch (ExecutionException e) {
      return new Outcome(true, word(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome(false, "");
    }
  }

  private CompletableFuture<Exchange> send(String route, Processor question) {
    var sent = camel.asyncSend(route, question);
    sent.thenAccept(
        answer -> {
          if (answer.getException() != null) {
            LOG.warn("{} ended early: {}", route, answer.getException().getMessage());
          }
        });
    return sent;
  }

  /** ShopUnreachable is "shop-unreachable". */
  private static String word(Throwable failure) {
    var name = failure.getClass().getSimpleName();
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }
}
