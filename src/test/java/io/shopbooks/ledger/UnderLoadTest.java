package io.shopbooks.ledger;

import static io.shopbooks.ledger.Acme.CONNECTION;
import static io.shopbooks.ledger.Acme.REALM;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.books.DocumentKind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** With a hundred thousand orders in the ledger, no step of the loop reads through a table. */
class UnderLoadTest {

  private static final List<String> BIG =
      List.of(
          "shop_order",
          "document",
          "document_need",
          "request",
          "request_document",
          "history",
          "hold");

  private final ALedger ledger = ALedger.empty();

  @Test
  void no_step_of_the_loop_scans_a_big_table() {
    fill(100_000, 20_000);
    ledger.with("900001", Acme.receipt("900001", "10.00"));
    round(0);
    var before = scans();
    for (int i = 1; i <= 3; i++) {
      round(i);
    }
    assertThat(scans()).isEqualTo(before);
    assertThat(before.keySet()).containsAll(BIG);
    ledger.db.sql("select count(*) from history where what = 'scanned'").query((r, n) -> n).list();
    assertThat(scans()).as("a scan would have been seen").isNotEqualTo(before);
  }

  /** What a turn of the loop does: an order comes, is planned, and what is due is posted. */
  private void round(int n) {
    var invoice = Acme.sale(DocumentKind.INVOICE, Integer.toString(900_100 + n), "10.00", "GST");
    ledger.with(invoice.key().shopId(), invoice, Acme.payment(invoice));
    assertThat(ledger.work.isLeft(CONNECTION, REALM)).isTrue();
    ledger.requests.doubtAbandoned(REALM);
    assertThat(ledger.deliveries.takeDoubtful(REALM, 100)).isEmpty();
    var deliveries = ledger.deliveries.takeDue(REALM, 30, 3);
    assertThat(deliveries).isNotEmpty();
    for (var delivery : deliveries) {
      var request = ledger.sends(delivery.documents());
      ledger.requests.answered(request, 200, "{}");
      delivery.documents().forEach(due -> ledger.posts(due, due.document().total()));
    }
    ledger.held.of("acme");
  }

  private void fill(int posted, int planned) {
    ledger
        .db
        .sql(
            """
            insert into shop_order (shop, realm, order_id, connection, number, status, currency,
                total, created_at, raw, hash, state, received_at, changed_at)
            select 'shop.example', :realm, n::text, 'acme', n::text, 'completed', 'CAD', 10,
                timestamptz '2026-11-21' + n * interval '1 second', '{}', n::text, 'booked',
                '2026-11-21', '2026-11-21'
            from generate_series(1, :all) n
            """)
        .param("realm", REALM)
        .param("all", posted + planned)
        .update();
    ledger
        .db
        .sql(
            """
            insert into document (shop, realm, purpose, kind, shop_id, order_id, connection, number,
                dated, currency, total, treatment, plan, state, due_at, quickbooks_id,
                posted_total, posted_at)
            select 'shop.example', :realm, 'SALE', 'sales-receipt', n::text, n::text, 'acme',
                'W' || n, '2026-11-21', 'CAD', 10, 'BY_CODE GST',
                replace(:plan, '424242', n::text),
                case when n <= :posted then 'posted' else 'planned' end, '2026-11-21',
                case when n <= :posted then n::text else '' end, 10, '2026-11-21'
            from generate_series(1, :all) n
            """)
        .param("realm", REALM)
        .param("plan", DocumentJson.write(Acme.receipt("424242", "10.00")))
        .param("posted", posted)
        .param("all", posted + planned)
        .update();
    // Payments that wait for receipts which are in the books count as any other.
    ledger
        .db
        .sql(
            """
            insert into document_need (document, purpose, shop_id)
            select id, 'SALE', shop_id from document where id <= :posted
            """)
        .param("posted", posted)
        .update();
    ledger
        .db
        .sql(
            """
            insert into history (shop, realm, order_id, at, what)
            select 'shop.example', :realm, n::text, '2026-11-21', 'received'
            from generate_series(1, :all) n
            """)
        .param("realm", REALM)
        .param("all", posted + planned)
        .update();
    ledger
        .db
        .sql(
            """
            insert into hold (connection, shop, realm, order_id, subject, why, facts, currency,
                amount, since, ended_at, ended_by)
            select 'other', 'shop.example', :realm, n::text, 'order', 'unreadable', '{}', 'CAD', 10,
                '2026-11-21', '2026-11-22', 'resolved'
            from generate_series(1, :all) n
            """)
        .param("realm", REALM)
        .param("all", posted)
        .update();
    ledger
        .db
        .sql(
            """
            insert into request (id, realm, path, body, sent_at)
            select 'r' || n, :realm, 'batch', '{}', '2026-11-21' from generate_series(1, :all) n
            """)
        .param("realm", REALM)
        .param("all", posted / 10)
        .update();
    ledger
        .db
        .sql(
            """
            insert into request_document (request, document)
            select 'r' || (1 + n % :requests), n from generate_series(1, :all) n
            """)
        .param("requests", posted / 10)
        .param("all", posted)
        .update();
    BIG.forEach(table -> ledger.db.sql("analyze " + table).update());
  }

  /** How often each table was read from end to end. */
  private Map<String, Long> scans() {
    ledger.db.sql("select pg_stat_force_next_flush()").query((row, n) -> n).list();
    var scans = new TreeMap<String, Long>();
    ledger
        .db
        .sql("select relname, seq_scan from pg_stat_user_tables where relname = any(:tables)")
        .param("tables", BIG.toArray(String[]::new))
        .query(
            row -> {
              scans.put(row.getString(1), row.getLong(2));
            });
    return scans;
  }
}
