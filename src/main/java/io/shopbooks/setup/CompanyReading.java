package io.shopbooks.setup;

import io.shopbooks.connections.Connection;
import io.shopbooks.quickbooks.Lookout;
import io.shopbooks.quickbooks.SignIns;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.camel.ProducerTemplate;
import org.springframework.stereotype.Component;

/** Reads what a company has to choose from into the mirror. */
@Component
public class CompanyReading {

  private final SignIns signIns;
  private final Lookout lookout;
  private final ProducerTemplate camel;

  CompanyReading(SignIns signIns, Lookout lookout, ProducerTemplate camel) {
    this.signIns = signIns;
    this.lookout = lookout;
    this.camel = camel;
  }

  /**
   * Reads it now, whenever it was read last, and answers which company it is.
   *
   * @throws io.shopbooks.quickbooks.NotSignedIn if nobody signed in to it
   * @throws io.shopbooks.quickbooks.CompanyResting if QuickBooks does not answer
   * @throws io.shopbooks.quickbooks.CompanyStopped if a person must act in QuickBooks
   */
  public String read(Connection connection) {
    var realm = signIns.realm(connection);
    lookout.refresh(realm);
    lookAround(connection, realm);
    return realm;
  }

  /** By the route, because what it finds of ours in the books belongs into the ledger. */
  private void lookAround(Connection connection, String realm) {
    var exchange =
        camel.request(
            "direct:look-at-company",
            asked -> {
              asked.setVariable("connection", connection);
              asked.setVariable("realm", realm);
            });
    Stream.<Throwable>iterate(exchange.getException(), Objects::nonNull, Throwable::getCause)
        .filter(cause -> cause instanceof RuntimeException)
        .reduce((outer, inner) -> inner)
        .ifPresent(
            cause -> {
              throw (RuntimeException) cause;
            });
  }
}
