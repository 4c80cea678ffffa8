package io.shopbooks.setup;

import io.shopbooks.connections.Connection;
import io.shopbooks.quickbooks.CompanyResting;
import io.shopbooks.quickbooks.CompanyStopped;
import io.shopbooks.quickbooks.Lookout;
import io.shopbooks.quickbooks.NotSignedIn;
import io.shopbooks.quickbooks.Preflight;
import io.shopbooks.quickbooks.SignInStates;
import io.shopbooks.quickbooks.SignIns;
import io.shopbooks.report.Words;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.ProducerTemplate;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Looks at the company's side of a connection. */
@Component
class CompanyCheck {

  private final SignIns signIns;
  private final Lookout lookout;
  private final Preflight preflight;
  private final ProducerTemplate camel;
  private final SignInStates states;
  private final Clock clock;

  CompanyCheck(
      SignIns signIns,
      Lookout lookout,
      Preflight preflight,
      ProducerTemplate camel,
      SignInStates states,
      Clock clock) {
    this.signIns = signIns;
    this.lookout = lookout;
    this.preflight = preflight;
    this.camel = camel;
    this.states = states;
    this.clock = clock;
  }

  /** Looks, adds what it found, and tells which company it is. */
  String look(Connection connection, ShopCheck.Looked shop, List<Found> findings) {
    try {
      var realm = signIns.realm(connection);
      lookout.refresh(realm);
      lookAround(connection, realm);
      var looked = preflight.look(connection, realm, shop.facts());
      looked.findings().stream()
          .map(f -> new Found("company", f.what(), f.remedy(), f.stopsSales(), false))
          .forEach(findings::add);
      ending(connection).ifPresent(findings::add);
      return Stream.of(
              looked.company(),
              "company " + realm,
              looked.country(),
              looked.plan(),
              looked.subscription())
          .filter(word -> !word.isBlank())
          .collect(Collectors.joining(", "));
    } catch (NotSignedIn e) {
      findings.add(found(e, remedy("not-signed-in", connection)));
    } catch (CompanyResting e) {
      findings.add(found(e, remedy("company-resting", connection)));
    } catch (CompanyStopped e) {
      findings.add(found(e, remedy("company-stopped", connection)));
    }
    return "could not be looked at";
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

  private Optional<Found> ending(Connection connection) {
    return SignInWords.warning(states.of(connection), clock.instant())
        .map(StringUtils::capitalize)
        .map(
            what ->
                new Found(
                    "company", what + ".", SignInWords.remedy(connection.name()), false, false));
  }

  private static String remedy(String trouble, Connection connection) {
    var remedy = Words.in(Locale.ENGLISH).troubleRemedy(trouble, connection.name());
    return remedy.what() + " " + remedy.command();
  }

  private static Found found(RuntimeException failure, String remedy) {
    return new Found("company", failure.getMessage() + ".", remedy, true, true);
  }
}
