package io.shopbooks.pretend.wix;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/**
 * A charge at the cashier (`wix.md` 4.1): {@code aCharge(VIDEO, "4.99").of("Film", "4.99")}. All
 * that is known of a sale by an app without an orders API.
 */
public final class NewCharge {

  final WixApp app;
  final BigDecimal amount;
  final ArrayNode items = Json.array();
  String orderId = "";
  String cashierOrder = "";
  String type = "SALE";
  String status = "APPROVED";
  String method = "creditCard";
  String currency;
  Shopper shopper = Shopper.inNewYork("Ann", "Lee");
  BigDecimal tax = BigDecimal.ZERO;
  BigDecimal shipping = BigDecimal.ZERO;
  BigDecimal discount = BigDecimal.ZERO;
  Instant at;
  Duration late = Duration.ZERO;

  private NewCharge(WixApp app, BigDecimal amount) {
    this.app = app;
    this.amount = amount;
  }

  /** A sale of an app over this amount, by card. */
  public static NewCharge aCharge(WixApp app, String amount) {
    return new NewCharge(app, new BigDecimal(amount));
  }

  static NewCharge of(WixApp app, BigDecimal amount) {
    return new NewCharge(app, amount);
  }

  /** One of this is sold. */
  public NewCharge of(String name, String price) {
    return item("item-" + (items.size() + 1), name, 1, new BigDecimal(price));
  }

  NewCharge item(String id, String name, int quantity, BigDecimal price) {
    var item = items.addObject().put("id", id).put("name", name).put("quantity", quantity);
    item.put("price", Json.number(price));
    return this;
  }

  /** In this status of the cashier: PENDING, DECLINED, CHARGE_BACK... */
  public NewCharge being(String other) {
    status = other;
    return this;
  }

  /** Of this type: SALE, RECURRING, INITIALIZE_RECURRING. */
  public NewCharge typed(String other) {
    type = other;
    return this;
  }

  /** By this method: creditCard, payPal, offline. */
  public NewCharge by(String other) {
    method = other;
    return this;
  }

  /** Charged to this person. */
  public NewCharge by(Shopper who) {
    shopper = who;
    return this;
  }

  /** In this currency. */
  public NewCharge in(String code) {
    currency = code;
    return this;
  }

  /** At this time. */
  public NewCharge at(Instant when) {
    at = when;
    return this;
  }

  /** Seen by nobody until so much later. */
  public NewCharge seenAfter(Duration howLate) {
    late = howLate;
    return this;
  }

  /** With this much tax inside. */
  public NewCharge taxed(String amountOfTax) {
    tax = new BigDecimal(amountOfTax);
    return this;
  }

  /** The order of the app that sold; "" for none. */
  public NewCharge order(String id) {
    orderId = id;
    return this;
  }

  /** The cashier's own order, for further charges on the same. */
  NewCharge cashierOrder(String id) {
    cashierOrder = id;
    return this;
  }
}
