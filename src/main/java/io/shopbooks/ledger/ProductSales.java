package io.shopbooks.ledger;

import io.shopbooks.sale.Money;
import java.sql.Date;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells on which sales a product stands under the default item. */
@Component
public class ProductSales {

  private final JdbcClient db;

  ProductSales(JdbcClient db) {
    this.db = db;
  }

  /** The sales that {@link ProductTasks#move} would take up again, the oldest first. */
  public List<ProductSale> of(String connection, ProductTask task) {
    return db.sql(
            """
            select p.order_id, o.number, p.currency, p.money, d.number as document, d.dated
            from product_without_item p
            join shop_order o using (shop, realm, order_id)
            left join lateral (
              select number, dated from document
              where shop = p.shop and realm = p.realm and order_id = p.order_id
                and purpose = 'SALE' and state <> 'dropped' and not adopted
              order by id limit 1) d on true
            where p.connection = :connection and p.product = :product
              and o.because not in ('ignored', 'undone')
            order by o.created_at, p.order_id
            """)
        .param("connection", connection)
        .param("product", task.id())
        .query(
            (row, n) ->
                new ProductSale(
                    row.getString("order_id"),
                    row.getString("number"),
                    Optional.ofNullable(row.getString("document")).orElse(""),
                    Optional.ofNullable(row.getDate("dated")).map(Date::toLocalDate),
                    new Money(
                        row.getBigDecimal("money"),
                        Currency.getInstance(row.getString("currency")))))
        .list();
  }
}
