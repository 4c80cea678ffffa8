package io.shopbooks.pretend.wix;

import static io.shopbooks.pretend.wix.Site.Kind.PLAN;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;

/** Sells plans and renews them: one order, many charges (`wix.md` 4.5). */
final class PlanDesk {

  private static final String ARRIVES = "~arrives";

  private final Site site;
  private final CashierBook cashier;
  private final Happenings happenings;

  PlanDesk(Site site, CashierBook cashier, Happenings happenings) {
    this.site = site;
    this.cashier = cashier;
    this.happenings = happenings;
  }

  /** Takes an order for a plan and gives its id. */
  String sell(NewPlan plan) {
    var at = plan.at() == null ? site.now() : plan.at();
    var id = site.nextId();
    var isFree = plan.price().signum() == 0;
    var isDraft = plan.status().equals("DRAFT");
    var isCharged = !isFree && !isDraft && plan.type().equals("ONLINE");
    var order = Json.object().put("id", id).put("planId", site.nextId());
    order.put("planName", plan.name());
    if (plan.cycles() > 0) {
      order.put("subscriptionId", site.nextId());
    }
    order.putObject("buyer").put("memberId", site.nextId()).put("contactId", site.nextId());
    order.set("pricing", pricing(plan));
    order.put("type", plan.type()).put("status", plan.status());
    order.put("lastPaymentStatus", isFree ? "NOT_APPLICABLE" : isCharged ? "PAID" : "UNPAID");
    order.put("startDate", at.toString()).put("createdDate", at.toString());
    order.putObject("currentCycle").put("index", 1).put("startedDate", at.toString());
    order.put(ARRIVES, at.plus(plan.late()).toString());
    if (!isFree) {
      order.put("wixPayOrderId", site.nextId());
    }
    if (isCharged && plan.charged()) {
      var type = plan.cycles() > 0 ? "INITIALIZE_RECURRING" : "SALE";
      order.put("~transaction", charge(order, type, "APPROVED", plan.shopper(), at));
    }
    keep(order, at);
    happenings.plan("created", order, at);
    if (!isDraft) {
      // Also for unpaid offline and for free orders.
      happenings.plan("purchased", order, at);
    }
    return id;
  }

  private ObjectNode pricing(NewPlan plan) {
    var pricing = Json.object();
    if (plan.cycles() > 0) {
      var subscription = pricing.putObject("subscription").put("cycleCount", plan.cycles());
      subscription.putObject("cycleDuration").put("count", 1).put("unit", "MONTH");
    } else {
      pricing.put("singlePaymentUnlimited", true);
    }
    var currency = site.settings.currency();
    var entry = pricing.putArray("prices").addObject();
    entry
        .putObject("duration")
        .put("cycleFrom", 1)
        .put("numberOfCycles", Math.max(1, plan.cycles()));
    var tax = Amounts.rounded(plan.price().multiply(plan.taxPercent()).movePointLeft(2), currency);
    var price = entry.putObject("price").put("subtotal", plan.price().toPlainString());
    price.put("discount", "0");
    if (plan.taxPercent().signum() > 0) {
      price
          .putObject("tax")
          .put("name", "Sales Tax")
          .put("includedInPrice", false)
          .put("rate", plan.taxPercent().toPlainString())
          .put("amount", tax.toPlainString());
    }
    price.put("total", plan.price().add(tax).toPlainString()).put("currency", currency);
    return pricing;
  }

  private String charge(ObjectNode order, String type, String status, Shopper who, Instant at) {
    var price = order.path("pricing").path("prices").path(0).path("price");
    var charge = NewCharge.of(WixApp.PRICING_PLANS, new BigDecimal(price.path("total").asText()));
    charge.order(order.path("id").asText()).cashierOrder(order.path("wixPayOrderId").asText());
    var before = new BigDecimal(price.path("subtotal").asText());
    charge.item(order.path("planId").asText(), order.path("planName").asText(), 1, before);
    charge.tax = new BigDecimal(price.path("tax").path("amount").asText("0"));
    return cashier.write(charge.typed(type).being(status).by(who).at(at));
  }

  /**
   * The next cycle begins: another charge on the same order. Gives its transaction id.
   *
   * @param status of the charge: APPROVED, or DECLINED for a card that fails
   */
  String renew(String orderId, String status, Shopper who, Instant at) {
    var order = site.latest(PLAN, orderId);
    var transaction = charge(order, "RECURRING", status, who, at);
    var isPaid = status.equals("APPROVED");
    order.put("lastPaymentStatus", isPaid ? "PAID" : "FAILED");
    if (isPaid) {
      var cycle = (ObjectNode) order.path("currentCycle");
      cycle.put("index", cycle.path("index").asInt() + 1).put("startedDate", at.toString());
    }
    keep(order, at);
    happenings.plan(isPaid ? "cycle_started" : "updated", order, at);
    return transaction;
  }

  /** Money for an offline plan was taken by hand, which no cashier row tells. */
  void markPaid(String orderId, Instant at) {
    var order = site.latest(PLAN, orderId);
    order.put("lastPaymentStatus", "PAID");
    keep(order, at);
    happenings.plan("marked_as_paid", order, at);
  }

  /** Ends a plan before its time; money goes back only if the cashier refunds it. */
  void cancel(String orderId, Instant at) {
    var order = site.latest(PLAN, orderId);
    order.put("status", "CANCELED").put("endDate", at.toString());
    keep(order, at);
    happenings.plan("canceled", order, at);
  }

  private void keep(ObjectNode order, Instant at) {
    var arrives = Instant.parse(order.path(ARRIVES).asText());
    var since = at.isBefore(arrives) ? arrives : at;
    order.put("updatedDate", since.toString());
    site.put(PLAN, order.path("id").asText(), order, since);
  }
}
