package io.shopbooks.ledger;

import io.shopbooks.books.Company;
import io.shopbooks.books.SoldProduct;
import io.shopbooks.connections.Connection;
import io.shopbooks.sale.Money;
import io.shopbooks.sale.OrderKey;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Products that no item of the company matches: what was sold of them is in the books under the
 * default item, and a person is to map them.
 */
@Component("productTasks")
public class ProductTasks {

  private static final Logger LOG = LoggerFactory.getLogger(ProductTasks.class);

  private final JdbcClient db;
  private final Orders orders;
  private final History history;

  ProductTasks(JdbcClient db, Orders orders, History history) {
    this.db = db;
    this.orders = orders;
    this.history = history;
  }

  /**
   * Notes what the sale, as it was just planned, sells under the default item. A sale that is in
   * the books stays there under the items it was posted with, whatever its products are called now.
   */
  @Transactional
  public void sold(ReceivedOrder order, List<SoldProduct> products) {
    var stays = isInBooks(order) && !order.isToMove();
    if (!stays) {
      ofOrder(order, "delete from product_without_item where %s").update();
    }
    for (var product : products) {
      if (!product.matched() && !stays) {
        add(order, product);
      }
      learn(order, product);
    }
  }

  private boolean isInBooks(ReceivedOrder order) {
    return ofOrder(
            order,
            """
            select exists (select from document
              where %s and purpose = 'SALE' and quickbooks_id <> '')
            """)
        .query(Boolean.class)
        .single();
  }

  private void add(ReceivedOrder order, SoldProduct product) {
    ofOrder(
            order,
            """
            insert into product_without_item
                (shop, realm, order_id, product, connection, sku, name, currency, money)
            values (:shop, :realm, :order, :product, :connection, :sku, :name, :currency, :money)
            """)
        .param("product", product.id())
        .param("connection", order.connection())
        .param("sku", product.sku())
        .param("name", product.name())
        .param("currency", product.money().currency().getCurrencyCode())
        .param("money", product.money().amount())
        .update();
  }

  /** What the product is called now, and whether it has an item, is so for all its sales. */
  private void learn(ReceivedOrder order, SoldProduct product) {
    db.sql(
            """
            update product_without_item set sku = :sku, name = :name, matched = :matched
            where shop = :shop and realm = :realm and product = :product
            """)
        .param("shop", order.key().shop().value())
        .param("realm", order.realm())
        .param("product", product.id())
        .param("sku", product.sku())
        .param("name", product.name())
        .param("matched", product.matched())
        .update();
  }

  /** Looks which products have an item by now, and which have one no more. */
  @Transactional
  public void look(Connection connection, String realm, Company company) {
    var matched =
        db
            .sql(
                """
                select distinct product, sku from product_without_item
                where shop = :shop and realm = :realm
                """)
            .param("shop", connection.shopId().value())
            .param("realm", realm)
            .query((row, n) -> new Called(row.getString("product"), row.getString("sku")))
            .stream()
            .collect(
                Collectors.partitioningBy(
                    product -> product.hasItem(connection, company),
                    Collectors.mapping(Called::id, Collectors.toList())));
    matched.forEach((has, products) -> note(connection, realm, products, has));
  }

  private record Called(String id, String sku) {

    boolean hasItem(Connection connection, Company company) {
      return SoldProduct.item(id, sku, connection.choices(), company).isPresent();
    }
  }

  private void note(Connection connection, String realm, List<String> products, boolean matched) {
    db.sql(
            """
            update product_without_item set matched = :matched
            where shop = :shop and realm = :realm and product = any(:products)
              and matched <> :matched
            """)
        .param("shop", connection.shopId().value())
        .param("realm", realm)
        .param("products", products.toArray(String[]::new))
        .param("matched", matched)
        .update();
  }

  /** All products of a connection that stand in documents of ours under the default item. */
  public List<ProductTask> of(String connection) {
    var tasks = new LinkedHashMap<String, ProductTask>();
    db.sql(
            """
            select p.product, max(p.sku) as sku, max(p.name) as name, p.currency,
                count(*) as documents, sum(p.money) as money, bool_or(p.matched) as matched
            from product_without_item p
            join shop_order o on o.shop = p.shop and o.realm = p.realm and o.order_id = p.order_id
            where p.connection = :connection and o.because not in ('ignored', 'undone')
              and exists (
                select from document d where d.shop = p.shop and d.realm = p.realm
                  and d.order_id = p.order_id and d.purpose = 'SALE' and d.state <> 'dropped'
                  and not d.adopted)
            group by p.product, p.currency order by max(p.name), p.product, p.currency
            """)
        .param("connection", connection)
        .query(
            (row, n) ->
                new ProductTask(
                    row.getString("product"),
                    row.getString("sku"),
                    row.getString("name"),
                    row.getInt("documents"),
                    List.of(
                        new Money(
                            row.getBigDecimal("money"),
                            Currency.getInstance(row.getString("currency")))),
                    row.getBoolean("matched")))
        .list()
        .forEach(task -> tasks.merge(task.id(), task, ProductTasks::together));
    return List.copyOf(tasks.values());
  }

  private static ProductTask together(ProductTask one, ProductTask other) {
    var money = new ArrayList<>(one.money());
    money.addAll(other.money());
    var documents = one.documents() + other.documents();
    return new ProductTask(one.id(), one.sku(), one.name(), documents, money, one.matched());
  }

  /** Those of them that a person is still to map. */
  public List<ProductTask> open(String connection) {
    return of(connection).stream().filter(task -> !task.matched()).toList();
  }

  /** The shop's ids of the orders with this product that nobody left out, the oldest first. */
  public List<String> orders(String connection, ProductTask task) {
    return db.sql(
            """
            select p.order_id from product_without_item p
            join shop_order o using (shop, realm, order_id)
            where p.connection = :connection and p.product = :product and o.because not in ('ignored', 'undone')
            order by o.created_at, o.order_id
            """)
        .param("connection", connection)
        .param("product", task.id())
        .query(String.class)
        .list();
  }

  /**
   * The order is planned again, and its documents go to the items that match by now ({@link
   * ReceivedOrder#moveFrom}).
   */
  @Transactional
  public void move(Connection connection, String realm, String orderId) {
    var order = new OrderKey(connection.shopId(), orderId);
    ofOrder(order, realm, "update shop_order set move_from = :item where %s")
        .param("item", connection.choices().sales().defaultItem())
        .update();
    orders.again(order, realm);
    history.add(order, realm, "to-move", "");
    LOG.info("to be moved order={}", order);
  }

  private JdbcClient.StatementSpec ofOrder(ReceivedOrder order, String sql) {
    return ofOrder(order.key(), order.realm(), sql);
  }

  private JdbcClient.StatementSpec ofOrder(OrderKey order, String realm, String sql) {
    return db.sql(sql.formatted("shop = :shop and realm = :realm and order_id = :order"))
        .param("shop", order.shop().value())
        .param("realm", realm)
        .param("order", order.id());
  }
}
