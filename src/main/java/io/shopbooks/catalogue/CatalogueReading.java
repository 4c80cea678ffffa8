package io.shopbooks.catalogue;

import io.shopbooks.connections.Connection;
import io.shopbooks.sale.Money;
import io.shopbooks.sale.ShopProduct;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Keeps what the shop's catalogue says, and how far it was read. */
@Component("catalogueReading")
public class CatalogueReading {

  private static final Logger LOG = LoggerFactory.getLogger(CatalogueReading.class);

  private final ProductRows rows;

  CatalogueReading(ProductRows rows) {
    this.rows = rows;
  }

  /** How far this catalogue was read; empty before the first round ended. */
  public Optional<Instant> cursor(Connection connection, String realm) {
    return rows.of(connection, realm, "select read_until from product_cursor where %s")
        .query((row, n) -> row.getTimestamp(1).toInstant())
        .optional();
  }

  /** Everything up to this moment is kept. */
  public void readUntil(Connection connection, String realm, Instant moment) {
    rows.of(
            connection,
            realm,
            """
            insert into product_cursor (shop, realm, read_until) values (:shop, :realm, :moment)
            on conflict (shop, realm) do update set read_until = excluded.read_until
            """)
        .param("moment", Timestamp.from(moment))
        .update();
  }

  /** The ids of products of which the shop has, or had, another one with the same SKU. */
  public List<String> twins(Connection connection, String realm) {
    return rows.of(
            connection,
            realm,
            """
            select product from product where %1$s and sku in (
              select sku from product where %1$s and sku <> '' group by sku having count(*) > 1)
            order by product
            """)
        .query(String.class)
        .list();
  }

  /** The shop has these no more: they stand in the way of no other. Their items stay. */
  public void forget(Connection connection, String realm, Collection<String> gone) {
    gone.forEach(
        product -> rows.of(connection, realm, product, "delete from product where %s").update());
  }

  /** Keeps a product; one that says something new is to be decided about. */
  public void keep(Connection connection, String realm, ShopProduct product) {
    rows.of(
            connection,
            realm,
            """
            insert into product (shop, realm, product, connection, sku, name, type, status, price,
                currency, gross, taxable, stocked)
            values (:shop, :realm, :product, :connection, :sku, :name, :type, :status, :price,
                :currency, :gross, :taxable, :stocked)
            on conflict (shop, realm, product) do update
            set connection = excluded.connection, sku = excluded.sku, name = excluded.name,
                type = excluded.type, status = excluded.status, price = excluded.price,
                currency = excluded.currency, gross = excluded.gross, taxable = excluded.taxable,
                stocked = excluded.stocked, state = 'read', tries = 0
            where (product.sku, product.name, product.type, product.status, product.price,
                product.currency, product.gross, product.taxable, product.stocked)
              is distinct from (excluded.sku, excluded.name, excluded.type, excluded.status,
                excluded.price, excluded.currency, excluded.gross, excluded.taxable,
                excluded.stocked)
              or product.because = 'unreadable'
            """)
        .param("product", product.id())
        .param("connection", connection.name())
        .param("sku", product.product().sku())
        .param("name", product.name())
        .param("type", product.type())
        .param("status", product.status())
        .param("price", product.price().map(Money::amount).orElse(null), Types.NUMERIC)
        .param(
            "currency",
            product.price().map(price -> price.currency().getCurrencyCode()).orElse(null),
            Types.VARCHAR)
        .param("gross", product.priceIncludesTax())
        .param("taxable", product.taxable())
        .param("stocked", product.product().stocked())
        .update();
  }

  /** A product that the mapping cannot read is left, and keeps no other from being read. */
  public void unreadable(Connection connection, String realm, String product, Exception failure) {
    var said = said(failure);
    LOG.warn("unreadable product={}/{} {}", connection.shopId(), product, said);
    rows.of(
            connection,
            realm,
            """
            insert into product (shop, realm, product, connection, sku, name, type, status, gross,
                taxable, stocked, state, because, facts)
            values (:shop, :realm, :product, :connection, '', '', '', '', false, false, false,
                'left', 'unreadable', :facts)
            on conflict (shop, realm, product) do update
            set state = 'left', because = 'unreadable', facts = excluded.facts
            """)
        .param("product", product)
        .param("connection", connection.name())
        .param("facts", Row.text(Map.of("said", said)))
        .update();
  }

  /** What broke, without what the route wrapped around it. */
  private static String said(Throwable failure) {
    return failure.getCause() == null
        ? String.valueOf(failure.getMessage())
        : said(failure.getCause());
  }
}
