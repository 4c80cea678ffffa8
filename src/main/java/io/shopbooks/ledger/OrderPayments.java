package io.shopbooks.ledger;

import io.shopbooks.books.PaidElsewhere;
import io.shopbooks.connections.Connection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which orders tell of which payments. A Wix site tells a payment by itself and in the order of the
 * app that sold, and one may show long after the other (`wix.md` 4.6, 4.7).
 */
@Component("orderPayments")
public class OrderPayments {

  private final JdbcClient db;

  OrderPayments(JdbcClient db) {
    this.db = db;
  }

  /**
   * Keeps which payments the order tells of, and gives those that are in the books under another
   * order, or on their way; none where a person said that the sale is new to the books, and none of
   * a WooCommerce shop, whose payments have no life of their own.
   */
  @Transactional
  public List<PaidElsewhere> elsewhere(Connection connection, ReceivedOrder order) {
    if (connection.shop().kind() != Connection.Kind.WIX) {
      return List.of();
    }
    keep(order);
    return about(
            order,
            """
            select distinct mine.payment, o.number from order_payment mine
            join order_payment other using (shop, realm, payment)
            join shop_order o on o.shop = other.shop and o.realm = other.realm
              and o.order_id = other.order_id
            join document d on d.shop = o.shop and d.realm = o.realm and d.order_id = o.order_id
              and d.purpose = 'SALE'
            where mine.shop = :shop and mine.realm = :realm and mine.order_id = :order
              and other.order_id <> mine.order_id
              and (d.state in ('sending', 'doubtful', 'posted') or d.quickbooks_id <> ''
                or d.state = 'planned' and o.state = 'booked')
              and not exists (select from shop_order me where me.shop = mine.shop
                and me.realm = mine.realm and me.order_id = mine.order_id and me.new_to_books)
            order by mine.payment, o.number
            """)
        .query((row, n) -> new PaidElsewhere(row.getString(1), row.getString(2)))
        .list();
  }

  private void keep(ReceivedOrder order) {
    about(
            order,
            """
            insert into order_payment (shop, realm, payment, order_id)
            select :shop, :realm, charge->>'transactionId', :order
            from json_array_elements(cast(:json as json)->'charges') charge
            where charge->>'transactionId' is not null
            on conflict do nothing
            """)
        .param("json", order.json())
        .update();
  }

  private JdbcClient.StatementSpec about(ReceivedOrder order, String sql) {
    return db.sql(sql)
        .param("shop", order.key().shop().value())
        .param("realm", order.realm())
        .param("order", order.key().id());
  }
}
