package io.shopbooks.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopbooks.connections.Connection;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterators;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The catalogue of a WooCommerce shop (`woocommerce.md` 7). The list of products holds no
 * variations, and no date of a parent is known to move with them: they are read again in each
 * round, one call per parent and hundred.
 */
final class WooCatalogue {

  private static final int PAGE = 100;

  private final WooApi api;
  private final Connection connection;
  private final Clock clock;

  WooCatalogue(WooApi api, Connection connection, Clock clock) {
    this.api = api;
    this.connection = connection;
    this.clock = clock;
  }

  /**
   * @param products the question for what changed
   * @param cursor of the last round
   */
  Catalogue read(Question products, Optional<Instant> cursor) {
    var prices = prices();
    var changed = pages(products, cursor);
    var parents = pages(Question.list("products").with("type", "variable"), Optional.empty());
    var single =
        stream(changed)
            .filter(product -> !product.path("type").asText().equals("variable"))
            .map(product -> raw(product, prices));
    var variations = stream(parents).flatMap(parent -> variations(parent, prices));
    return new Catalogue(Stream.concat(single, variations).iterator(), changed::start);
  }

  /** Which of these are deleted, or in the trash: one call for each. */
  Set<String> gone(Collection<String> ids) {
    var gone = new TreeSet<>(ids);
    gone.removeIf(this::isThere);
    return gone;
  }

  private boolean isThere(String id) {
    var path = "products/" + id.replace("/", "/variations/");
    return api.find(connection, Question.one(path).with("_fields", "id,status"))
        .filter(reply -> !reply.json().path("status").asText().equals("trash"))
        .isPresent();
  }

  private Stream<RawProduct> variations(JsonNode parent, ObjectNode prices) {
    var question = Question.list("products/" + parent.path("id").asText() + "/variations");
    return stream(pages(question, Optional.empty()))
        .map(variation -> raw(variation, parent, prices));
  }

  private OrderPages pages(Question question, Optional<Instant> cursor) {
    return new OrderPages(api, connection, question, PAGE, cursor, clock);
  }

  private static Stream<JsonNode> stream(Iterator<JsonNode> pages) {
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(pages, 0), false);
  }

  /** What holds for the price of every product: its currency, and whether tax is within. */
  private ObjectNode prices() {
    var currency = api.ask(connection, Question.one("data/currencies/current"));
    var shop = Json.MAPPER.createObjectNode();
    shop.set("currency", currency.json().path("code"));
    shop.put("pricesIncludeTax", false);
    for (var setting : api.ask(connection, Question.list("settings/tax")).json()) {
      if (setting.path("id").asText().equals("woocommerce_prices_include_tax")) {
        shop.put("pricesIncludeTax", setting.path("value").asText().equals("yes"));
      }
    }
    return shop;
  }

  private static RawProduct raw(JsonNode product, ObjectNode prices) {
    var json = Json.MAPPER.createObjectNode();
    json.set("product", product);
    json.set("shop", prices);
    return new RawProduct(product.path("id").asText(), Json.write(json));
  }

  private static RawProduct raw(JsonNode variation, JsonNode parent, ObjectNode prices) {
    var json = Json.MAPPER.createObjectNode();
    json.set("product", variation);
    json.set("parent", parent);
    json.set("shop", prices);
    var id = parent.path("id").asText() + "/" + variation.path("id").asText();
    return new RawProduct(id, Json.write(json));
  }
}
