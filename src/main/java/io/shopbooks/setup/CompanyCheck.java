package io.shopbooks.setup;

import io.shopbooks.connections.Connection;
import io.shopbooks.quickbooks.CompanyResting;
import io.shopbooks.quickbooks.CompanyStopped;
import io.shopbooks.quickbooks.NotSignedIn;
import io.shopbooks.quickbooks.Preflight;
import io.shopbooks.quickbooks.SignInStates;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Looks at the company's side of a connection. */
@Component
class CompanyCheck {

  private final CompanyReading reading;
  private final Preflight preflight;
  private final SignInStates states;
  private final Clock clock;

  CompanyCheck(CompanyReading reading, Preflight preflight, SignInStates states, Clock clock) {
    this.reading = reading;
    this.preflight = preflight;
    this.states = states;
    this.clock = clock;
  }

  /** Looks, adds what it found, and tells which company it is; empty if it cannot be looked at. */
  String look(Connection connection, ShopCheck.Looked shop, List<Found> findings) {
    try {
      var realm = reading.read(connection);
      var looked = preflight.look(connection, realm, shop.facts());
      looked.findings().stream().map(CompanyCheck::found).forEach(findings::add);
      ending(connection).ifPresent(findings::add);
      return Stream.of(
              looked.company(), realm, looked.country(), looked.plan(), looked.subscription())
          .filter(word -> !word.isBlank())
          .collect(Collectors.joining(", "));
    } catch (NotSignedIn e) {
      findings.add(trouble("not-signed-in", e, connection));
    } catch (CompanyResting e) {
      findings.add(trouble("company-resting", e, connection));
    } catch (CompanyStopped e) {
      findings.add(trouble("company-stopped", e, connection));
    }
    return "";
  }

  private static Found found(Preflight.Finding finding) {
    return new Found(
        "company",
        finding.misfit().word(),
        finding.facts(),
        finding.stopsSales(),
        false,
        finding.edit());
  }

  private Optional<Found> ending(Connection connection) {
    return states.of(connection).ending(clock.instant()).map(end -> ending(connection, end));
  }

  private static Found ending(Connection connection, SignInStates.Ending ending) {
    return new Found(
        "company",
        ending.forGood() ? "sign-in-ends" : "sign-in-not-renewed",
        Map.of(
            "connection", connection.name(),
            "date", ending.end().atZone(ZoneOffset.UTC).toLocalDate().toString(),
            "days", String.valueOf(ending.daysLeft())),
        false,
        false,
        Optional.empty());
  }

  private static Found trouble(String word, RuntimeException failure, Connection connection) {
    return new Found(
        "company",
        word,
        Map.of("said", failure.getMessage(), "connection", connection.name()),
        true,
        true,
        Optional.empty());
  }
}
