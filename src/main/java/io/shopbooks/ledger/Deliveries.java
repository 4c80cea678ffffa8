package io.shopbooks.ledger;

import io.shopbooks.books.DocumentKey;
import io.shopbooks.books.DocumentKind;
import io.shopbooks.books.Due;
import io.shopbooks.sale.ShopId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which documents go out next, and in which company (DESIGN 4.3, 4.5, 4.7). */
@Component("deliveries")
public class Deliveries {

  /** Up to so many due documents go singly: clear answers for live orders. */
  private static final int FEW = 3;

  private final JdbcClient db;
  private final Clock clock;
  private final Canaries canaries;

  Deliveries(JdbcClient db, Clock clock, Canaries canaries) {
    this.db = db;
    this.clock = clock;
    this.canaries = canaries;
  }

  /**
   * The next deliveries for a company: documents that are due and whose needs are in the books,
   * sales before what depends on them. The first of each kind and tax treatment goes alone, and its
   * like wait for its answer. Empty when nothing is due.
   *
   * @param batchSize how many documents a batch may hold now
   * @param most how many deliveries
   */
  @Transactional
  public List<Delivery> takeDue(String realm, int batchSize, int most) {
    var due = due(realm, batchSize * most);
    var verdicts = canaries.choose(due.stream().map(Row::canary).toList());
    var deliveries = new ArrayList<Delivery>();
    var free = new ArrayList<Due>();
    for (int i = 0; i < due.size(); i++) {
      switch (verdicts.get(i)) {
        case GO_ALONE -> deliveries.add(new Delivery(realm, List.of(due.get(i).due())));
        case GO -> free.add(due.get(i).due());
        case WAIT -> {
          // Its like is on the way; this one waits for the answer.
        }
      }
    }
    if (free.size() <= FEW) {
      free.forEach(one -> deliveries.add(new Delivery(realm, List.of(one))));
    } else {
      for (int i = 0; i < free.size(); i += batchSize) {
        var end = Math.min(free.size(), i + batchSize);
        deliveries.add(new Delivery(realm, free.subList(i, end)));
      }
    }
    return deliveries.subList(0, Math.min(most, deliveries.size()));
  }

  private record Row(Due due, Canaries.Bird canary) {}

  private List<Row> due(String realm, int most) {
    return db.sql(
            """
            select * from document d
            where realm = :realm and state = 'planned' and due_at <= :now
              and not exists (
                select from document_need n
                left join document s on s.shop = d.shop and s.realm = d.realm
                  and s.purpose = n.purpose and s.shop_id = n.shop_id
                where n.document = d.id and coalesce(s.state, '') <> 'posted')
            order by case purpose when 'SALE' then 1 when 'CREDIT' then 2 else 3 end, dated, id
            limit :most
            for update of d skip locked
            """)
        .param("realm", realm)
        .param("now", Timestamp.from(clock.instant()))
        .param("most", most)
        .query(
            (row, n) ->
                new Row(
                    due(row),
                    new Canaries.Bird(
                        row.getLong("id"),
                        row.getString("shop"),
                        realm,
                        row.getString("kind"),
                        row.getString("treatment"))))
        .list();
  }

  /** Documents nobody knows about, once no request for them can still be running. */
  public List<Due> takeDoubtful(String realm, int most) {
    return db.sql(
            """
            select * from document where realm = :realm and state = 'doubtful' and due_at <= :now
            order by sent_at, id limit :most
            """)
        .param("realm", realm)
        .param("now", Timestamp.from(clock.instant()))
        .param("most", most)
        .query((row, n) -> due(row))
        .list();
  }

  private Due due(ResultSet row) throws SQLException {
    var document = DocumentJson.read(row.getString("plan"));
    return new Due(
        row.getLong("id"),
        document,
        row.getInt("attempt"),
        texts(row.getArray("repairs")),
        links(row.getLong("id"), row.getString("shop"), row.getString("realm")),
        row.getString("quickbooks_id"));
  }

  private Map<DocumentKey, String> links(long document, String shop, String realm) {
    var links = new HashMap<DocumentKey, String>();
    db.sql(
            """
            select s.kind, s.shop_id, s.quickbooks_id from document_need n
            join document s on s.shop = :shop and s.realm = :realm
              and s.purpose = n.purpose and s.shop_id = n.shop_id
            where n.document = :document
            """)
        .param("shop", shop)
        .param("realm", realm)
        .param("document", document)
        .query(
            row -> {
              var kind = DocumentKind.of(row.getString("kind"));
              links.put(
                  new DocumentKey(new ShopId(shop), realm, kind, row.getString("shop_id")),
                  row.getString("quickbooks_id"));
            });
    return links;
  }

  private static Set<String> texts(Array array) throws SQLException {
    return Set.of((String[]) array.getArray());
  }
}
