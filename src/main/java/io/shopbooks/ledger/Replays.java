package io.shopbooks.ledger;

import io.shopbooks.books.Difference;
import io.shopbooks.books.Differences;
import io.shopbooks.books.Document;
import io.shopbooks.books.Reason;
import io.shopbooks.connections.Connection;
import io.shopbooks.ledger.Replay.Replayed;
import io.shopbooks.ledger.Replay.ReplayedDocument;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Maps past orders again as if they came for the first time. The ledger forgets them for that,
 * within a transaction that is rolled back.
 */
@Component("replays")
public class Replays {

  private static final String THESE =
      """
      select shop, realm, order_id from shop_order
      where shop = :shop and realm = :realm and created_at >= :from and created_at < :until
        and because not in ('ignored', 'undone', 'deleted')
      """;

  private final JdbcClient db;

  Replays(JdbcClient db) {
    this.db = db;
  }

  /**
   * A document of an order, as it was posted or would be.
   *
   * @param key purpose and the shop's id: an order has one of each
   * @param plan absent of one that was only found in the books
   */
  record Version(String order, String key, String kind, String number, Optional<Document> plan) {}

  /**
   * Forgets what became of the orders of these days, so that they are planned anew. Sales that
   * others carried into the books stay recognised.
   *
   * @return what was posted of them
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<Version> forget(Connection connection, String realm, Days days) {
    var posted =
        of(
                connection,
                realm,
                days,
                """
                select d.*, coalesce(d.booked, d.plan) as version from document d
                where (shop, realm, order_id) in (%s) and not adopted
                  and (state = 'posted' or booked is not null)
                order by d.id
                """)
            .query(Replays::version)
            .list();
    of(connection, realm, days, "delete from hold where (shop, realm, order_id) in (%s)").update();
    of(
            connection,
            realm,
            days,
            "delete from document where (shop, realm, order_id) in (%s) and not adopted")
        .update();
    of(
            connection,
            realm,
            days,
            """
            update shop_order set state = 'received', because = '', attempt = attempt + 1,
              claimed_until = '-infinity', move_from = ''
            where (shop, realm, order_id) in (%s)
            """)
        .update();
    return posted;
  }

  /** Holds what was posted against what was planned anew. */
  public Replay compare(Connection connection, String realm, Days days, List<Version> posted) {
    var planned =
        of(
                connection,
                realm,
                days,
                """
                select d.*, d.plan as version from document d
                where (shop, realm, order_id) in (%s) and state = 'planned' order by d.id
                """)
            .query(Replays::version)
            .list();
    var was = byOrder(posted);
    var would = byOrder(planned);
    var held = held(connection, realm, days);
    var different = new ArrayList<Replayed>();
    var orders = orders(connection, realm, days);
    orders.forEach(
        (id, number) -> {
          var documents =
              documents(was.getOrDefault(id, List.of()), would.getOrDefault(id, List.of()));
          var reason = Optional.ofNullable(held.get(id)).filter(why -> was.containsKey(id));
          if (!documents.isEmpty() || reason.isPresent()) {
            different.add(new Replayed(id, number, reason, documents));
          }
        });
    return new Replay(connection.name(), orders.size(), different);
  }

  private static List<ReplayedDocument> documents(List<Version> was, List<Version> would) {
    var today = would.stream().collect(Collectors.toMap(Version::key, version -> version));
    var documents = new ArrayList<ReplayedDocument>();
    for (var before : was) {
      var now = today.remove(before.key());
      if (now == null) {
        documents.add(told(before, "missing", List.of()));
      } else {
        var differences = differences(before, now);
        if (!differences.isEmpty()) {
          documents.add(told(before, "changed", differences));
        }
      }
    }
    would.stream()
        .filter(now -> today.containsKey(now.key()))
        .forEach(now -> documents.add(told(now, "new", List.of())));
    return documents;
  }

  /** Of one that was only found in the books, nothing is known that could differ. */
  private static List<Difference> differences(Version before, Version now) {
    return before.plan().isEmpty() || now.plan().isEmpty()
        ? List.of()
        : Differences.between(before.plan().get(), now.plan().get());
  }

  private static ReplayedDocument told(Version version, String what, List<Difference> differences) {
    return new ReplayedDocument(version.kind(), version.number(), what, differences);
  }

  private Map<String, String> orders(Connection connection, String realm, Days days) {
    var orders = new LinkedHashMap<String, String>();
    of(
            connection,
            realm,
            days,
            """
            select order_id, number from shop_order where (shop, realm, order_id) in (%s)
            order by created_at, order_id
            """)
        .query(
            row -> {
              orders.put(row.getString(1), row.getString(2));
            });
    return orders;
  }

  private Map<String, Reason> held(Connection connection, String realm, Days days) {
    var held = new LinkedHashMap<String, Reason>();
    of(
            connection,
            realm,
            days,
            "select * from hold where (shop, realm, order_id) in (%s) and ended_at is null")
        .query(
            row -> {
              held.putIfAbsent(row.getString("order_id"), Holds.reason(row));
            });
    return held;
  }

  private JdbcClient.StatementSpec of(Connection connection, String realm, Days days, String sql) {
    return db.sql(sql.formatted(THESE))
        .param("shop", connection.shopId().value())
        .param("realm", realm)
        .param("from", Timestamp.from(connection.beginOf(days.from())))
        .param("until", Timestamp.from(connection.beginOf(days.until().plusDays(1))));
  }

  private static Map<String, List<Version>> byOrder(List<Version> versions) {
    return versions.stream().collect(Collectors.groupingBy(Version::order));
  }

  private static Version version(ResultSet row, int n) throws SQLException {
    return new Version(
        row.getString("order_id"),
        row.getString("purpose") + " " + row.getString("shop_id"),
        row.getString("kind"),
        row.getString("number"),
        DocumentJson.find(row.getString("version")));
  }
}
