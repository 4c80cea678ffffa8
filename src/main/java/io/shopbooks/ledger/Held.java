package io.shopbooks.ledger;

import io.shopbooks.books.Reason;
import io.shopbooks.books.Unbookable;
import io.shopbooks.books.Verdict;
import io.shopbooks.books.Why;
import io.shopbooks.connections.Connection;
import io.shopbooks.sale.Money;
import io.shopbooks.sale.OrderKey;
import io.shopbooks.sale.RawOrder;
import io.shopbooks.sale.Refund;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Holds orders and refunds, and does what a person decides about them. */
@Component("held")
public class Held {

  private static final Logger LOG = LoggerFactory.getLogger(Held.class);

  private final JdbcClient db;
  private final Orders orders;
  private final Planning planning;
  private final Documents documents;
  private final Canaries canaries;
  private final Holds holds;

  Held(
      JdbcClient db,
      Orders orders,
      Planning planning,
      Documents documents,
      Canaries canaries,
      Holds holds) {
    this.db = db;
    this.orders = orders;
    this.planning = planning;
    this.documents = documents;
    this.canaries = canaries;
    this.holds = holds;
  }

  /** The order waits for a person. */
  @Transactional
  public void order(ReceivedOrder order, Exception caught) {
    hold(order, reason(caught));
  }

  /**
   * The order's JSON cannot be read, or something in it breaks us. Where the database failed, the
   * order is not to blame: it is planned again soon.
   */
  @Transactional
  public void unreadable(ReceivedOrder order, Exception caught) {
    var failure = Failures.told(caught);
    if (Failures.ofDatabase(caught)) {
      LOG.warn("the database failed while order={} was planned", order.key(), failure);
      return;
    }
    LOG.warn("cannot read order={}", order.key(), failure);
    hold(order, Reason.of(Why.UNREADABLE).with("said", String.valueOf(failure.getMessage())));
  }

  private void hold(ReceivedOrder order, Reason reason) {
    planning.settle(order, "held", reason.why().word());
    holds.hold(order.key(), order.realm(), order.connection(), Holds.ORDER, reason, money(order));
  }

  /** The refund waits for a person; its sale goes on. One that was left out stays so. */
  @Transactional
  public void refund(ReceivedOrder order, Refund refund, Exception caught) {
    if (holds.isIgnored(order.key(), order.realm(), Holds.refund(refund.id()))) {
      return;
    }
    holds.hold(
        order.key(),
        order.realm(),
        order.connection(),
        Holds.refund(refund.id()),
        reason(caught),
        refund.amount());
  }

  private static Reason reason(Exception caught) {
    return ((Unbookable) Failures.told(caught)).reason();
  }

  /**
   * The shop no longer has the order. Where it is in the books, a person must decide; where not, it
   * is left out. Money that was held because its order is missing stays held: it came.
   */
  @Transactional
  public void gone(Connection connection, String realm, String orderId) {
    var key = new OrderKey(connection.shopId(), orderId);
    if (isHeldBecause(Why.PAYMENT_UNMATCHED, key, realm)) {
      return;
    }
    var order = planning.claim(key, realm);
    if (order.isEmpty()) {
      return;
    }
    if (documents.booked(key, realm).hasSale()) {
      hold(order.get(), Reason.of(Why.ORDER_DELETED));
    } else {
      planning.notBooked(order.get(), Verdict.gone());
    }
  }

  /**
   * What reading an order again brought: it, or that it is gone, or another sale that tells of its
   * payment by now.
   */
  @Transactional
  public void readAgain(
      Connection connection, String realm, String orderId, Optional<RawOrder> found) {
    if (found.isEmpty()) {
      gone(connection, realm, orderId);
      return;
    }
    var order = found.get();
    orders.received(connection, realm, order);
    var asked = new OrderKey(connection.shopId(), orderId);
    if (!order.key().equals(asked) && isOpen(asked, realm)) {
      planning
          .claim(asked, realm)
          .filter(known -> !documents.booked(asked, realm).hasSale())
          .ifPresent(known -> planning.notBooked(known, Verdict.elsewhere()));
    }
  }

  private boolean isHeldBecause(Why why, OrderKey order, String realm) {
    return isIn("state = 'held' and because = '" + why.word() + "'", order, realm);
  }

  private boolean isOpen(OrderKey order, String realm) {
    return isIn("state in ('waiting', 'held')", order, realm);
  }

  private boolean isIn(String state, OrderKey order, String realm) {
    return db.sql(
            """
            select exists (select from shop_order
              where shop = :shop and realm = :realm and order_id = :order and %s)
            """
                .formatted(state))
        .param("shop", order.shop().value())
        .param("realm", realm)
        .param("order", order.id())
        .query(Boolean.class)
        .single();
  }

  /** Everything that needs a person in this connection, the oldest first. */
  public List<Hold> of(String connection) {
    return holds.of(connection);
  }

  /** What a person left as it is, with what the person said, the newest first. */
  public List<Ignored> ignored(String connection, int most) {
    return holds.ignored(connection, most);
  }

  /** Plans what is held of the order anew, with today's choices and lists. */
  @Transactional
  public void retry(Hold hold) {
    holds.end(hold.order(), hold.realm(), hold.subject(), "retried", "");
    var document = documentOf(hold);
    // A document in the books with a wrong total is asked about: it may have been corrected there.
    // One that may be on the wire, or is asked about already, only loses its patience.
    db.sql(
            """
            update document set due_at = '-infinity', repairs = '{}', in_vain = 0, put_off = 0,
                attempts_before = attempt,
                state = case when state = 'posted' and plan is not null and booked is null
                               then 'doubtful'
                             else state end
            where id = :id and state <> 'sending'
            """)
        .param("id", document)
        .update();
    canaries.setFree(document);
    orders.again(hold.order(), hold.realm());
  }

  /**
   * Leaves it as it is, for a reason; it stays visible and is explained in the totals. Answers
   * whether it was held still: what ended meanwhile, as by another try, is left alone.
   */
  @Transactional
  public boolean ignore(Hold hold, String note) {
    if (holds.end(hold.order(), hold.realm(), hold.subject(), "ignored", note) == 0) {
      return false;
    }
    if (hold.subject().equals(Holds.ORDER)) {
      db.sql(
              """
              update shop_order set state = 'left-out', because = 'ignored'
              where shop = :shop and realm = :realm and order_id = :order
              """)
          .param("shop", hold.order().shop().value())
          .param("realm", hold.realm())
          .param("order", hold.order().id())
          .update();
    }
    return true;
  }

  private static long documentOf(Hold hold) {
    return hold.subject().startsWith("document ")
        ? Long.parseLong(hold.subject().substring(9))
        : -1;
  }

  /** What the shop says the order is worth, also where its currency is none we know. */
  private static Money money(ReceivedOrder order) {
    try {
      return new Money(order.money(), Currency.getInstance(order.currency()));
    } catch (IllegalArgumentException unknown) {
      return new Money(order.money(), Currency.getInstance("XXX"));
    }
  }
}
