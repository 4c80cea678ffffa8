package io.shopbooks.connections;

import io.shopbooks.sale.ShopId;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps the day in the database: 1 January of "this year" would move at New Year and take the last
 * sales of December with it, before they were carried.
 */
@Component
final class KeptStartDates implements StartDates {

  private final JdbcClient db;

  KeptStartDates(JdbcClient db) {
    this.db = db;
  }

  @Override
  public LocalDate of(ShopId shop, LocalDate proposed) {
    db.sql("insert into shop_start (shop, start_date) values (:shop, :day) on conflict do nothing")
        .param("shop", shop.value())
        .param("day", proposed)
        .update();
    return db.sql("select start_date from shop_start where shop = :shop")
        .param("shop", shop.value())
        .query(LocalDate.class)
        .single();
  }
}
