package io.shopbooks.shop;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.shopbooks.connections.Connection;
import io.shopbooks.sale.KnownOrder;
import io.shopbooks.sale.RawOrder;
import io.shopbooks.sale.Sale;
import io.shopbooks.sale.ShopProduct;
import io.shopbooks.sale.StockAnswer;
import io.shopbooks.sale.StockLevel;
import io.shopbooks.sale.StockOrder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The shops of all connections: what is sold there, asked for and read as sales. Reading throws
 * {@link ShopUnreachable} when time has to help and {@link ShopRefused} when a person has to.
 */
@Component
public class Shops {

  private final Map<Connection.Kind, Shop> kinds;
  private final Mappings mappings;

  @Autowired
  Shops(ShopSettings settings, Mappings mappings, Clock clock, Pause pause) {
    this(askable(settings, clock, pause), mappings);
  }

  private Shops(Map<Connection.Kind, Shop> kinds, Mappings mappings) {
    this.kinds = kinds;
    this.mappings = mappings;
  }

  /** Only reads stored orders; asks no shop anything. */
  public static Shops offline(Mappings mappings) {
    return new Shops(Map.of(), mappings);
  }

  private static Map<Connection.Kind, Shop> askable(
      ShopSettings settings, Clock clock, Pause pause) {
    var wire =
        new Wire(
            Wire.client(settings.connectTimeout()),
            settings.readTimeout(),
            settings.largestAnswer().toBytes());
    var woocommerce = new WooCommerce(new WooApi(settings, wire, clock, pause), settings, clock);
    var wix = new Wix(new WixApi(settings, wire, clock, pause), settings, clock);
    return Map.of(Connection.Kind.WOOCOMMERCE, woocommerce, Connection.Kind.WIX, wix);
  }

  /**
   * Orders that changed since the cursor, read while they are taken. The round starts some minutes
   * before the cursor ({@code shopbooks.shop.overlap}), so that known orders come again.
   *
   * @param cursor of the last round; absent: all orders made since the connection's start date
   */
  public Changes changes(Connection connection, Optional<Instant> cursor) {
    return shop(connection).changes(connection, cursor);
  }

  /**
   * Orders by the day they were made, for the second look of the night: shops hide some changes
   * (`woocommerce.md` 0). Its tallies and ids are to be compared with the ledger, and ids it misses
   * to be asked for with {@link #gone}.
   *
   * @param from first day, in the connection's time zone
   * @param until last day, included
   */
  public Changes window(Connection connection, LocalDate from, LocalDate until) {
    return shop(connection).window(connection, from, until);
  }

  /**
   * Products of the catalogue that changed since the cursor, and all variations, read while they
   * are taken. The round starts some minutes before the cursor, as {@link #changes} does.
   *
   * @param cursor of the last round; absent: the whole catalogue
   */
  public Catalogue catalogue(Connection connection, Optional<Instant> cursor) {
    return shop(connection).catalogue(connection, cursor);
  }

  /** Which of these products and variations, by their ids, the shop has no more. */
  public Set<String> goneProducts(Connection connection, Collection<String> ids) {
    return shop(connection).goneProducts(connection, ids);
  }

  /** What is in stock of the products that changed since the cursor; without one, of all. */
  public StockReading stock(Connection connection, Optional<Instant> cursor) {
    return shop(connection).stock(connection, cursor);
  }

  /** The stock of some products known from before; those that are gone are left out. */
  public List<StockLevel> stockOf(Connection connection, List<StockLevel> known) {
    return shop(connection).stockOf(connection, known);
  }

  /** Sets quantities in the shop: absolute ones, so that sending them again does no harm. */
  public List<StockAnswer> stockUp(Connection connection, List<StockOrder> orders) {
    return shop(connection).stockUp(connection, orders);
  }

  /**
   * Reads a product as the mapping {@code product.jslt} says.
   *
   * @param json {@link RawProduct#json}
   * @throws Unreadable if mapping or product do not allow it
   */
  public ShopProduct product(Connection connection, String json) {
    return ProductJson.read(mapped(connection, json), connection.shopId() + "/product");
  }

  /** The same product as text for people and golden files. */
  public String productJson(Connection connection, String json) {
    return Json.pretty(mapped(connection, json));
  }

  private JsonNode mapped(Connection connection, String json) {
    var which = connection.shopId() + "/product";
    try {
      return mappings.product(connection.shop().kind(), Json.read(json), which);
    } catch (JsonProcessingException e) {
      throw new Unreadable(which, "what is given", "is no JSON", "Give a product as JSON.");
    }
  }

  /**
   * One order, read now. A trashed one is there, with status {@code trash}.
   *
   * @param id the shop's
   * @return empty if it was deleted for good, or never was
   */
  public Optional<RawOrder> order(Connection connection, String id) {
    return shop(connection).order(connection, id);
  }

  /**
   * The same of an order that was received before: it is looked for where it was found, and about
   * when. A payment of Wix may be told by another sale since, which is then what comes.
   *
   * @return empty if it was deleted for good
   */
  public Optional<RawOrder> again(Connection connection, KnownOrder known) {
    return shop(connection).again(connection, known);
  }

  /**
   * The ids of those that the shop does not have any more: deleted for good, which it tells nobody.
   * What the key may not see is not among them.
   */
  public Set<String> gone(Connection connection, Collection<KnownOrder> known) {
    return shop(connection).gone(connection, known);
  }

  /**
   * What a webhook delivery asks for, its signature checked on the raw body in constant time.
   *
   * @param topic the header {@code X-WC-Webhook-Topic}; null if there is none
   * @param signature the header {@code X-WC-Webhook-Signature}; null if there is none
   * @param body exactly as it came
   */
  public Delivery delivery(Connection connection, String topic, String signature, byte[] body) {
    return shop(connection).delivery(connection, topic, signature, body);
  }

  /**
   * Looks the shop over for {@code check}, its sales of the last 90 days included; throws nothing,
   * tells findings.
   */
  public Probe probe(Connection connection) {
    return shop(connection).probe(connection, Duration.ofDays(90));
  }

  /** The same for a page that somebody waits for: of its sales only those of the last week. */
  public Probe glance(Connection connection) {
    return shop(connection).probe(connection, Duration.ofDays(7));
  }

  /**
   * What the ledger keeps of a Wix sale, from its JSON alone ({@link RawOrder#json}); worked
   * examples begin with it.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static RawOrder kept(Connection connection, JsonNode json) {
    return WixSale.of(json).raw(connection.shopId());
  }

  /**
   * Reads a stored order as a sale.
   *
   * @param json {@link RawOrder#json}
   * @throws Unreadable if mapping or order do not allow it
   */
  public Sale read(Connection connection, String json) {
    var order = new StoredOrder(connection, json);
    return SaleJson.read(order.mapped(mappings), connection.shopId(), order.name());
  }

  /** The same sale; empty where mapping or order do not allow it. */
  public Optional<Sale> readable(Connection connection, String json) {
    try {
      return Optional.of(read(connection, json));
    } catch (Unreadable told) {
      return Optional.empty();
    }
  }

  /**
   * The same sale as text for people and golden files: what the mapping makes of the order, always
   * the same bytes for the same order.
   *
   * @throws Unreadable if mapping or order do not allow it
   */
  public String saleJson(Connection connection, String json) {
    var order = new StoredOrder(connection, json);
    var mapped = order.mapped(mappings);
    SaleJson.read(mapped, connection.shopId(), order.name());
    return Json.pretty(mapped);
  }

  private Shop shop(Connection connection) {
    var kind = connection.shop().kind();
    return Optional.ofNullable(kinds.get(kind))
        .orElseThrow(() -> new IllegalStateException("Offline, no " + kind + " shop is asked"));
  }
}
