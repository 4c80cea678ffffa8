package io.shopbooks.pretend.quickbooks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Set;

/** Carries out one write after the other: check, complete, keep, and what follows from it. */
final class Writes {

  private static final Set<String> WRITABLE = Set.of("TRIAL", "TRIALOPTIN", "SUBSCRIBED");

  private final Company company;

  Writes(Company company) {
    this.company = company;
  }

  /**
   * @return the object as it now stands, or the short word about a deleted one
   * @throws Refused with everything that was wrong; nothing has changed then
   */
  ObjectNode run(Write write) {
    requireSubscription();
    requireAbility(write);
    var before = write.operation().isCreate() ? null : current(write);
    return switch (write.operation()) {
      case DELETE -> delete(write, before);
      case VOID -> voided(write, before);
      default -> keep(write, before);
    };
  }

  private void requireSubscription() {
    var status = company.the("CompanyInfo", "1").text("SubscriptionStatus");
    if (!WRITABLE.contains(status)) {
      throw new Refused("6190", "Invalid Company Status: subscription period has ended: " + status);
    }
  }

  private static void requireAbility(Write write) {
    boolean able =
        switch (write.operation()) {
          case CREATE -> write.entity().can("create");
          case UPDATE -> write.entity().can("update");
          case SPARSE -> write.entity().can("sparse");
          case DELETE -> write.entity().can("delete");
          case VOID -> write.entity().can("void-include") || write.entity().can("void-operation");
        };
    if (!able) {
      var operation = write.operation() + " of " + write.entity().name();
      throw new Refused("500", "Operation " + operation + " is not supported.");
    }
  }

  private Stored current(Write write) {
    var id = write.id();
    if (!id.matches("\\d+")) {
      throw new Refused("2030", "Invalid ID : " + id);
    }
    var before =
        company
            .records()
            .find(write.entity().name(), id)
            .filter(found -> found.born() <= write.visible())
            .orElseThrow(
                () -> new Refused("610", "Object Not Found : " + write.entity().name() + " " + id));
    if (!Json.has(write.sent(), "SyncToken")) {
      throw new Refused("2020", "Required parameter SyncToken is missing in the request");
    }
    if (!Json.text(write.sent(), "SyncToken").equals(before.text("SyncToken"))) {
      throw new Refused(
          "5010",
          "Stale Object Error : You and another user were working on this at the same time.");
    }
    if (write.entity().isTransaction() && DepositForm.depositOf(before).isPresent()) {
      throw new Refused(
          "6540", "Deposited Transaction cannot be changed : remove it from the deposit");
    }
    return before;
  }

  private ObjectNode keep(Write write, Stored before) {
    var draft = new Draft(company, write, before, Merge.of(write, before));
    new ShapeCheck(draft).check();
    draft.refuseIfWrong();
    new References(draft).check();
    draft.refuseIfWrong();
    Rules.of(write.entity()).forEach(rule -> rule.check(draft));
    draft.refuseIfWrong();
    Completion.complete(draft);
    draft.refuseIfWrong();
    if (write.entity().isSalesForm()) {
      Numbering.complete(draft);
    }
    new References(draft).name();
    var after = company.stamped(identified(draft), before == null ? null : before.json());
    return new Aftermath(company).keep(write.entity(), before, after);
  }

  private ObjectNode identified(Draft draft) {
    var id =
        draft.before().map(Stored::id).orElseGet(() -> company.records().nextId(draft.entity()));
    draft.after().put("Id", id);
    return draft.after();
  }

  private ObjectNode delete(Write write, Stored before) {
    requireSound(write, before);
    new Aftermath(company).remove(write.entity(), before);
    return Json.object().put("status", "Deleted").put("domain", "QBO").put("Id", before.id());
  }

  /** Amounts become zero, and the note says so (2.3). */
  private ObjectNode voided(Write write, Stored before) {
    requireSound(write, before);
    new Settlement(company).unlink(before);
    var unlinked = company.the(before.type(), before.id());
    var after = unlinked.copy();
    var note = before.text("PrivateNote");
    after.put("PrivateNote", note.isEmpty() ? "Voided" : "Voided - " + note);
    var zero = Json.number(BigDecimal.ZERO);
    for (var amount : Set.of("TotalAmt", "Balance", "HomeTotalAmt", "UnappliedAmt")) {
      if (after.has(amount)) {
        after.set(amount, zero);
      }
    }
    if (after.has("TxnTaxDetail")) {
      after.withObject("/TxnTaxDetail").set("TotalTax", zero);
      after.withObject("/TxnTaxDetail").set("TaxLine", Json.array());
    }
    if (before.type().equals("Payment")) {
      after.set("Line", Json.array());
    }
    after.path("Line").forEach(line -> empty((ObjectNode) line));
    company.stamped(after, unlinked.json());
    return new Aftermath(company).keep(write.entity(), before, after);
  }

  private static void empty(ObjectNode line) {
    var zero = Json.number(BigDecimal.ZERO);
    if (line.has("Amount")) {
      line.set("Amount", zero);
    }
    if (line.path("SalesItemLineDetail") instanceof ObjectNode detail) {
      for (var amount : Set.of("Qty", "UnitPrice", "TaxInclusiveAmt")) {
        if (detail.has(amount)) {
          detail.set(amount, zero);
        }
      }
    }
  }

  /** A deletion or void knows its properties too, and leaves closed books alone. */
  private void requireSound(Write write, Stored before) {
    var draft = new Draft(company, write, before, before.copy());
    new ShapeCheck(draft).check();
    PeriodRules.check(draft);
    draft.refuseIfWrong();
  }
}
