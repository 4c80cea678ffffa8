package io.shopbooks.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.shopbooks.connections.Connection;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where the REST API of each shop was found, learned while the program runs. */
final class Reaches {

  private static final Pattern API_LINK =
      Pattern.compile("<([^>]+)>\\s*;\\s*rel=\"https://api\\.w\\.org/\"");

  private final Wire wire;
  private final Map<URI, Reach> known = new ConcurrentHashMap<>();

  Reaches(Wire wire) {
    this.wire = wire;
  }

  Reach of(Connection.WooCommerce shop) {
    return known.getOrDefault(shop.url(), Reach.pretty(shop.url()));
  }

  /** Notes that the API was met where we thought it is. */
  void works(Connection.WooCommerce shop) {
    known.putIfAbsent(shop.url(), Reach.pretty(shop.url()));
  }

  boolean isKnown(Connection.WooCommerce shop) {
    return known.containsKey(shop.url());
  }

  /**
   * Looks for the API after an answer that did not come from it: at its usual place, where the
   * shop's home page says, and in the query (`woocommerce.md` 1).
   *
   * @return whether it is somewhere else than we thought
   */
  boolean lookAgain(Connection.WooCommerce shop) {
    var before = of(shop);
    var usual = Reach.pretty(shop.url());
    var found =
        Stream.of(Optional.of(usual), announced(usual), Optional.of(Reach.plain(shop.url())))
            .flatMap(Optional::stream)
            .filter(reach -> root(reach).has("namespaces"))
            .findFirst()
            .filter(reach -> !reach.below().equals(before.below()));
    found.ifPresent(reach -> known.put(shop.url(), reach));
    return found.isPresent();
  }

  /**
   * Asks the shop for its own idea of its address after it refused a signature, which it makes for
   * that one (`woocommerce.md` 2.2).
   *
   * @return whether it is another one than we signed for
   */
  boolean askForHome(Connection.WooCommerce shop) {
    var before = of(shop);
    var root = root(before);
    var home = root.path("home").asText(root.path("url").asText(""));
    if (home.isBlank()) {
      return false;
    }
    var after = before.signedFor(home);
    known.put(shop.url(), after);
    return !after.signedUrl(Question.ROOT).equals(before.signedUrl(Question.ROOT));
  }

  // Only what follows the shop's own address: the keys never go to another host.
  private Optional<Reach> announced(Reach usual) {
    return ask(usual.shop() + "/").stream()
        .flatMap(answer -> answer.headers().allValues("Link").stream())
        .map(API_LINK::matcher)
        .filter(link -> link.find())
        .map(link -> link.group(1).replaceFirst("^https?://[^/]+", ""))
        .filter(below -> below.startsWith(folder(usual) + "/"))
        .map(below -> usual.at(below.substring(folder(usual).length())))
        .findFirst();
  }

  private static String folder(Reach reach) {
    return URI.create(reach.shop()).getRawPath();
  }

  private JsonNode root(Reach reach) {
    var query = PercentEncoding.query(reach.parameters(Question.ROOT));
    return ask(reach.url(Question.ROOT) + (query.isEmpty() ? "" : "?" + query))
        .filter(Answer::isOk)
        .flatMap(answer -> JsonText.in(answer, Question.Kind.OBJECT))
        .map(JsonText::json)
        .orElse(MissingNode.getInstance());
  }

  private Optional<Answer> ask(String address) {
    try {
      return Optional.of(wire.send("GET", URI.create(address), Map.of()));
    } catch (IOException e) {
      // The question that led here tells what is wrong.
      return Optional.empty();
    }
  }
}
