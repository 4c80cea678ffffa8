package io.shopbooks.cli;

import io.shopbooks.connections.Connection;
import io.shopbooks.connections.Connections;
import io.shopbooks.quickbooks.SignInStates;
import io.shopbooks.quickbooks.SignIns;
import io.shopbooks.setup.SignInWords;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Signs in with a token a person brings. */
@Component
class SigningIn {

  private final Connections connections;
  private final SignIns signIns;
  private final SignInStates states;
  private final String clientId;

  SigningIn(
      Connections connections,
      SignIns signIns,
      SignInStates states,
      @Value("${quickbooks.client-id:}") String clientId) {
    this.connections = connections;
    this.signIns = signIns;
    this.states = states;
    this.clientId = clientId;
  }

  /** Signs in; answers the exit status. */
  int signIn(String name, Optional<String> token, Optional<String> realm, Output output) {
    var connection = connections.named(name);
    var company = company(connection, realm);
    if (clientId.isBlank()) {
      throw new Refusal(
          "No Intuit app is known.",
          "Set QUICKBOOKS_CLIENT_ID and QUICKBOOKS_CLIENT_SECRET to the keys of the app that the"
              + " token was made for.");
    }
    var chosen =
        company.orElseThrow(
            () ->
                new Refusal(
                    "Nobody says which company to sign in to.",
                    "Add --realm with the id of the company, or write it into "
                        + connection.file()
                        + " under company.realm."));
    var given = token.filter(text -> !text.isEmpty());
    signIns.connect(
        connection,
        chosen,
        given.orElseThrow(
            () -> new Refusal("The refresh token is empty.", "Paste it, then press Enter.")));
    return answer(connection, output);
  }

  private static Optional<String> company(Connection connection, Optional<String> realm) {
    var written = connection.company().realm();
    if (written.isPresent() && realm.isPresent() && !written.equals(realm)) {
      throw new Refusal(
          connection.file() + " names the company " + written.get() + ", not " + realm.get() + ".",
          "Leave --realm out, or change company.realm in the file.");
    }
    return realm.or(() -> written);
  }

  /** Tells how the sign-in stands; answers the exit status. */
  int answer(Connection connection, Output output) {
    var state = states.of(connection);
    var signedIn = state.state() == SignInStates.State.SIGNED_IN;
    output.line(connection.name() + ": " + SignInWords.of(state));
    var answer = new LinkedHashMap<String, Object>();
    answer.put("connection", connection.name());
    answer.put("signedIn", signedIn);
    answer.put("realm", state.realm().orElse(null));
    output.value(answer);
    return signedIn ? ExitStatus.GOOD : ExitStatus.UNREACHABLE;
  }
}
