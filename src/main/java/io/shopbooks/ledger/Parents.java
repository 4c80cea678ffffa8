package io.shopbooks.ledger;

import io.shopbooks.books.ParentOrder;
import io.shopbooks.sale.Money;
import io.shopbooks.sale.Sale;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Orders that others are parts of. */
@Component("parents")
public class Parents {

  private final JdbcClient db;

  Parents(JdbcClient db) {
    this.db = db;
  }

  /**
   * The order that this one is a part of; none where it stands alone, or a person said that it is a
   * sale of its own. One that never came is told by its id.
   */
  public List<ParentOrder> of(ReceivedOrder order, Sale sale) {
    return sale.parent().stream().flatMap(parent -> find(order, parent).stream()).toList();
  }

  private List<ParentOrder> find(ReceivedOrder order, String parent) {
    return db.sql(
            """
            select coalesce(parent.number, :parent) as number, parent.total, parent.currency
            from shop_order o
            left join shop_order parent on parent.shop = o.shop and parent.realm = o.realm
              and parent.order_id = :parent
            where o.shop = :shop and o.realm = :realm and o.order_id = :order
              and not o.new_to_books
            """)
        .param("parent", parent)
        .param("shop", order.key().shop().value())
        .param("realm", order.realm())
        .param("order", order.key().id())
        .query(Parents::told)
        .list();
  }

  private static ParentOrder told(ResultSet row, int n) throws SQLException {
    var total = row.getBigDecimal("total");
    return new ParentOrder(
        row.getString("number"), total == null ? "" : money(total, row.getString("currency")));
  }

  /** Shops may write a currency that nobody knows. */
  private static String money(java.math.BigDecimal amount, String currency) {
    try {
      return new Money(amount, Currency.getInstance(currency)).rounded().toString();
    } catch (IllegalArgumentException unknown) {
      return amount + " " + currency;
    }
  }
}
