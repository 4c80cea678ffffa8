package io.shopbooks.quickbooks;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/**
 * The two sides of the call to QuickBooks: before the route sends it, and after. Who is signed in,
 * how fast may be asked, and what company-wide refusals mean is settled here, so that whoever calls
 * gets an answer about their own request.
 */
@Component("quickbooks")
public class QuickBooks {

  static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
          .build();

  /** Throttled so often in a row, it is not the pace: the month's reads may be used up (5). */
  private static final int THROTTLED_FOR_LONG = 10;

  private static final String ANSWER = "answer";
  private static final String TOKEN = "token";
  private static final String REFUSED = "refused";
  private static final String SENT_AT = "sent-at";
  private static final String THROTTLED = "throttled";
  private static final String BROKEN = "broken";

  private final SignIns signIns;
  private final Governor governor;
  private final Pace pace;
  private final QuickBooksSettings settings;
  private final Clock clock;
  private final Map<String, Long> reads = new ConcurrentHashMap<>();
  private final Map<String, Long> writes = new ConcurrentHashMap<>();

  QuickBooks(
      SignIns signIns, Governor governor, Pace pace, QuickBooksSettings settings, Clock clock) {
    this.signIns = signIns;
    this.governor = governor;
    this.pace = pace;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Makes the message ready to be sent, once the company's limits allow it.
   *
   * @throws NotSignedIn if a person must sign in
   * @throws CompanyResting if QuickBooks asked for a pause
   */
  public void prepare(Request request, Exchange exchange) {
    var refused = exchange.getVariable(REFUSED, String.class);
    var token = signIns.accessToken(request.realm(), refused == null ? "" : refused);
    // Last, so that nothing but the network stands between passing and arriving.
    governor.pass(request);
    (request.isWrite() ? writes : reads).merge(request.realm(), 1L, Long::sum);
    var message = exchange.getMessage();
    message.setHeader("Authorization", "Bearer " + token);
    message.setHeader("Accept", "application/json");
    message.setHeader(Exchange.HTTP_METHOD, request.method());
    message.setHeader(Exchange.HTTP_PATH, "/v3/company/" + request.realm() + "/" + request.path());
    message.setHeader(Exchange.HTTP_QUERY, query(request));
    if (request.method().equals("POST")) {
      message.setHeader(Exchange.CONTENT_TYPE, "application/json; charset=utf-8");
      message.setBody(request.body());
    } else {
      message.setBody(null);
    }
    exchange.setVariable(TOKEN, token);
    exchange.setVariable(SENT_AT, clock.instant());
    exchange.removeVariable(BROKEN);
  }

  /** How often this process wrote to the company so far. */
  public long writes(String realm) {
    return writes.getOrDefault(realm, 0L);
  }

  /** How often this process read from the company so far; each read is metered. */
  public long reads(String realm) {
    return reads.getOrDefault(realm, 0L);
  }

  private static String query(Request request) {
    var query = new StringBuilder("minorversion=75");
    if (request.isWrite()) {
      query.append("&requestid=").append(request.id());
    }
    if (!request.query().isEmpty()) {
      query.append('&').append(request.query());
    }
    return query.toString();
  }

  /**
   * Reads what came back into the variable {@code answer}. Leaves it unset where the same request
   * must go once more, because QuickBooks surely did not take it: its token was old, or it came too
   * fast.
   *
   * @throws NotSignedIn if a person must sign in
   * @throws CompanyResting if QuickBooks asked for a long pause, or cannot be reached
   * @throws CompanyStopped if a person must act in QuickBooks
   */
  public void receive(Request request, Exchange exchange) {
    var answer = answer(exchange);
    if (answer.status() == 0 && !answer.sent()) {
      throw new CompanyResting(
          request.realm(), clock.instant(), "it cannot be reached: " + answer.shortText());
    }
    var took = Duration.between(exchange.getVariable(SENT_AT, Instant.class), clock.instant());
    pace.answered(request, answer, took);
    if (settled(request, answer, exchange)) {
      return;
    }
    inBatch(request, answer, exchange.getVariable(TOKEN, String.class));
    exchange.setVariable(ANSWER, answer);
  }

  /** Whether the request must go once more, because it was refused before it was executed. */
  private boolean settled(Request request, Answer answer, Exchange exchange) {
    var reaction = Reactions.toAnswer(answer, settings.throttlePause());
    var words =
        Faults.in(answer).stream().findFirst().map(Fault::words).orElse("HTTP " + answer.status());
    if (reaction instanceof Reaction.NewToken && exchange.getVariable(REFUSED) == null) {
      exchange.setVariable(REFUSED, exchange.getVariable(TOKEN, String.class));
      return true;
    }
    if (reaction instanceof Reaction.NewToken || reaction instanceof Reaction.SignIn) {
      signIns.signedOut(request.realm(), exchange.getVariable(TOKEN, String.class), words);
      throw new NotSignedIn(request.realm(), words);
    }
    if (reaction instanceof Reaction.Stop) {
      governor.stop(request.realm(), words);
      throw new CompanyStopped(request.realm(), words);
    }
    if (reaction instanceof Reaction.Rest rest) {
      // Sent again unchanged; prepare() waits.
      governor.rest(request.realm(), rest.time());
      throttled(request, exchange, words);
      return true;
    }
    return false;
  }

  private void throttled(Request request, Exchange exchange, String words) {
    int times = exchange.getVariable(THROTTLED, 0, Integer.class) + 1;
    exchange.setVariable(THROTTLED, times);
    if (times >= THROTTLED_FOR_LONG) {
      throw new CompanyResting(
          request.realm(),
          clock.instant(),
          words + ". If this lasts, the reads of the Intuit app may be used up for this month.");
    }
  }

  /** What single items of a batch say about the company as a whole. */
  private void inBatch(Request request, Answer answer, String token) {
    var items = answer.json().map(json -> json.path("BatchItemResponse"));
    var faults = new ArrayList<Fault>();
    items.ifPresent(
        list ->
            list.forEach(item -> faults.addAll(Faults.in(item, answer.status(), answer.tid()))));
    for (var fault : faults) {
      var reaction = Reactions.to(fault, settings.throttlePause());
      if (reaction instanceof Reaction.NewToken) {
        signIns.spent(request.realm(), token);
      } else if (reaction instanceof Reaction.SignIn) {
        signIns.signedOut(request.realm(), token, fault.words());
      } else if (reaction instanceof Reaction.Stop) {
        governor.stop(request.realm(), fault.words());
      } else if (reaction instanceof Reaction.Rest rest) {
        governor.rest(request.realm(), rest.time());
      }
    }
  }

  /** Forgets an earlier call of the same exchange. */
  public void forget(Exchange exchange) {
    Stream.of(ANSWER, TOKEN, REFUSED, SENT_AT, THROTTLED, BROKEN).forEach(exchange::removeVariable);
  }

  /** The connection could not be made, or broke before an answer came. */
  public void broke(Exchange exchange, Exception failure) {
    exchange.setVariable(BROKEN, failure);
  }

  private static Answer answer(Exchange exchange) {
    var broken = exchange.getVariable(BROKEN, Exception.class);
    if (broken != null) {
      return Answer.none(broken.toString(), !neverLeft(broken));
    }
    var answer = Answer.of(exchange.getMessage());
    // It can be read but once: whoever handles a failure must not try again.
    exchange.getMessage().setBody(null);
    return answer;
  }

  /** Without a connection nothing can have been executed. */
  private static boolean neverLeft(Exception failure) {
    return failure instanceof ConnectException
        || failure instanceof UnknownHostException
        || failure instanceof NoRouteToHostException
        || failure instanceof SSLHandshakeException;
  }
}
