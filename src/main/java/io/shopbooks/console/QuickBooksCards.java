package io.shopbooks.console;

import io.shopbooks.connections.Connection;
import io.shopbooks.quickbooks.Connecting;
import io.shopbooks.quickbooks.Disconnecting;
import io.shopbooks.quickbooks.SignInStates;
import io.shopbooks.quickbooks.SignInStates.Known;
import io.shopbooks.quickbooks.SignInStates.SignIn;
import io.shopbooks.report.Words;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** Writes down how the sign-in of a connection stands. Asks nobody. */
@Component
@ConditionalOnWebApplication
class QuickBooksCards {

  private final SignInStates states;
  private final Disconnecting disconnecting;
  private final Connecting connecting;
  private final ConsoleAddress address;
  private final Clock clock;

  QuickBooksCards(
      SignInStates states,
      Disconnecting disconnecting,
      Connecting connecting,
      ConsoleAddress address,
      Clock clock) {
    this.states = states;
    this.disconnecting = disconnecting;
    this.connecting = connecting;
    this.address = address;
    this.clock = clock;
  }

  QuickBooksCard of(Connection connection, Words words, Locale locale) {
    var signIn = states.of(connection);
    var known = signIn.realm().map(states::known).orElse(new Known("", "", "", ""));
    return new QuickBooksCard(
        connection.name(),
        state(signIn),
        known.name(),
        signIn.realm().orElse(""),
        country(known.country(), locale),
        known.currency(),
        known.plan(),
        date(signIn.since(), connection, words),
        signIn.renewed().map(at -> words.moment(at, connection.zone())).orElse(""),
        date(signIn.refreshUntil(), connection, words),
        date(signIn.hardUntil(), connection, words),
        signIn.ending(clock.instant()).map(ending -> ending(ending, connection, words)),
        signIn.because(),
        signIn.refused().map(at -> words.moment(at, connection.zone())).orElse(""),
        disconnecting.stops(connection).stream()
            .filter(other -> !other.equals(connection.name()))
            .toList(),
        connecting.isPossible(),
        address.callback().toString());
  }

  /** The name of a company, or its id where the name is not known. */
  String called(String realm) {
    var name = states.known(realm).name();
    return name.isBlank() ? realm : name;
  }

  private static String state(SignIn signIn) {
    return switch (signIn.state()) {
      case SIGNED_IN -> "signed-in";
      case SIGNED_OUT -> signIn.refused().isPresent() ? "refused" : "disconnected";
      case NEVER -> "never";
    };
  }

  private static QuickBooksCard.Ending ending(
      SignInStates.Ending ending, Connection connection, Words words) {
    return new QuickBooksCard.Ending(
        ending.forGood() ? "for-good" : "unused",
        date(Optional.of(ending.end()), connection, words),
        words.number(ending.daysLeft()));
  }

  private static String date(Optional<Instant> moment, Connection connection, Words words) {
    return moment.map(at -> words.date(LocalDate.ofInstant(at, connection.zone()))).orElse("");
  }

  private static String country(String code, Locale locale) {
    return code.length() == 2 ? new Locale("", code).getDisplayCountry(locale) : code;
  }
}
