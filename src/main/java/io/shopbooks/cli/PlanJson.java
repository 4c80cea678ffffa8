package io.shopbooks.cli;

import io.shopbooks.ledger.Hold;
import io.shopbooks.ledger.Plan;
import io.shopbooks.ledger.Plan.Action;
import io.shopbooks.ledger.PlannedOrder;
import java.util.List;

/**
 * A plan for machines.
 *
 * @param writes how often QuickBooks was written to while it was made
 */
record PlanJson(
    String connection,
    String fingerprint,
    long create,
    long update,
    long skip,
    long conflict,
    long writes,
    List<Order> orders,
    List<Made> makes,
    List<Effect> effects) {

  /** One order. */
  record Order(
      String order,
      String id,
      String action,
      String because,
      String total,
      String currency,
      List<Document> documents,
      List<Conflict> conflicts) {}

  /** One document that would be sent. */
  record Document(
      String kind, String number, String date, String total, String currency, boolean update) {}

  /** What of an order needs a person. */
  record Conflict(String subject, String why, String explanation, String remedy) {}

  /** What would be made in the company. */
  record Made(String kind, String name) {}

  /** The effect on one account. */
  record Effect(String account, String currency, String debit, String credit) {}

  static PlanJson of(Plan plan, long writes) {
    return new PlanJson(
        plan.connection(),
        plan.fingerprint(),
        plan.count(Action.CREATE),
        plan.count(Action.UPDATE),
        plan.count(Action.SKIP),
        plan.count(Action.CONFLICT),
        writes,
        plan.orders().stream().map(PlanJson::order).toList(),
        plan.makes().stream().map(made -> new Made(made.kind(), made.name())).toList(),
        plan.effects().stream()
            .map(
                effect ->
                    new Effect(
                        effect.account(),
                        effect.debit().currency().getCurrencyCode(),
                        Amounts.number(effect.debit()),
                        Amounts.number(effect.credit())))
            .toList());
  }

  private static Order order(PlannedOrder order) {
    return new Order(
        order.number(),
        order.id(),
        order.action().word(),
        order.because(),
        Amounts.number(order.total()),
        order.total().currency().getCurrencyCode(),
        order.documents().stream().map(PlanJson::document).toList(),
        order.holds().stream().map(PlanJson::conflict).toList());
  }

  private static Document document(PlannedOrder.PlannedDocument document) {
    return new Document(
        document.kind(),
        document.number(),
        document.date().toString(),
        Amounts.number(document.total()),
        document.total().currency().getCurrencyCode(),
        document.update());
  }

  private static Conflict conflict(Hold hold) {
    return new Conflict(
        hold.subject(),
        hold.reason().why().word(),
        English.WORDS.explanation(hold.reason()),
        English.WORDS.remedy(hold).what());
  }
}
