package io.shopbooks.shop;

import io.shopbooks.connections.Connection;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks WooCommerce shops, patiently. Every method throws {@link ShopUnreachable} when time has to
 * help and {@link ShopRefused} when a person has to.
 */
final class WooApi {

  private static final Logger log = LoggerFactory.getLogger(WooApi.class);

  private final ShopSettings settings;
  private final Wire wire;
  private final Clock clock;
  private final Signing signing;
  private final Reaches reaches;
  private final Patience patience;

  WooApi(ShopSettings settings, Wire wire, Clock clock, Pause pause) {
    this.settings = settings;
    this.wire = wire;
    this.clock = clock;
    this.signing = new Signing(clock);
    this.reaches = new Reaches(wire);
    this.patience = new Patience(settings, clock, pause);
  }

  /** Asks for something that has to be there. */
  Reply ask(Connection connection, Question question) {
    return ask(connection, failure -> question);
  }

  /**
   * Asks for something that has to be there.
   *
   * @param next makes the question of each attempt, given the failure before it
   */
  Reply ask(Connection connection, Function<Optional<ShopUnreachable>, Question> next) {
    return patience.until(
        failure -> {
          var attempt = new Attempt(connection, next.apply(failure));
          return attempt.reply().orElseThrow(attempt::refusal);
        });
  }

  /** Asks a single time, for what can be done without. */
  Reply askOnce(Connection connection, Question question) {
    var attempt = new Attempt(connection, question);
    return attempt.reply().orElseThrow(attempt::refusal);
  }

  /** Asks for one thing by its id; empty if the shop does not have it, or has it no more. */
  Optional<Reply> find(Connection connection, Question question) {
    return patience.until(failure -> new Attempt(connection, question).reply());
  }

  /** A complaint of a caller about what the shop did, as half a sentence. */
  ShopUnreachable unreachable(Connection connection, String what) {
    return complaints(connection).unreachable(what);
  }

  private Complaints complaints(Connection connection) {
    return new Complaints(connection, connection.shop().woocommerce().orElseThrow(), clock);
  }

  /** One question, asked once, or again at once where a better address was learned. */
  private final class Attempt {

    private final Connection connection;
    private final Connection.WooCommerce shop;
    private final Question question;
    private final Complaints complaints;
    private final Answer answer;

    Attempt(Connection connection, Question question) {
      this.connection = connection;
      this.shop = connection.shop().woocommerce().orElseThrow();
      this.question = question;
      this.complaints = complaints(connection);
      this.answer = betterAnswer(send());
    }

    /** Empty if the shop says that there is no such id. */
    Optional<Reply> reply() {
      if (answer.status() == 404 && Complaints.code(answer).endsWith("_invalid_id")) {
        return Optional.empty();
      }
      if (!answer.isOk()) {
        throw refusal();
      }
      var text =
          JsonText.in(answer, question.kind())
              .filter(found -> found.json().isArray() == (question.kind() == Question.Kind.LIST))
              .orElseThrow(() -> complaints.useless(answer));
      if (text.cluttered()) {
        log.warn(
            "connection={} wrote other text before its data; look for PHP notices in {}",
            connection.name(),
            question.path());
      }
      reaches.works(shop);
      return Optional.of(Reply.of(text.json(), answer));
    }

    RuntimeException refusal() {
      return complaints.no(answer, reaches.of(shop), question);
    }

    private Answer betterAnswer(Answer first) {
      var second = isNotFromTheApi(first) && reaches.lookAgain(shop) ? send() : first;
      return isSignatureRefused(second) && reaches.askForHome(shop) ? send() : second;
    }

    private boolean isNotFromTheApi(Answer first) {
      return first.status() == 404
          ? Set.of("", "rest_no_route").contains(Complaints.code(first))
          : first.isOk() && !reaches.isKnown(shop) && first.isWebPage();
    }

    private boolean isSignatureRefused(Answer first) {
      return first.status() == 401
          && shop.url().getScheme().equals("http")
          && Complaints.code(first).equals("woocommerce_rest_authentication_error");
    }

    private Answer send() {
      var signed = signing.sign(shop, reaches.of(shop), question);
      var headers = new LinkedHashMap<String, String>();
      headers.put("Accept", "application/json");
      headers.put("User-Agent", "Shopbooks");
      signed.authorization().ifPresent(value -> headers.put("Authorization", value));
      if (!question.body().isEmpty()) {
        headers.put("Content-Type", "application/json; charset=utf-8");
      }
      try {
        return wire.send(question.method(), signed.address(), headers, question.body());
      } catch (IOException e) {
        throw complaints.broken(e, settings);
      }
    }
  }
}
