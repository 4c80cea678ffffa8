package io.shopbooks.report;

import io.shopbooks.ledger.*;
import java.time.*;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RoomTest
class SpeedTest {
  @Autowired Acme acme;
  @Autowired Reports reports;
  @Autowired JdbcClient db;

  @Test
  void speed() {
    acme.opens(AConnection.usual());
    acme.syncs(AnOrder.of(1, "10.00").refunded(9, "1.00"));
    db.sql(
            """
      insert into shop_order select shop, realm, 'x'||n, connection, number, status, currency, total, created_at, raw || repeat(' ', 3000), hash, state, because, attempt, mapping, claimed_until, received_at, changed_at
      from shop_order, generate_series(1, 100000) n""")
        .update();
    db.sql(
            """
      insert into document (shop, realm, purpose, kind, shop_id, order_id, connection, number, dated, currency, total, treatment, plan, state, due_at, quickbooks_id, posted_total, posted_at)
      select shop, realm, purpose, kind, shop_id||'x'||n, 'x'||n, connection, number, dated, currency, total, treatment, plan, state, due_at, quickbooks_id, posted_total, posted_at from document, generate_series(1,100000) n""")
        .update();
    db.sql(
            "insert into history (shop, realm, order_id, at, what, detail) select shop, realm, 'x'||n, at, what, detail from history, generate_series(1,100000) n")
        .update();
    db.sql("analyze").update();
    var run = acme.syncs(AnOrder.of(2, "10.00"));
    for (int i = 0; i < 3; i++) {
      var t = System.nanoTime();
      var r = reports.of(acme.connection(), run);
      System.out.println("SPAN " + (System.nanoTime() - t) / 1000000 + " ms " + r.totals());
    }
    var t = System.nanoTime();
    var r =
        reports.of(
            acme.connection(), new Span(Instant.EPOCH, Instant.parse("2027-01-01T00:00:00Z")));
    System.out.println("ALL " + (System.nanoTime() - t) / 1000000 + " ms " + r.totals());
  }
}
