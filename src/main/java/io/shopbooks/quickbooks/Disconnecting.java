package io.shopbooks.quickbooks;

import io.shopbooks.connections.Connection;
import io.shopbooks.connections.Connections;
import java.util.List;
import org.springframework.stereotype.Component;

/** Ends the sign-in to a company, for all connections that carry to it. */
@Component
public class Disconnecting {

  private final Connections connections;
  private final SignInStates states;
  private final Revocations revocations;

  Disconnecting(Connections connections, SignInStates states, Revocations revocations) {
    this.connections = connections;
    this.states = states;
    this.revocations = revocations;
  }

  /** What came of it. */
  public enum Farewell {
    /** QuickBooks heard it. */
    DONE,
    /** Nothing of it is used any more; QuickBooks could not be told yet, and will be. */
    TO_BE_TOLD,
    /** Nobody was signed in. */
    NOTHING
  }

  /** The names of all connections that stop with this one. */
  public List<String> stops(Connection connection) {
    var realm = states.of(connection).realm();
    return connections.all().stream()
        .filter(other -> realm.isPresent() && states.of(other).realm().equals(realm))
        .map(Connection::name)
        .toList();
  }

  /** Forgets the tokens at once, and tells QuickBooks. */
  public Farewell disconnect(Connection connection, String person) {
    var signIn = states.of(connection);
    if (signIn.state() != SignInStates.State.SIGNED_IN) {
      return Farewell.NOTHING;
    }
    var told = revocations.end(signIn.realm().orElseThrow(), "disconnected by " + person);
    return told ? Farewell.DONE : Farewell.TO_BE_TOLD;
  }
}
