package io.shopbooks.properties;

import io.shopbooks.pretend.woocommerce.NewRefund;
import io.shopbooks.pretend.woocommerce.PretendWooCommerce;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;

/**
 * What becomes of orders after they were placed: edited, paid, sent, refunded in any way,
 * cancelled.
 */
final class Afterlife {

  private static final List<String> PAID = List.of("processing", "completed");

  private final Place place;
  private final PretendWooCommerce shop;
  private final Random random;
  private boolean edits;

  Afterlife(Place place, PretendWooCommerce shop, long seed) {
    this.place = place;
    this.shop = shop;
    this.random = new Random(seed);
  }

  /** Orders are edited, too: only where their documents follow. */
  Afterlife edited() {
    edits = true;
    return this;
  }

  /** Lets one thing happen to an order, if anything fits. */
  void goOn(int order) {
    var known = shop.order(order);
    if (edits && known.refunded().signum() == 0 && random.nextInt(4) == 0) {
      sellsMore(order);
    } else if (known.paid().isEmpty()) {
      unpaid(order, known.status());
    } else if (PAID.contains(known.status())) {
      paid(order, known.total().subtract(known.refunded()));
    }
  }

  /** The clerk sells one piece more of the first line, at the price it had. */
  private void sellsMore(int order) {
    var json = ShopsWord.read(shop.json(order));
    var line = json.path("line_items").path(0);
    if (!json.path("coupon_lines").isEmpty()
        || line.isMissingNode()
        || !List.of("pending", "on-hold", "processing").contains(json.path("status").asText())) {
      return;
    }
    var pieces = line.path("quantity").decimalValue().add(BigDecimal.ONE);
    var money = new BigDecimal(line.path("price").asText()).multiply(pieces).toPlainString();
    shop.edits(
        order,
        """
        {"line_items":[{"id":%s,"quantity":%s,"subtotal":"%s","total":"%s"}]}
        """
            .formatted(line.path("id").asText(), pieces.toPlainString(), money, money));
  }

  private void unpaid(int order, String status) {
    if (!List.of("pending", "on-hold", "processing").contains(status)) {
      return;
    }
    if (random.nextInt(3) > 0) {
      shop.receivesMoneyFor(order);
    } else if (!status.equals("processing")) {
      shop.movesTo(order, "cancelled");
    }
  }

  private void paid(int order, BigDecimal left) {
    if (left.signum() <= 0) {
      return;
    }
    switch (random.nextInt(6)) {
      case 0 -> shop.movesTo(order, "completed");
      case 1 -> shop.movesTo(order, "cancelled");
      case 2 -> shop.movesTo(order, "refunded");
      case 3 -> shop.refunds(order, NewRefund.aRefund().amounting(part(left)).because("Agreed"));
      default -> refundsLines(order, left);
    }
  }

  private void refundsLines(int order, BigDecimal left) {
    var refund =
        switch (random.nextInt(4)) {
          case 0 -> NewRefund.aRefund().ofShipping();
          case 1 -> NewRefund.aRefund().ofTaxOnly();
          default -> NewRefund.aRefund().of("TSHIRT-01", 1).because("One damaged");
        };
    try {
      shop.refunds(order, random.nextInt(5) == 0 ? refund.amounting(part(left)) : refund);
    } catch (RuntimeException nothingOfThatKind) {
      shop.refunds(order, NewRefund.aRefund().amounting(part(left)));
    }
  }

  private String part(BigDecimal left) {
    var unit = BigDecimal.ONE.movePointLeft(place.decimals());
    var share = left.multiply(BigDecimal.valueOf(1 + random.nextInt(99), 2));
    return share.setScale(place.decimals(), RoundingMode.DOWN).max(unit).min(left).toPlainString();
  }
}
