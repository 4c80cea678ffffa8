package io.shopbooks.console;

import io.shopbooks.connections.Connection;
import io.shopbooks.quickbooks.CompanyResting;
import io.shopbooks.quickbooks.CompanyStopped;
import io.shopbooks.quickbooks.NotSignedIn;
import io.shopbooks.shop.ShopRefused;
import io.shopbooks.shop.ShopUnreachable;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** Does for a page what must not run beside a sync. A page waits for nobody: it may come again. */
@Component
@ConditionalOnWebApplication
class Turns {

  private final ProducerTemplate camel;

  Turns(ProducerTemplate camel) {
    this.camel = camel;
  }

  /** What came of the route; empty if somebody else was at it. */
  Optional<Exchange> take(String route, Connection connection, Map<String, Object> variables)
      throws Exception {
    return Optional.of(run(route, connection, variables))
        .filter(done -> done.getVariable("rehearsal") != null);
  }

  /** The same of a route whose answer is whether it had its turn. */
  Optional<Exchange> takeIfFree(String route, Connection connection, Map<String, Object> variables)
      throws Exception {
    return Optional.of(run(route, connection, variables))
        .filter(done -> Boolean.TRUE.equals(done.getMessage().getBody(Boolean.class)));
  }

  private Exchange run(String route, Connection connection, Map<String, Object> variables)
      throws Exception {
    var done =
        camel.request(
            route,
            asked -> {
              asked.getMessage().setBody(connection.name());
              variables.forEach(asked::setVariable);
            });
    if (done.getException() != null) {
      throw done.getException();
    }
    return done;
  }

  /**
   * The word of what keeps shop or company from answering, "shop-unreachable"; for all else, the
   * failure goes on.
   */
  static String trouble(Exception failure) throws Exception {
    return Stream.iterate((Throwable) failure, cause -> cause != null, cause -> cause.getCause())
        .filter(
            cause ->
                cause instanceof ShopUnreachable
                    || cause instanceof ShopRefused
                    || cause instanceof NotSignedIn
                    || cause instanceof CompanyResting
                    || cause instanceof CompanyStopped)
        .map(cause -> cause.getClass().getSimpleName())
        .map(name -> name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT))
        .findFirst()
        .orElseThrow(() -> failure);
  }
}
