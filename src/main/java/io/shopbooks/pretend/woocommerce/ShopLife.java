package io.shopbooks.pretend.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * The life of a shop, repeatable by its seed: buyers come, money comes, parcels leave, things are
 * refunded, edited and renamed. The same seed on the same shop at the same time gives the same
 * orders.
 */
public final class ShopLife {

  private static final int GLANCE = 60;
  private static final Set<String> PAID = Set.of("processing", "completed");

  private final PretendWooCommerce front;
  private final Shop shop;
  private final Random chance;
  private final Baskets baskets;
  private final People people;

  /** The life of this shop from now on. */
  public ShopLife(PretendWooCommerce front, long seed) {
    this.front = front;
    this.shop = front.shop();
    this.chance = new Random(seed);
    this.baskets = shop.alone(() -> new Baskets(shop, chance));
    this.people = new People(shop.store.kind, chance);
  }

  /** Sells so many orders now and gives their ids. */
  public List<Integer> sells(int count) {
    return sells(count, Duration.ZERO);
  }

  /** Sells so many orders, spread evenly over the time up to now. */
  public List<Integer> sells(int count, Duration past) {
    var ids = new ArrayList<Integer>(count);
    var start = shop.now().minus(past);
    for (var i = 0; i < count; i++) {
      var at = start.plus(past.multipliedBy(i + 1L).dividedBy(count));
      ids.add(front.sells(shop.alone(baskets::next).at(at)));
    }
    return ids;
  }

  /** Lets one thing happen and tells it in a sentence. */
  public String lives() {
    return shop.alone(
        () -> {
          var roll = chance.nextInt(100);
          var order = roll < 50 ? null : somewhereRecent();
          if (order == null) {
            return sold();
          }
          if (roll < 78) {
            return progresses(order);
          }
          if (roll < 90) {
            return refunds(order);
          }
          if (roll < 96) {
            return edits(order);
          }
          return roll < 98 ? renames() : registers();
        });
  }

  private String sold() {
    var id = front.sells(baskets.next());
    return "Order %d was made: %s".formatted(id, total(id));
  }

  private String total(int id) {
    var order = front.order(id);
    return order.total().toPlainString() + " " + order.currency();
  }

  private ObjectNode somewhereRecent() {
    var recent = shop.orders.newestFirst().limit(GLANCE).toList();
    return recent.isEmpty()
        ? null
        : shop.orders.get(recent.get(chance.nextInt(recent.size())).id());
  }

  private String progresses(JsonNode order) {
    var next =
        switch (order.path("status").asText()) {
          case "pending" -> pick("processing", "processing", "failed", "cancelled");
          case "on-hold" -> pick("processing", "processing", "processing", "cancelled");
          case "processing" -> pick("completed", "completed", "completed", "cancelled");
          case "failed" -> pick("pending", "cancelled");
          default -> "";
        };
    if (next.isEmpty()) {
      return sold();
    }
    var id = order.path("id").asInt();
    front.movesTo(id, next);
    return "Order %d is %s".formatted(id, next);
  }

  private String refunds(JsonNode order) {
    var id = order.path("id").asInt();
    var known = front.order(id);
    if (!PAID.contains(known.status()) || known.total().compareTo(known.refunded()) <= 0) {
      return sold();
    }
    try {
      return refundsSomehow(id, order);
    } catch (Refusal tooMuch) {
      return "A refund of order %d was refused".formatted(id);
    }
  }

  private String refundsSomehow(int id, JsonNode order) {
    var sku = order.path("line_items").path(0).path("sku").asText();
    switch (chance.nextInt(8)) {
      case 0 -> front.refunds(id, NewRefund.aRefund().amounting(unit()).because("Goodwill"));
      case 1 -> front.refunds(id, NewRefund.aRefund().ofShipping().because("Late"));
      case 2 -> front.refunds(id, NewRefund.aRefund().ofTaxOnly().because("Exempt after all"));
      case 3 -> front.movesTo(id, "refunded");
      case 4 -> {
        var refund = front.refunds(id, NewRefund.aRefund().amounting(unit()));
        front.deletesRefund(id, refund);
        return "Order %d was refunded by mistake, and the refund deleted".formatted(id);
      }
      case 5 ->
          front.refunds(
              id, NewRefund.aRefund().of(sku, 1).amounting(unit()).because("Agreed on less"));
      case 6 -> front.refunds(id, NewRefund.aRefund().of(sku, 1).notRestocked());
      default -> front.refunds(id, NewRefund.aRefund().of(sku, 1).because("One damaged"));
    }
    return "Order %d was refunded".formatted(id);
  }

  /** A small amount in the store's currency. */
  private String unit() {
    return shop.store.kind.price(0, "1.00");
  }

  private String edits(JsonNode order) {
    var id = order.path("id").asInt();
    var line = order.path("line_items").path(0);
    if (PAID.contains(order.path("status").asText()) && line.has("id")) {
      var lower = Amounts.of(line.path("total")).divide(BigDecimal.valueOf(2));
      var change = Json.object();
      var changed = change.putArray("line_items").addObject();
      changed.put("id", line.path("id").asInt()).put("total", Amounts.text(lower));
      front.edits(id, change.toString());
      return "Order %d got a lower price after it was paid".formatted(id);
    }
    front.edits(id, "{\"customer_note\":\"Please call first\"}");
    return "Order %d got a note".formatted(id);
  }

  private String registers() {
    var buyer = people.somebody();
    return "%s has account %d now".formatted(buyer.firstName(), front.registers(buyer));
  }

  private String renames() {
    var products = shop.products.all().filter(p -> p.path("type").asText().equals("simple"));
    var all = products.toList();
    var product = all.get(chance.nextInt(all.size()));
    var other = all.get(chance.nextInt(all.size())).path("sku").asText();
    var id = product.path("id").asInt();
    var sku = pick(product.path("sku").asText() + "-N", "", other);
    front.goods().relabels(id, sku);
    return "Product %d has the SKU \"%s\" now".formatted(id, sku);
  }

  private String pick(String... choices) {
    return choices[chance.nextInt(choices.length)];
  }
}
