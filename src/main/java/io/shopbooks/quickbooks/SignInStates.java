package io.shopbooks.quickbooks;

import io.shopbooks.connections.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells who is signed in to which company, and for how long. Reads only, and asks nobody. */
@Component("signInStates")
public class SignInStates {

  private final JdbcClient db;

  SignInStates(JdbcClient db) {
    this.db = db;
  }

  /** How a company can be reached now. */
  public enum State {
    SIGNED_IN,
    /** A person must sign in again. */
    SIGNED_OUT,
    /** Nobody ever signed in. */
    NEVER
  }

  /**
   * The sign-in of a connection.
   *
   * @param realm absent until a company was chosen
   * @param because why a person must sign in again, or act in QuickBooks; else empty
   * @param refreshUntil the sign-in ends then unless it is used before
   * @param hardUntil it ends then in any case (`quickbooks-online.md` 1.4)
   */
  public record SignIn(
      State state,
      Optional<String> realm,
      String because,
      Optional<Instant> refreshUntil,
      Optional<Instant> hardUntil) {}

  /** The sign-in of this connection. */
  public SignIn of(Connection connection) {
    var realm = connection.company().realm().or(() -> connected(connection));
    return realm.flatMap(this::find).orElseGet(() -> never(realm));
  }

  private Optional<String> connected(Connection connection) {
    return db.sql("select realm from quickbooks_connected where shop = :shop")
        .param("shop", connection.shopId().value())
        .query(String.class)
        .optional();
  }

  private Optional<SignIn> find(String realm) {
    return db.sql(
            """
            select realm, state, because, refresh_until, hard_until from quickbooks_company
            where realm = :realm
            """)
        .param("realm", realm)
        .query(SignInStates::signIn)
        .optional();
  }

  private static SignIn signIn(ResultSet row, int n) throws SQLException {
    var signedIn = !row.getString("state").equals("signed-out");
    return new SignIn(
        signedIn ? State.SIGNED_IN : State.SIGNED_OUT,
        Optional.of(row.getString("realm")),
        row.getString("because"),
        signedIn ? moment(row, "refresh_until") : Optional.empty(),
        signedIn ? moment(row, "hard_until") : Optional.empty());
  }

  private static SignIn never(Optional<String> realm) {
    return new SignIn(State.NEVER, realm, "", Optional.empty(), Optional.empty());
  }

  private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
  }
}
