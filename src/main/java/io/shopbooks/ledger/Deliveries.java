package io.shopbooks.ledger;

import io.shopbooks.books.Document;
import io.shopbooks.books.DocumentKey;
import io.shopbooks.books.DocumentKind;
import io.shopbooks.books.Due;
import io.shopbooks.books.Reason;
import io.shopbooks.books.Why;
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
import java.util.Objects;
import java.util.Optional;
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
  private final Entries entries;
  private final Canaries canaries;

  Deliveries(JdbcClient db, Clock clock, Entries entries, Canaries canaries) {
    this.db = db;
    this.clock = clock;
    this.entries = entries;
    this.canaries = canaries;
  }

  /**
   * The next deliveries for a company: documents that are due and that nothing keeps back, sales
   * before what depends on them. The first of each kind and tax treatment goes alone, and its like
   * wait for its answer. Empty when nothing is due.
   *
   * @param batchSize how many documents a batch may hold now
   * @param most how many deliveries
   */
  @Transactional
  public List<Delivery> takeDue(String realm, int batchSize, int most) {
    var due = readable(due(realm, batchSize * most));
    var verdicts = canaries.choose(due.stream().map(Row::canary).toList());
    var alone = new ArrayList<Due>();
    var free = new ArrayList<Due>();
    for (int i = 0; i < due.size(); i++) {
      var row = due.get(i);
      switch (verdicts.get(i)) {
        case GO_ALONE -> alone.add(due(row));
        case GO -> (row.alone() ? alone : free).add(due(row));
        case HOLD -> holdLike(row);
        case WAIT -> {
          // Its like is on the way; this one waits for the answer.
        }
      }
    }
    return deliveries(realm, alone, free, batchSize, most);
  }

  private static List<Delivery> deliveries(
      String realm, List<Due> alone, List<Due> free, int batchSize, int most) {
    var deliveries = new ArrayList<Delivery>();
    alone.forEach(one -> deliveries.add(new Delivery(realm, List.of(one))));
    var size = free.size() <= FEW ? 1 : batchSize;
    for (int i = 0; i < free.size(); i += size) {
      deliveries.add(new Delivery(realm, free.subList(i, Math.min(free.size(), i + size))));
    }
    return deliveries.subList(0, Math.min(most, deliveries.size()));
  }

  private void holdLike(Row row) {
    var number = canaries.numberOfWrong(row.canary());
    entries.hold(entries.lock(row.id()), Reason.of(Why.LIKE_A_WRONG_ONE).with("number", number));
  }

  private List<Row> due(String realm, int most) {
    return db.sql(
            """
            select d.* from document d
            where realm = :realm and state = 'planned' and booked is null and due_at <= :now
              and %s
            order by case purpose when 'SALE' then 1 when 'CREDIT' then 2 else 3 end, dated, id
            limit :most
            for update of d skip locked
            """
                .formatted(Obstacles.NONE))
        .param("realm", realm)
        .param("now", Timestamp.from(clock.instant()))
        .param("most", most)
        .query(Deliveries::row)
        .list();
  }

  /** Documents nobody knows about, once no request for them can still be running. */
  @Transactional
  public List<Due> takeDoubtful(String realm, int most) {
    var rows =
        db.sql(
                """
                select * from document
                where realm = :realm and state = 'doubtful' and booked is null and due_at <= :now
                order by due_at, id limit :most
                """)
            .param("realm", realm)
            .param("now", Timestamp.from(clock.instant()))
            .param("most", most)
            .query(Deliveries::row)
            .list();
    return readable(rows).stream().map(this::due).toList();
  }

  /**
   * Documents in the books whose update is due, each alone; also those whose update nobody knows
   * about, once it can no longer be running.
   */
  @Transactional
  public List<Delivery> takeUpdates(String realm, int most) {
    var rows =
        db.sql(
                """
                select d.* from document d
                where realm = :realm and booked is not null and due_at <= :now
                  and (state = 'doubtful' or state = 'planned' and %s)
                order by case purpose when 'SALE' then 1 when 'CREDIT' then 2 else 3 end, id
                limit :most
                """
                    .formatted(Obstacles.NONE))
            .param("realm", realm)
            .param("now", Timestamp.from(clock.instant()))
            .param("most", most)
            .query(Deliveries::row)
            .list();
    return readable(rows).stream().map(row -> new Delivery(realm, List.of(due(row)))).toList();
  }

  /**
   * @param plan empty where it cannot be read, as one that a later version wrote
   */
  private record Row(
      long id,
      String shop,
      String realm,
      String kind,
      String treatment,
      Optional<Document> plan,
      int attempt,
      int tries,
      Set<String> repairs,
      String quickbooksId,
      String stored,
      boolean alone) {

    Canaries.Bird canary() {
      return new Canaries.Bird(id, shop, realm, kind, treatment);
    }
  }

  private static Row row(ResultSet row, int n) throws SQLException {
    return new Row(
        row.getLong("id"),
        row.getString("shop"),
        row.getString("realm"),
        row.getString("kind"),
        row.getString("treatment"),
        DocumentJson.find(row.getString("plan")),
        row.getInt("attempt"),
        row.getInt("attempt") - row.getInt("attempts_before"),
        texts(row.getArray("repairs")),
        row.getString("quickbooks_id"),
        Objects.toString(row.getString("stored"), ""),
        row.getBoolean("alone"));
  }

  /** One that cannot be read is a person's, and keeps no other from going. */
  private List<Row> readable(List<Row> rows) {
    rows.stream()
        .filter(row -> row.plan().isEmpty())
        .map(row -> entries.lock(row.id()))
        .forEach(
            entry -> {
              var why = Reason.of(Why.UNREADABLE).with("said", "its plan in the ledger");
              if (entry.is("planned")) {
                entries.hold(entry, why);
              } else {
                entries.unasked(entry, why.toString());
              }
            });
    return rows.stream().filter(row -> row.plan().isPresent()).toList();
  }

  private Due due(Row row) {
    var document = row.plan().orElseThrow();
    return new Due(
        row.id(),
        document,
        row.attempt(),
        row.tries(),
        row.repairs(),
        links(row, document),
        row.quickbooksId(),
        row.stored());
  }

  /** QuickBooks' ids of what the document needs; most need nothing. */
  private Map<DocumentKey, String> links(Row row, Document document) {
    var links = new HashMap<DocumentKey, String>();
    if (document.needs().isEmpty()) {
      return links;
    }
    db.sql(
            """
            select s.kind, s.shop_id, s.quickbooks_id from document_need n
            join document s on s.shop = :shop and s.realm = :realm
              and s.purpose = n.purpose and s.shop_id = n.shop_id
            where n.document = :document
            """)
        .param("shop", row.shop())
        .param("realm", row.realm())
        .param("document", row.id())
        .query(
            need -> {
              var kind = DocumentKind.of(need.getString("kind"));
              links.put(
                  new DocumentKey(
                      new ShopId(row.shop()), row.realm(), kind, need.getString("shop_id")),
                  need.getString("quickbooks_id"));
            });
    return links;
  }

  private static Set<String> texts(Array array) throws SQLException {
    return Set.of((String[]) array.getArray());
  }
}
