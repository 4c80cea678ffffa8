package io.shopbooks.quickbooks;

import io.shopbooks.connections.BrokenConnection;
import io.shopbooks.connections.Connection;
import io.shopbooks.connections.Connections;
import io.shopbooks.connections.UnknownConnection;
import io.shopbooks.quickbooks.SignInAttempt.Outcome;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Leads a browser to Intuit's page and takes what it brings back (`quickbooks-online.md` 1.2). Each
 * try belongs to one browser: what another brings is not taken, whoever sent it. Not Spring's OAuth
 * client: a terminal may begin, the company comes as a parameter of the callback, and what is kept
 * must be the tokens that {@link SignIns} renews.
 */
@Component
public class Connecting {

  private static final Logger LOG = LoggerFactory.getLogger(Connecting.class);

  private final QuickBooksSettings settings;
  private final Connections connections;
  private final SignInAttempts attempts;
  private final Arrivals arrivals;
  private final Clock clock;

  Connecting(
      QuickBooksSettings settings,
      Connections connections,
      SignInAttempts attempts,
      Arrivals arrivals,
      Clock clock) {
    this.settings = settings;
    this.connections = connections;
    this.attempts = attempts;
    this.arrivals = arrivals;
    this.clock = clock;
  }

  /** What a terminal prints: good for one browser. */
  public record Invitation(long id, String ticket, Instant until) {

    @Override
    public String toString() {
      return "Invitation[" + id + "]";
    }
  }

  /**
   * What a browser came back with; a missing parameter is empty.
   *
   * @param error why there is no code: "access_denied"
   */
  public record Return(String state, String code, String realm, String error) {

    boolean isComplete() {
      var answered = !code.isBlank() && realm.matches("\\d{1,20}");
      return !state.isBlank() && (answered || !error.isBlank());
    }

    @Override
    public String toString() {
      return "Return[…]";
    }
  }

  /** How a return was received. */
  public enum Reception {
    /** What came of it stands in the attempt. */
    TAKEN,
    /** It was taken before: a refreshed page. */
    TAKEN_BEFORE,
    /** Nothing was begun with this state, or not by this browser. */
    UNKNOWN,
    /** It was begun too long ago. */
    EXPIRED,
    /** A parameter is missing or nonsense. */
    INCOMPLETE
  }

  /** Whether there is an app to sign in with. */
  public boolean isPossible() {
    return !settings.clientId().isBlank() && !settings.clientSecret().isBlank();
  }

  /** A key for a browser, to be kept in its session. */
  public String browser() {
    return Unguessable.make();
  }

  /**
   * A page begins to sign in.
   *
   * @param browser its key
   * @param callback where Intuit's page returns to, as registered with the app
   * @return where the browser goes
   */
  public URI begin(Connection connection, String person, String browser, URI callback) {
    var id = attempts.begun(connection.name(), person);
    return sent(id, browser, callback).orElseThrow();
  }

  /** A terminal invites a browser to sign in. */
  public Invitation invite(Connection connection, String person) {
    var ticket = Unguessable.make();
    var id = attempts.invited(connection.name(), person, Unguessable.hash(ticket));
    return new Invitation(id, ticket, attempts.until());
  }

  /** What an invitation is for; absent if it was used, is too old, or never was. */
  public Optional<SignInAttempt> invited(String ticket) {
    return attempts.ofTicket(Unguessable.hash(ticket));
  }

  /** A browser follows an invitation; absent if it is not good any more. */
  public Optional<URI> accept(String ticket, String browser, URI callback) {
    return invited(ticket).flatMap(attempt -> sent(attempt.id(), browser, callback));
  }

  private Optional<URI> sent(long id, String browser, URI callback) {
    var state = Unguessable.make();
    var sent =
        attempts.sent(id, Unguessable.hash(state), Unguessable.hash(browser), callback.toString());
    return sent ? Optional.of(address(state, callback)) : Optional.empty();
  }

  private URI address(String state, URI callback) {
    var question =
        Stream.of(
                "client_id=" + encoded(settings.clientId()),
                "response_type=code",
                // The one scope a sales connector needs (1.1).
                "scope=com.intuit.quickbooks.accounting",
                "redirect_uri=" + encoded(callback.toString()),
                "state=" + state)
            .collect(Collectors.joining("&"));
    return URI.create(settings.authorizeUrl() + "?" + question);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /**
   * A browser is back. A code is used once, whatever happens then; what came of it tells {@link
   * #last}.
   */
  public Reception returned(Return back, String browser) {
    if (!back.isComplete()) {
      return Reception.INCOMPLETE;
    }
    var kept =
        attempts
            .ofState(Unguessable.hash(back.state()), Unguessable.hash(browser))
            .filter(SignInAttempts.Kept::ofThisBrowser);
    if (kept.isEmpty()) {
      return Reception.UNKNOWN;
    }
    var attempt = kept.get().attempt();
    if (attempt.taken().isPresent()) {
      return Reception.TAKEN_BEFORE;
    }
    if (!attempt.until().isAfter(clock.instant())) {
      return Reception.EXPIRED;
    }
    // Of two at once, one takes it.
    if (!attempts.take(attempt.id())) {
      return Reception.TAKEN_BEFORE;
    }
    receive(kept.get(), back);
    return Reception.TAKEN;
  }

  private void receive(SignInAttempts.Kept kept, Return back) {
    var attempt = kept.attempt();
    if (!back.error().isBlank()) {
      var declined = back.error().equals("access_denied");
      arrivals.over(attempt, declined ? Outcome.DECLINED : Outcome.REFUSED);
      LOG.info("sign-in not granted connection={}", attempt.connection());
      return;
    }
    connection(attempt)
        .ifPresentOrElse(
            connection ->
                arrivals.arrive(attempt, connection, back.realm(), back.code(), kept.redirectUri()),
            () -> arrivals.over(attempt, Outcome.NO_CONNECTION));
  }

  private Optional<Connection> connection(SignInAttempt attempt) {
    try {
      return Optional.of(connections.named(attempt.connection()));
    } catch (UnknownConnection | BrokenConnection e) {
      return Optional.empty();
    }
  }

  /** The newest try of this browser. */
  public Optional<SignInAttempt> last(String browser) {
    return attempts.ofBrowser(Unguessable.hash(browser));
  }

  /** A try by its number. */
  public Optional<SignInAttempt> attempt(long id) {
    return attempts.of(id);
  }

  /** The company the connection had before the question whether to change it. */
  public Optional<String> before(SignInAttempt attempt) {
    return connection(attempt).flatMap(arrivals::before);
  }

  /** A person answers whether the connection changes to the other company. */
  public void answer(String browser, boolean change) {
    last(browser)
        .filter(attempt -> attempt.outcome() == Outcome.ANOTHER_COMPANY)
        .ifPresent(
            attempt ->
                connection(attempt)
                    .filter(connection -> change)
                    .ifPresentOrElse(
                        connection -> arrivals.change(attempt, connection),
                        () -> arrivals.keep(attempt)));
  }

  /** Questions nobody answered are answered with no, and old tries are forgotten. */
  void tidy() {
    attempts.unanswered().forEach(arrivals::keep);
    attempts.tidy();
  }
}
