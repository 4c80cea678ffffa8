package io.shopbooks.catalogue;

import io.shopbooks.books.Company;
import io.shopbooks.books.Hindrance;
import io.shopbooks.books.ItemDecision;
import io.shopbooks.books.ItemWork;
import io.shopbooks.books.ItemWritten;
import io.shopbooks.books.Left;
import io.shopbooks.books.Shelf;
import io.shopbooks.books.Shelved;
import io.shopbooks.books.Shelving;
import io.shopbooks.connections.Connection;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which products are to be decided about, what was decided, and what came of it. */
@Component("products")
public class Products {

  private static final Logger LOG = LoggerFactory.getLogger(Products.class);

  /** After so many lost answers in a row, the next run goes on. */
  private static final int MOST_TRIES = 3;

  private final ProductRows rows;
  private final Clock clock;

  Products(ProductRows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  /**
   * The ids of the products to decide about: what changed in the shop, what was on the wire when a
   * process died, what waits for a person, and what was decided and not written.
   */
  public List<String> undecided(Connection connection, String realm) {
    return rows.of(
            connection,
            realm,
            """
            select product from product
            where %s and state <> 'same' and because <> 'unreadable' order by product
            """)
        .query(String.class)
        .list();
  }

  /** What becomes of a product, as company and shop are now. */
  public ItemDecision decide(
      Connection connection, String realm, String product, Company company, Shelf shelf) {
    var row =
        rows.of(connection, realm, product, "select * from product where %s")
            .query(Row::of)
            .single();
    return new Shelving(connection.choices(), company, shelf)
        .decide(row.product(), row.settled(), twins(connection, realm, row));
  }

  private List<String> twins(Connection connection, String realm, Row row) {
    return rows.of(
            connection,
            realm,
            """
            select product from product
            where %s and sku = :sku and sku <> '' and product <> :product
              and status in ('publish', 'private')
              and type not in ('variable', 'grouped', 'external')
            order by product limit 5
            """)
        .param("sku", row.product().product().sku())
        .param("product", row.product().id())
        .query(String.class)
        .list();
  }

  /** Its item is to be made or changed, as the decision says. */
  public void plan(Connection connection, String realm, String product, ItemDecision decision) {
    note(connection, realm, product, decision.word(), decision);
  }

  /** Nothing is written: its item is as it should be, or a person is to look at it. */
  public void settle(Connection connection, String realm, String product, ItemDecision decision) {
    note(connection, realm, product, decision.left().isPresent() ? "left" : "same", decision);
    decision.settled().ifPresent(settled -> remember(connection, realm, product, settled));
  }

  private void note(
      Connection connection, String realm, String product, String state, ItemDecision decision) {
    rows.of(
            connection,
            realm,
            product,
            """
            update product set state = :state, because = :because, facts = :facts where %s
            """)
        .param("state", state)
        .param("because", decision.left().map(left -> left.why().word()).orElse(""))
        .param("facts", Row.text(decision.left().map(Left::facts).orElse(Map.of())))
        .update();
  }

  private void remember(Connection connection, String realm, String product, Shelved settled) {
    rows.of(
            connection,
            realm,
            product,
            "update product set item = :item, sent = :sent, kept = :kept where %s")
        .param("item", settled.item())
        .param("sent", Row.text(settled.sent().values()))
        .param("kept", Row.text(settled.kept().values()))
        .update();
  }

  /**
   * The next items to write, decided once more, because a sale may have made one meanwhile; they
   * are on the wire from now on.
   */
  @Transactional
  public List<ItemWork> take(
      Connection connection, String realm, Company company, Shelf shelf, int most) {
    var work = new ArrayList<ItemWork>();
    var taken = next(connection, realm, most);
    for (var product : taken) {
      var decision = decide(connection, realm, product, company, shelf);
      if (decision.changes().isEmpty() && decision.made().isEmpty()) {
        settle(connection, realm, product, decision);
      } else {
        note(connection, realm, product, "writing", decision);
        work.add(new ItemWork(product, decision));
      }
    }
    return work;
  }

  private List<String> next(Connection connection, String realm, int most) {
    return rows.of(
            connection,
            realm,
            """
            select product from product where %s and state in ('create', 'update')
            order by product limit :most
            """)
        .param("most", most)
        .query(String.class)
        .list();
  }

  /** Whether there is more to write. */
  public boolean isMore(Connection connection, String realm) {
    return !next(connection, realm, 1).isEmpty();
  }

  /** Keeps what came of items that were sent. */
  @Transactional
  public void written(Connection connection, String realm, List<ItemWritten> written) {
    for (var one : written) {
      var product = one.work().product();
      if (one.item().isPresent()) {
        done(connection, realm, one);
      } else if (one.certain()) {
        var left = Left.because(Hindrance.REFUSED).with("said", one.said());
        var decision = one.work().decision();
        settle(connection, realm, product, decision.refused(left));
        LOG.info("refused product={}/{} {}", connection.shopId(), product, one.said());
      } else {
        rows.of(
                connection,
                realm,
                product,
                "update product set state = 'read', tries = tries + 1 where %s")
            .update();
        LOG.info("unanswered product={}/{} {}", connection.shopId(), product, one.said());
      }
    }
  }

  private void done(Connection connection, String realm, ItemWritten one) {
    var product = one.work().product();
    var decision = one.work().decision();
    remember(connection, realm, product, decision.settled(one.item().orElseThrow()));
    rows.of(
            connection,
            realm,
            product,
            """
            update product set state = :state, tries = 0, written = :written, written_at = :now
            where %s
            """)
        .param("state", decision.left().isPresent() ? "left" : "same")
        .param("written", decision.word())
        .param("now", Timestamp.from(clock.instant()))
        .update();
    LOG.info(
        "{}d item={} product={}/{}",
        decision.word(),
        one.item().get().ref().id(),
        connection.shopId(),
        product);
  }

  /** Whether an answer was lost that is to be looked for at once. */
  public boolean isUnanswered(Connection connection, String realm) {
    return rows.of(
            connection,
            realm,
            """
            select exists (select 1 from product
              where %s and state = 'read' and tries between 1 and :most)
            """)
        .param("most", MOST_TRIES - 1)
        .query(Boolean.class)
        .single();
  }
}
