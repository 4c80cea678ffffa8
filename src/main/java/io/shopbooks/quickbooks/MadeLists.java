package io.shopbooks.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopbooks.sale.ShopId;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Customers and items that we made. QuickBooks deletes none (`quickbooks-online.md` 2.3): those
 * that nothing uses any more are made inactive, and active again when they are wanted again.
 */
@Component("madeLists")
public class MadeLists {

  private static final Logger LOG = LoggerFactory.getLogger(MadeLists.class);
  private static final int TRIES = 3;

  /** Transactions in which a shop's sales, or those who correct them, name customers or items. */
  private static final List<String> USERS =
      List.of(
          "SalesReceipt",
          "Invoice",
          "CreditMemo",
          "RefundReceipt",
          "Payment",
          "Purchase",
          "Deposit",
          "JournalEntry");

  private static final Set<String> REFERENCES = Set.of("CustomerRef", "ItemRef", "EntityRef");

  private final JdbcClient db;
  private final Clock clock;
  private final Calls calls;
  private final Queries queries;
  private final Mirror mirror;

  MadeLists(JdbcClient db, Clock clock, Calls calls, Queries queries, Mirror mirror) {
    this.db = db;
    this.clock = clock;
    this.calls = calls;
    this.queries = queries;
    this.mirror = mirror;
  }

  private record Made(String entity, String id, String name) {}

  /**
   * Remembers what was made just now.
   *
   * @param shop whose sale needed it; empty for what a catalogue offers
   */
  void made(String realm, String shop, String entity, JsonNode json) {
    db.sql(
            """
            insert into quickbooks_made (realm, shop, entity, id, name, made_at)
            values (:realm, :shop, :entity, :id, :name, :now)
            on conflict do nothing
            """)
        .param("realm", realm)
        .param("shop", shop)
        .param("entity", entity)
        .param("id", json.path("Id").asText())
        .param("name", MirrorRow.of(entity, json).name())
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  /**
   * Names of what sales of a shop needed in this time and is active; of a run that is to be taken
   * back.
   */
  public List<String> of(String realm, ShopId shop, Instant since, Instant until) {
    return made(realm, shop, since, until).stream()
        .map(made -> made.entity().toLowerCase(Locale.ROOT) + " " + made.name())
        .toList();
  }

  private List<Made> made(String realm, ShopId shop, Instant since, Instant until) {
    return db.sql(
            """
            select * from quickbooks_made
            where realm = :realm and shop = :shop and made_at > :since and made_at <= :until
              and undone_run is null and entity in ('Customer', 'Item')
            order by entity, id
            """)
        .param("realm", realm)
        .param("shop", shop.value())
        .param("since", Timestamp.from(since))
        .param("until", Timestamp.from(until))
        .query(MadeLists::made)
        .list();
  }

  /**
   * Makes inactive what sales of a shop needed in this time, where no sale, payment, expense,
   * deposit or journal entry of the company names it.
   *
   * @throws CompanyResting if QuickBooks does not answer
   */
  public void retire(String realm, ShopId shop, long run, Instant since, Instant until) {
    var made = made(realm, shop, since, until);
    var used = made.isEmpty() ? Set.<String>of() : used(realm, since);
    for (var one : made) {
      if (!used.contains(one.entity() + " " + one.id()) && turn(realm, one, false)) {
        note(realm, one, run);
      }
    }
  }

  /** Makes active again what was made inactive with this run. */
  public void revive(String realm, long run) {
    var made =
        db.sql("select * from quickbooks_made where realm = :realm and undone_run = :run")
            .param("realm", realm)
            .param("run", run)
            .query(MadeLists::made)
            .list();
    made.forEach(one -> isRevived(realm, one));
  }

  /** Makes active again what was made inactive with a run and a sale needs once more, if any. */
  boolean revive(String realm, Wish wish) {
    var made =
        db.sql(
                """
                select * from quickbooks_made
                where realm = :realm and entity = :entity and name in (:names)
                  and undone_run is not null
                order by made_at
                """)
            .param("realm", realm)
            .param("entity", wish.entity())
            .param("names", wish.names())
            .query(MadeLists::made)
            .list();
    return made.stream()
        .filter(one -> isAsleep(realm, one, wish))
        .findFirst()
        .filter(one -> isRevived(realm, one))
        .isPresent();
  }

  private boolean isAsleep(String realm, Made made, Wish wish) {
    return mirror
        .find(realm, made.entity(), made.id())
        .filter(row -> !row.active() && wish.isFulfilledBy(row))
        .isPresent();
  }

  private boolean isRevived(String realm, Made made) {
    var is = turn(realm, made, true);
    if (is) {
      note(realm, made, null);
    }
    return is;
  }

  private static Made made(ResultSet row, int number) throws SQLException {
    return new Made(row.getString("entity"), row.getString("id"), row.getString("name"));
  }

  private void note(String realm, Made made, Long run) {
    db.sql(
            """
            update quickbooks_made set undone_run = :run
            where realm = :realm and entity = :entity and id = :id
            """)
        .param("run", run)
        .param("realm", realm)
        .param("entity", made.entity())
        .param("id", made.id())
        .update();
  }

  /** What did not exist before is named only by what was changed after. */
  private Set<String> used(String realm, Instant since) {
    var used = new HashSet<String>();
    var where =
        since.equals(Instant.EPOCH) ? "" : " where Metadata.LastUpdatedTime > '" + since + "'";
    for (var entity : USERS) {
      queries.each(realm, entity, where, json -> references(json, used));
    }
    return used;
  }

  private static void references(JsonNode json, Set<String> used) {
    json.properties()
        .forEach(
            part -> {
              if (REFERENCES.contains(part.getKey())) {
                // An EntityRef tells its kind; taken for a customer, another is merely left active.
                var entity = part.getKey().equals("ItemRef") ? "Item" : "Customer";
                used.add(entity + " " + part.getValue().path("value").asText());
              }
              references(part.getValue(), used);
            });
    if (json.isArray()) {
      json.forEach(part -> references(part, used));
    }
  }

  /** Whether it is as wanted now. What holds a quantity or a balance is left active. */
  private boolean turn(String realm, Made made, boolean active) {
    for (int tried = 0; tried < TRIES; tried++) {
      var path = made.entity().toLowerCase(Locale.ROOT);
      var asked = clock.instant();
      var there =
          (ObjectNode) calls.read(Request.get(realm, path + "/" + made.id(), ""), made.entity());
      if (there.path("Active").asBoolean(true) == active) {
        mirror.put(realm, made.entity(), there, asked);
        return true;
      }
      if (!active && isLeftOver(there)) {
        return false;
      }
      var body = there.put("Active", active).toString();
      var id = UUID.nameUUIDFromBytes((realm + path + body).getBytes(StandardCharsets.UTF_8));
      var answer = calls.send(Request.post(realm, id.toString(), path, body));
      var faults = Faults.in(answer);
      if (answer.isGood() && faults.isEmpty()) {
        mirror.put(realm, made.entity(), answer.json().orElseThrow().path(made.entity()), asked);
        LOG.info("active={} company={} {}={}", active, realm, made.entity(), made.id());
        return true;
      }
    }
    return false;
  }

  private static boolean isLeftOver(JsonNode there) {
    return Set.of("QtyOnHand", "Balance").stream()
        .anyMatch(name -> there.path(name).decimalValue().signum() != 0);
  }
}
