package io.shopbooks.quickbooks;

import io.shopbooks.connections.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells who is signed in to which company, and for how long. Reads only, and asks nobody. */
@Component("signInStates")
public class SignInStates {

  private final JdbcClient db;
  private final Mirror mirror;

  SignInStates(JdbcClient db, Mirror mirror) {
    this.db = db;
    this.mirror = mirror;
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
   * @param since when a person last signed in
   * @param renewed when it was last renewed
   * @param refused when QuickBooks first refused it; absent while it does not, and where a person
   *     ended it here
   */
  public record SignIn(
      State state,
      Optional<String> realm,
      String because,
      Optional<Instant> refreshUntil,
      Optional<Instant> hardUntil,
      Optional<Instant> since,
      Optional<Instant> renewed,
      Optional<Instant> refused) {

    /** Whether QuickBooks refuses it, and no person ended it here. */
    public boolean isLost() {
      return state == State.SIGNED_OUT && refused.isPresent();
    }

    /** The end that is near, if one is. */
    public Optional<Ending> ending(Instant now) {
      return Stream.concat(
              hardUntil.map(end -> new Ending(end, Ending.days(now, end), true)).stream(),
              refreshUntil.map(end -> new Ending(end, Ending.days(now, end), false)).stream())
          .filter(ending -> ending.daysLeft() <= Ending.FIRST)
          .findFirst();
    }
  }

  /**
   * A sign-in that ends soon (`quickbooks-online.md` 1.4).
   *
   * @param daysLeft begun ones count
   * @param forGood whether only signing in again helps; else it could not be renewed for long
   */
  public record Ending(Instant end, int daysLeft, boolean forGood) {

    static final int FIRST = 30;
    private static final int[] STEPS = {1, 7, 14, FIRST};

    static int days(Instant now, Instant end) {
      var left = Duration.between(now, end);
      return (int) Math.max(0, left.plusDays(1).minusNanos(1).toDays());
    }

    /** Which warning is due: 30, 14, 7 or 1 day before the end. */
    public int step() {
      for (var step : STEPS) {
        if (daysLeft <= step) {
          return step;
        }
      }
      throw new IllegalStateException("No end is near in " + daysLeft + " days");
    }
  }

  /**
   * What is known of a company without asking; what is not known yet is empty.
   *
   * @param country as QuickBooks writes it: "US"
   * @param currency of its books: "USD"
   * @param plan as QuickBooks names it
   */
  public record Known(String name, String country, String currency, String plan) {}

  /** The sign-in of this connection. */
  public SignIn of(Connection connection) {
    var realm = connection.company().realm().or(() -> connected(connection));
    return realm.flatMap(this::find).orElseGet(() -> never(realm));
  }

  /** The company as we last saw it. */
  public Known known(String realm) {
    var info = mirror.all(realm, "CompanyInfo").stream().findFirst().map(MirrorRow::json);
    var preferences = mirror.all(realm, "Preferences").stream().findFirst().map(MirrorRow::json);
    return new Known(
        info.map(json -> json.path("CompanyName").asText("")).orElse(""),
        info.map(json -> json.path("Country").asText("")).orElse(""),
        preferences
            .map(json -> json.path("CurrencyPrefs").path("HomeCurrency").path("value").asText(""))
            .orElse(""),
        info.map(Preflight::plan).orElse(""));
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
            select realm, state, because, refresh_until, hard_until, signed_in_at, refreshed_at,
                refused_at
            from quickbooks_company where realm = :realm
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
        signedIn ? moment(row, "hard_until") : Optional.empty(),
        signedIn ? moment(row, "signed_in_at") : Optional.empty(),
        signedIn ? moment(row, "refreshed_at") : Optional.empty(),
        moment(row, "refused_at"));
  }

  private static SignIn never(Optional<String> realm) {
    Optional<Instant> none = Optional.empty();
    return new SignIn(State.NEVER, realm, "", none, none, none, none, none);
  }

  private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
  }
}
