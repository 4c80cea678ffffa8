package io.shopbooks.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.shopbooks.connections.Connection;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.StringJoiner;

/**
 * What a bad answer means and who can help: time ({@link ShopUnreachable}) or a person ({@link
 * ShopRefused}). Status and code decide; a shop's messages are in its own language
 * (`woocommerce.md` 10).
 */
final class Complaints {

  private final Connection connection;
  private final Connection.WooCommerce shop;
  private final Clock clock;

  Complaints(Connection connection, Connection.WooCommerce shop, Clock clock) {
    this.connection = connection;
    this.shop = shop;
    this.clock = clock;
  }

  /** No whole answer came. */
  RuntimeException broken(IOException failure, ShopSettings settings) {
    return breakage().of(failure, settings);
  }

  /** An answer that says yes and is not what was asked for. */
  ShopUnreachable useless(Answer answer) {
    return breakage().useless(answer);
  }

  private Breakage breakage() {
    return new Breakage(this::unreachable, this::refused, "shop.url in " + connection.file());
  }

  /** An answer that says no. */
  RuntimeException no(Answer answer, Reach reach, Question question) {
    var wait = answer.retryAfter(clock.instant());
    if (answer.status() >= 500) {
      return unreachable("answered " + words(answer)).weak().after(wait);
    }
    if (answer.status() == 429 || answer.status() == 403 && wait.isPresent()) {
      return unreachable("answered " + words(answer) + ": too many requests").after(wait);
    }
    if (answer.isRedirect()) {
      return redirected(answer, reach, question);
    }
    var remedy = new Remedies(connection, shop, clock).of(answer, code(answer), reach);
    return refused("answered " + words(answer), remedy);
  }

  private ShopRefused redirected(Answer answer, Reach reach, Question question) {
    var below = reach.url(question).substring(reach.shop().length());
    var target = target(answer, reach.url(question));
    if (target.endsWith(below) && target.length() > below.length()) {
      var address = target.substring(0, target.length() - below.length());
      return refused(
          "sends requests on to " + address,
          "Set shop.url in " + connection.file() + " to " + address + ".");
    }
    return refused(
        "sends requests on to " + (target.isEmpty() ? "nowhere" : target),
        "A login wall or a plugin stands before its REST API: let requests to /wp-json/wc/ through.");
  }

  // Without its query, in which keys may have travelled.
  private static String target(Answer answer, String asked) {
    try {
      var target = URI.create(asked).resolve(answer.header("Location").orElse(""));
      return target.getHost() == null ? "" : withoutPassword(target).toString();
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /** The shop's code for what went wrong; empty if it gave none. */
  static String code(Answer answer) {
    return json(answer).path("code").asText("");
  }

  static JsonNode json(Answer answer) {
    return JsonText.in(answer, Question.Kind.OBJECT)
        .map(JsonText::json)
        .orElse(MissingNode.getInstance());
  }

  // "401 (woocommerce_rest_cannot_view: Sorry, you cannot list resources.)"
  private String words(Answer answer) {
    var json = json(answer);
    var details = new StringJoiner("; ");
    details.add(json.path("message").asText(""));
    json.path("data").path("params").forEach(problem -> details.add(problem.asText("")));
    var words = json.path("code").asText("") + ": " + PlainText.of(details.toString());
    return answer.status() + (words.length() > 2 ? " (" + withoutKeys(words) + ")" : page(answer));
  }

  private static String page(Answer answer) {
    return answer.isWebPage() ? " with a web page" : "";
  }

  private String withoutKeys(String words) {
    var hidden = words.replace(shop.consumerKey(), "***").replace(shop.consumerSecret(), "***");
    return hidden.length() > 300 ? hidden.substring(0, 300) + "…" : hidden;
  }

  /** A complaint as half a sentence. */
  ShopUnreachable unreachable(String what) {
    return new ShopUnreachable(connection.name(), withoutPassword(shop.url()), what);
  }

  private ShopRefused refused(String what, String remedy) {
    return new ShopRefused(connection.name(), withoutPassword(shop.url()), what, remedy);
  }

  /** The address without what people may have put into it to sign in, and without its query. */
  static URI withoutPassword(URI address) {
    var authority = address.getRawAuthority().replaceFirst("^.*@", "");
    return URI.create(address.getScheme() + "://" + authority + address.getRawPath());
  }
}
