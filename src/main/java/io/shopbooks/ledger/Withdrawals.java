package io.shopbooks.ledger;

import io.shopbooks.books.Choices;
import io.shopbooks.books.Reason;
import io.shopbooks.books.Why;
import io.shopbooks.sale.Money;
import io.shopbooks.sale.Refund;
import io.shopbooks.sale.Sale;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Refunds that the shop no longer has. */
@Component("withdrawals")
public class Withdrawals {

  private final JdbcClient db;
  private final Planning planning;
  private final Holds holds;
  private final History history;

  Withdrawals(JdbcClient db, Planning planning, Holds holds, History history) {
    this.db = db;
    this.planning = planning;
    this.holds = holds;
    this.history = history;
  }

  /**
   * What of a withdrawn refund is in the books needs a person, once; what is not, is dropped. A
   * cancellation is withdrawn when the order goes on and nothing of it was refunded. A refund that
   * was only held, and that the shop tells no more or in another way now, needs nobody.
   */
  @Transactional
  public void look(ReceivedOrder order, Sale sale, Choices choices) {
    var kept = sale.refunds().stream().map(Refund::id).collect(Collectors.toSet());
    if (!kept.isEmpty() || choices.credits().statuses().contains(sale.status())) {
      kept.add(sale.key().id());
    }
    var given = given(order);
    given.stream()
        .filter(one -> !kept.contains(one.refund()))
        .collect(Collectors.groupingBy(Given::refund))
        .forEach((refund, its) -> withdrawn(order, refund, its));
    given.forEach(one -> kept.add(one.refund()));
    holds.open(order.key(), order.realm()).stream()
        .filter(subject -> subject.startsWith(Holds.refund("")))
        .filter(subject -> kept.stream().map(Holds::refund).noneMatch(subject::equals))
        .forEach(subject -> holds.resolved(order.key(), order.realm(), subject));
  }

  /** A document that gives something back. */
  private record Given(String refund, Entry entry) {}

  private List<Given> given(ReceivedOrder order) {
    return db.sql(
            """
            select * from document
            where shop = :shop and realm = :realm and order_id = :order and state <> 'dropped'
              and (purpose = 'CREDIT' or purpose = 'APPLICATION'
                   or purpose = 'EXPENSE' and shop_id <> order_id)
            order by id for update
            """)
        .param("shop", order.key().shop().value())
        .param("realm", order.realm())
        .param("order", order.key().id())
        .query((row, n) -> new Given(row.getString("shop_id"), Entry.of(row, n)))
        .list();
  }

  private void withdrawn(ReceivedOrder order, String refund, List<Given> given) {
    var entries = given.stream().map(Given::entry).toList();
    if (entries.stream().anyMatch(entry -> entry.is("sending", "doubtful"))) {
      planning.planLater(order);
      return;
    }
    entries.stream().filter(entry -> !entry.isInBooks()).forEach(this::drop);
    var posted = entries.stream().filter(Entry::isInBooks).toList();
    var subject = Holds.refund(refund);
    var known =
        holds.isOpen(order.key(), order.realm(), subject)
            || holds.isIgnored(order.key(), order.realm(), subject);
    if (posted.isEmpty()) {
      holds.resolved(order.key(), order.realm(), subject);
    } else if (!known) {
      var reason = Reason.of(Why.REFUND_WITHDRAWN).with("number", posted.get(0).number());
      holds.hold(order.key(), order.realm(), order.connection(), subject, reason, money(posted));
    }
  }

  private void drop(Entry entry) {
    db.sql("update document set state = 'dropped' where id = :id").param("id", entry.id()).update();
    holds.resolved(entry.order(), entry.realm(), Holds.document(entry.id()));
    history.add(entry.order(), entry.realm(), "dropped", entry.kind() + ": withdrawn in the shop");
  }

  /** The largest: what is joined to it is worth as much or nothing. */
  private static Money money(List<Entry> posted) {
    return posted.stream().map(Entry::total).max(Money::compareTo).orElseThrow();
  }
}
