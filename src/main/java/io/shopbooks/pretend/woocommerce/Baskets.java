package io.shopbooks.pretend.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Fills carts with what a store sells, and decides how they are paid. */
final class Baskets {

  private static final List<String> FOREIGN = List.of("EUR", "GBP", "CAD", "USD");

  private final Shop shop;
  private final Random chance;
  private final People people;
  private final List<int[]> onSale = new ArrayList<>();

  Baskets(Shop shop, Random chance) {
    this.shop = shop;
    this.chance = chance;
    this.people = new People(shop.store.kind, chance);
    shop.products.all().filter(Baskets::isForSale).forEach(product -> onSale.add(ids(product)));
  }

  private static boolean isForSale(JsonNode product) {
    var type = product.path("type").asText();
    return List.of("simple", "variation").contains(type)
        && product.path("status").asText().equals("publish")
        && Amounts.of(product.path("price")).signum() > 0;
  }

  private static int[] ids(JsonNode product) {
    var id = product.path("id").asInt();
    return Products.isVariation(product)
        ? new int[] {product.path("parent_id").asInt(), id}
        : new int[] {id, 0};
  }

  /** A cart of one to five lines, now and then with discounts, fees or another currency. */
  NewOrder next() {
    var order = NewOrder.anOrder();
    var lines = 1 + chance.nextInt(rarely(4) ? 5 : 2);
    for (var line = 0; line < lines; line++) {
      order.with(wanted());
    }
    buyer(order);
    if (!rarely(6)) {
      order.shippedFor(money("5.99"));
    }
    if (rarely(5)) {
      order.withCoupon(chance.nextBoolean() ? "ten-percent" : "fixed-cart");
    }
    if (rarely(10)) {
      order.withFee("Gift wrap", money("3.50"));
    } else if (rarely(14)) {
      order.withFee("Loyalty credit", money("-4.00"));
    }
    if (rarely(15) && shop.store.kind.currency.decimals() == 2) {
      order.in(FOREIGN.get(chance.nextInt(FOREIGN.size())));
    }
    if (rarely(25)) {
      order.exempt();
    }
    payment(order);
    return order;
  }

  private NewOrder.Wanted wanted() {
    var ids = onSale.get(chance.nextInt(onSale.size()));
    var pieces = BigDecimal.valueOf(rarely(3) ? 2 + chance.nextInt(4) : 1);
    refill(ids[1] > 0 ? ids[1] : ids[0]);
    return new NewOrder.Wanted(
        "", ids[0], ids[1], pieces, Optional.empty(), Optional.empty(), Optional.empty(), Map.of());
  }

  // A shop sells what it has: before the shelf is empty, a delivery comes.
  private void refill(int id) {
    var product = shop.products.glimpse(id).orElseThrow();
    if (product.path("manage_stock").asBoolean() && product.path("stock_quantity").asInt() < 10) {
      var keeper = shop.products.get(id);
      Products.stock(keeper, BigDecimal.valueOf(500));
      shop.products.put(id, keeper);
    }
  }

  private void buyer(NewOrder order) {
    if (rarely(4)) {
      var customers = shop.customers.all().toList();
      var customer = customers.get(chance.nextInt(customers.size()));
      order.byCustomer(customer.path("id").asInt()).to(Buyer.of(customer.path("billing")));
    } else {
      order.to(people.somebody());
    }
    if (rarely(8)) {
      order.noting("Bitte läuten \u2014 ring twice.\nMerci & thanks <3");
    }
  }

  private void payment(NewOrder order) {
    var roll = chance.nextInt(20);
    if (roll < 10) {
      order.paidBy("stripe").withGatewayFee().withTransaction("ch_3" + letters(20));
    } else if (roll < 14) {
      order.paidBy("paypal").withGatewayFee().withTransaction(letters(17).toUpperCase());
    } else if (roll < 16) {
      order.toBePaidBy("cod");
    } else if (roll < 18) {
      order.toBePaidBy("bacs");
    } else {
      order.toBePaidBy("stripe");
    }
  }

  private String letters(int length) {
    return Codes.letters(Long.toString(chance.nextLong()), length);
  }

  private String money(String dollars) {
    return shop.store.kind.price(0, dollars);
  }

  private boolean rarely(int onceIn) {
    return chance.nextInt(onceIn) == 0;
  }
}
