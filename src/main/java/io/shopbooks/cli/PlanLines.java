package io.shopbooks.cli;

import io.shopbooks.books.AccountEffect;
import io.shopbooks.ledger.Plan;
import io.shopbooks.ledger.Plan.Action;
import io.shopbooks.ledger.PlannedOrder;
import java.util.ArrayList;
import java.util.List;

/** A plan on lines of a terminal. */
final class PlanLines {

  private PlanLines() {}

  static List<String> of(Plan plan, long writes) {
    var lines = new ArrayList<String>();
    lines.add(
        "%s: %d to create, %d to update, %d to skip, %d in conflict; %d documents."
            .formatted(
                plan.connection(),
                plan.count(Action.CREATE),
                plan.count(Action.UPDATE),
                plan.count(Action.SKIP),
                plan.count(Action.CONFLICT),
                plan.documents()));
    plan.orders().forEach(order -> lines.addAll(order(order)));
    if (!plan.makes().isEmpty()) {
      lines.add("Made in the company first:");
      plan.makes()
          .forEach(made -> lines.add("  " + made.kind().replace('-', ' ') + " " + made.name()));
    }
    lines.addAll(effects(plan.effects()));
    lines.add("Written to QuickBooks: " + writes + ".");
    lines.add("To send exactly this, run: shopbooks apply " + plan.fingerprint());
    return lines;
  }

  private static List<String> order(PlannedOrder order) {
    var lines = new ArrayList<String>();
    var because = order.because().isEmpty() ? "" : ": " + English.WORDS.because(order.because());
    lines.add(
        "  %-8s %s, %s%s"
            .formatted(
                order.action().word(),
                order.number(),
                English.WORDS.money(order.total()),
                because));
    for (var document : order.documents()) {
      lines.add(
          "             %s%s%s of %s, %s"
              .formatted(
                  document.update() ? "update of " : "",
                  English.WORDS.kind(document.kind()),
                  document.number().isEmpty() ? "" : " " + document.number(),
                  document.date(),
                  English.WORDS.money(document.total())));
    }
    for (var hold : order.holds()) {
      lines.add("             " + English.WORDS.title(hold.reason()));
      lines.add("             " + English.WORDS.explanation(hold.reason()));
      lines.add("             " + English.WORDS.remedy(hold).what());
    }
    return lines;
  }

  private static List<String> effects(List<AccountEffect> effects) {
    var lines = new ArrayList<String>();
    if (!effects.isEmpty()) {
      lines.add("  %-40s %15s %15s".formatted("Account", "Debit", "Credit"));
    }
    for (var effect : effects) {
      lines.add(
          "  %-40s %15s %15s %s"
              .formatted(
                  effect.account(),
                  effect.debit().isZero() ? "" : Amounts.number(effect.debit()),
                  effect.credit().isZero() ? "" : Amounts.number(effect.credit()),
                  effect.debit().currency().getCurrencyCode()));
    }
    return lines;
  }
}
