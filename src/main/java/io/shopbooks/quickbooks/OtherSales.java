package io.shopbooks.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopbooks.books.Choices;
import io.shopbooks.books.DocumentKey;
import io.shopbooks.books.DocumentKind;
import io.shopbooks.books.Likeness;
import io.shopbooks.books.OtherSale;
import io.shopbooks.sale.Money;
import io.shopbooks.sale.Refund;
import io.shopbooks.sale.Sale;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The sales documents of a company that are not ours, in short: read once from the start date on,
 * some reads for each 1,000 documents, then kept fresh by change data capture, so that no order
 * costs a read.
 */
@Component("otherSales")
public class OtherSales {

  private static final Logger LOG = LoggerFactory.getLogger(OtherSales.class);

  private static final Map<String, DocumentKind> KINDS =
      Map.of(
          "SalesReceipt", DocumentKind.SALES_RECEIPT,
          "Invoice", DocumentKind.INVOICE,
          "RefundReceipt", DocumentKind.REFUND_RECEIPT,
          "CreditMemo", DocumentKind.CREDIT_MEMO);

  private final JdbcClient db;
  private final Queries queries;
  private final Mirror mirror;

  OtherSales(JdbcClient db, Queries queries, Mirror mirror) {
    this.db = db;
    this.queries = queries;
    this.mirror = mirror;
  }

  /**
   * Reads them if they were never read from this day on. Who breaks off reads them again.
   *
   * @throws CompanyResting if QuickBooks does not answer
   */
  public void read(String realm, Choices choices) {
    var from = choices.startDate();
    if (isReadFrom(realm, from)) {
      return;
    }
    var started = db.sql("select now()").query(Timestamp.class).single();
    var home = new MirroredCompany(realm, mirror).home();
    var where = " where TxnDate >= '" + from + "' orderby Id";
    for (var entity : KINDS.keySet()) {
      queries.each(realm, entity, where, json -> changed(realm, entity, json, home));
    }
    db.sql("delete from quickbooks_other_sale where realm = :realm and seen_at < :started")
        .param("realm", realm)
        .param("started", started)
        .update();
    db.sql("update quickbooks_company set other_sales_from = :from where realm = :realm")
        .param("from", Date.valueOf(from))
        .param("realm", realm)
        .update();
    LOG.info("read company={} documents of others since={}", realm, from);
  }

  private boolean isReadFrom(String realm, LocalDate from) {
    return db.sql(
            """
            select coalesce(other_sales_from <= :from, false) from quickbooks_company
            where realm = :realm
            """)
        .param("from", Date.valueOf(from))
        .param("realm", realm)
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  /**
   * Changes were missed: all are read again. Until then what is known stays, because another
   * process may be planning by it.
   */
  void readAgain(String realm) {
    db.sql("update quickbooks_company set other_sales_from = null where realm = :realm")
        .param("realm", realm)
        .update();
  }

  /** A document of the company as it is now; one that is ours, or was deleted, leaves. */
  void changed(String realm, String entity, JsonNode json, Currency home) {
    if (!KINDS.containsKey(entity)) {
      return;
    }
    var note = json.path("PrivateNote").asText("");
    if (json.path("status").asText().equals("Deleted") || DocumentKey.in(note, realm).isPresent()) {
      remove(realm, entity, json.path("Id").asText());
    } else {
      put(realm, entity, json, Forms.total(json, home));
    }
  }

  private void remove(String realm, String entity, String id) {
    db.sql(
            "delete from quickbooks_other_sale where realm = :realm and entity = :entity and id = :id")
        .param("realm", realm)
        .param("entity", entity)
        .param("id", id)
        .update();
  }

  private void put(String realm, String entity, JsonNode json, Money total) {
    db.sql(
            """
            insert into quickbooks_other_sale (realm, entity, id, number, dated, currency, total,
                customer, seen_at)
            values (:realm, :entity, :id, :number, :dated, :currency, :total, :customer,
                clock_timestamp())
            on conflict (realm, entity, id) do update set number = excluded.number,
                dated = excluded.dated, currency = excluded.currency, total = excluded.total,
                customer = excluded.customer, seen_at = excluded.seen_at
            """)
        .param("realm", realm)
        .param("entity", entity)
        .param("id", json.path("Id").asText())
        .param("number", json.path("DocNumber").asText(""))
        .param("dated", Date.valueOf(LocalDate.parse(json.path("TxnDate").asText())))
        .param("currency", total.currency().getCurrencyCode())
        .param("total", total.amount())
        .param("customer", json.path("CustomerRef").path("name").asText(""))
        .update();
  }

  /** Receipts and invoices that could be this sale. Asks nobody. */
  public List<OtherSale> like(Sale sale, Choices choices, String realm) {
    var like = Likeness.of(sale, choices);
    return db.sql(
            """
            select * from quickbooks_other_sale
            where realm = :realm and entity in ('SalesReceipt', 'Invoice')
              and (number <> '' and number = any(:numbers) or dated = :day and total = :total)
            order by dated, entity, id
            """)
        .param("realm", realm)
        .param("numbers", like.numbers().toArray(String[]::new))
        .param("day", Date.valueOf(like.day()))
        .param("total", like.total().amount())
        .query(OtherSales::row)
        .list();
  }

  /** Credits and refund receipts that could be this refund. Asks nobody. */
  public List<OtherSale> credits(Refund refund, Choices choices, String realm) {
    var day = LocalDate.ofInstant(refund.created(), choices.zone());
    return db.sql(
            """
            select * from quickbooks_other_sale
            where realm = :realm and entity in ('RefundReceipt', 'CreditMemo')
              and dated between :first and :last and total = :total
            order by dated, entity, id
            """)
        .param("realm", realm)
        .param("first", Date.valueOf(day.minusDays(Likeness.MOST_DAYS_APART)))
        .param("last", Date.valueOf(day.plusDays(Likeness.MOST_DAYS_APART)))
        .param("total", refund.amount().amount())
        .query(OtherSales::row)
        .list();
  }

  private static OtherSale row(ResultSet row, int n) throws SQLException {
    return new OtherSale(
        KINDS.get(row.getString("entity")),
        row.getString("id"),
        row.getString("number"),
        row.getDate("dated").toLocalDate(),
        new Money(row.getBigDecimal("total"), Currency.getInstance(row.getString("currency"))),
        row.getString("customer"),
        false);
  }
}
