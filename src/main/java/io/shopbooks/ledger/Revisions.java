package io.shopbooks.ledger;

import io.shopbooks.books.Document;
import io.shopbooks.books.Revision;
import org.springframework.stereotype.Component;

/**
 * Documents that are in the books while their order changed in the shop: an update is due where the
 * books must follow, and only there (DESIGN 4.10).
 */
@Component
class Revisions {

  private final Plans plans;
  private final Holds holds;

  Revisions(Plans plans, Holds holds) {
    this.plans = plans;
    this.holds = holds;
  }

  /**
   * Follows the shop. What it took back again before it reached the books is no update.
   *
   * @return whether the document is planned otherwise than before
   */
  boolean follow(ReceivedOrder order, Document fresh, Plans.Existing existing) {
    if (existing.plan() == null) {
      plans.attach(order, fresh, existing.id());
      return false;
    }
    var inBooks = existing.booked() == null ? existing.plan() : existing.booked();
    return DocumentJson.find(inBooks)
        .filter(booked -> booked.key().equals(fresh.key()))
        .map(booked -> follow(order, booked, fresh, existing))
        .orElse(false);
  }

  private boolean follow(
      ReceivedOrder order, Document booked, Document fresh, Plans.Existing existing) {
    var underWay = existing.booked() != null;
    var wanted = order.isToMove() || Revision.isWanted(booked, fresh);
    var revised = wanted ? Revision.of(booked, fresh, order.moveFrom()) : booked;
    if (!wanted || Revision.isSame(booked, revised)) {
      if (underWay || wanted) {
        plans.settle(order, revised, existing);
      }
      return underWay;
    }
    if (underWay && isSettledAlready(order, revised, existing)) {
      return false;
    }
    plans.revise(order, revised, existing);
    return true;
  }

  /** It is to be sent as it is planned, or a person was told of just this change. */
  private boolean isSettledAlready(ReceivedOrder order, Document revised, Plans.Existing existing) {
    var subject = Holds.document(existing.id());
    var told =
        existing.state().equals("planned")
            || holds.isOpen(order.key(), order.realm(), subject)
            || holds.isIgnored(order.key(), order.realm(), subject);
    return told && DocumentJson.write(revised).equals(existing.plan());
  }
}
