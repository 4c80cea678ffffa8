package io.shopbooks.cli;

import io.shopbooks.connections.Connection;
import io.shopbooks.connections.Connections;
import io.shopbooks.console.ConsoleAddress;
import io.shopbooks.quickbooks.Connecting;
import io.shopbooks.quickbooks.SignInAttempt;
import io.shopbooks.quickbooks.SignInAttempt.Outcome;
import io.shopbooks.quickbooks.SignInStates;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Signs in by a browser: prints an address, waits, and tells what came of it. */
@Component
class InvitingBrowser {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

  private static final String INVITATION =
      """
      Open this address in a browser; it is good once, and for half an hour:
        %s
      The app whose keys QUICKBOOKS_CLIENT_ID and QUICKBOOKS_CLIENT_SECRET are must list this
      redirect URI at developer.intuit.com, exactly as it stands here:
        %s
      Where no browser reaches it, bring a refresh token of Intuit's OAuth playground instead:
        shopbooks connect %s --refresh-token - --realm COMPANY_ID""";

  private final Connections connections;
  private final Connecting connecting;
  private final SignInStates states;
  private final SigningIn signingIn;
  private final ConsoleAddress address;
  private final Environment environment;
  private final Clock clock;

  InvitingBrowser(
      Connections connections,
      Connecting connecting,
      SignInStates states,
      SigningIn signingIn,
      ConsoleAddress address,
      Environment environment,
      Clock clock) {
    this.connections = connections;
    this.connecting = connecting;
    this.states = states;
    this.signingIn = signingIn;
    this.address = address;
    this.environment = environment;
    this.clock = clock;
  }

  /**
   * Invites a browser, unless somebody is signed in; answers the exit status.
   *
   * @param again whether to do so though somebody is
   * @param wait whether to wait for what comes of it
   */
  int invite(String name, boolean again, boolean wait, Output output) throws InterruptedException {
    var connection = connections.named(name);
    if (!again && states.of(connection).state() == SignInStates.State.SIGNED_IN) {
      return signingIn.answer(connection, output);
    }
    if (!connecting.isPossible()) {
      throw new Refusal(
          "No Intuit app is known.",
          "Set QUICKBOOKS_CLIENT_ID and QUICKBOOKS_CLIENT_SECRET to the keys of your app at"
              + " developer.intuit.com.");
    }
    var invitation = connecting.invite(connection, "terminal");
    var open = address.invitation(invitation.ticket());
    output.remark(INVITATION.formatted(open, address.callback(), name));
    if (!wait) {
      return invited(connection, open, output);
    }
    if (!isServed()) {
      output.remark(
          "Another program has the port of the pages: the address opens if that is `shopbooks"
              + " serve` with the same database.");
    }
    output.remark("Waiting for the browser; Ctrl-C ends that.");
    return told(connection, awaited(invitation.id()), output);
  }

  private boolean isServed() {
    return environment.getProperty("local.server.port", Integer.class, 0) > 0;
  }

  private static int invited(Connection connection, String open, Output output) {
    var answer = new LinkedHashMap<String, Object>();
    answer.put("connection", connection.name());
    answer.put("signedIn", false);
    answer.put("address", open);
    output.value(answer);
    return ExitStatus.UNREACHABLE;
  }

  private SignInAttempt awaited(long id) throws InterruptedException {
    var attempt = connecting.attempt(id).orElseThrow();
    while (!attempt.isOver(clock.instant())) {
      Thread.sleep(BETWEEN_LOOKS.toMillis());
      attempt = connecting.attempt(id).orElseThrow();
    }
    return attempt;
  }

  private int told(Connection connection, SignInAttempt attempt, Output output) {
    if (attempt.outcome() != Outcome.SIGNED_IN) {
      output.remark(words(attempt));
      signingIn.answer(connection, output);
      return ExitStatus.UNREACHABLE;
    }
    return signingIn.answer(connection, output);
  }

  private static String words(SignInAttempt attempt) {
    return switch (attempt.outcome()) {
      case BEGUN, SIGNED_IN -> "Nobody came back in time. Run the command again.";
      case ANOTHER_COMPANY, KEPT ->
          "The sign-in was to another company, " + attempt.realm() + "; nothing was changed.";
      case OTHER_THAN_FILE ->
          "The sign-in was to company "
              + attempt.realm()
              + ", and the connection file names another under company.realm. Choose that one, or"
              + " change the file first.";
      case DECLINED -> "On Intuit's page, somebody chose not to connect.";
      case REFUSED ->
          "QuickBooks refused the sign-in. The app must list the redirect URI above, exactly.";
      case UNKNOWN_APP ->
          "QuickBooks does not know this app. Check QUICKBOOKS_CLIENT_ID and"
              + " QUICKBOOKS_CLIENT_SECRET.";
      case UNREACHABLE -> "QuickBooks did not answer. Run the command again in a minute.";
      case WRONG_COMPANY -> "What came back does not open the company it named. Try again.";
      case NO_CONNECTION -> "The connection file is missing or broken. Run the command again.";
    };
  }
}
