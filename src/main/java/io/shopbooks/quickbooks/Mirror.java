package io.shopbooks.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopbooks.books.OnHand;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The company's lists as we last saw them, so that an order costs no read (DESIGN 4.7). */
@Component
class Mirror {

  private final JdbcClient db;

  Mirror(JdbcClient db) {
    this.db = db;
  }

  /**
   * @param asked when QuickBooks was asked: it may be older, never newer
   */
  void put(String realm, String entity, JsonNode json, Instant asked) {
    if (json.path("status").asText().equals("Deleted")) {
      remove(realm, entity, json.path("Id").asText());
      return;
    }
    var row = MirrorRow.of(entity, json);
    db.sql(
            """
            insert into quickbooks_mirror (realm, entity, id, name, full_name, sku, email, active, json,
                asked_at)
            values (:realm, :entity, :id, :name, :fullName, :sku, :email, :active, :json, :asked)
            on conflict (realm, entity, id) do update set name = excluded.name,
                full_name = excluded.full_name, sku = excluded.sku, email = excluded.email,
                active = excluded.active, json = excluded.json,
                asked_at = excluded.asked_at
            """)
        .param("realm", realm)
        .param("entity", entity)
        .param("id", row.id())
        .param("name", row.name())
        .param("fullName", row.fullName())
        .param("sku", row.sku())
        .param("email", row.email())
        .param("active", row.active())
        .param("json", json.toString())
        .param("asked", Timestamp.from(asked))
        .update();
  }

  private void remove(String realm, String entity, String id) {
    db.sql("delete from quickbooks_mirror where realm = :realm and entity = :entity and id = :id")
        .param("realm", realm)
        .param("entity", entity)
        .param("id", id)
        .update();
  }

  /** All of a list, inactive entries too. */
  List<MirrorRow> all(String realm, String entity) {
    return db.sql("select json from quickbooks_mirror where realm = :realm and entity = :entity")
        .param("realm", realm)
        .param("entity", entity)
        .query((row, n) -> MirrorRow.read(entity, row.getString(1)))
        .list();
  }

  /** The names of a list's active entries, each once. */
  List<String> names(String realm, String entity) {
    return db.sql(
            """
            select distinct name from quickbooks_mirror
            where realm = :realm and entity = :entity and active
            """)
        .param("realm", realm)
        .param("entity", entity)
        .query(String.class)
        .list();
  }

  /** Active items that can be sold, with this in name or SKU; categories and bundles cannot. */
  List<MirrorRow> items(String realm, String part, int most) {
    return db.sql(
            """
            select json from quickbooks_mirror
            where realm = :realm and entity = 'Item' and active
              and coalesce(json::jsonb ->> 'Type', '') not in ('Category', 'Group')
              and (strpos(lower(full_name), lower(:part)) > 0 or strpos(lower(name), lower(:part)) > 0
                or strpos(lower(sku), lower(:part)) > 0)
            order by lower(name), id limit :most
            """)
        .param("realm", realm)
        .param("part", part)
        .param("most", most)
        .query((row, n) -> MirrorRow.read("Item", row.getString(1)))
        .list();
  }

  /** The active items, as they are sold and counted. */
  List<OnHand> onHand(String realm) {
    return db.sql(
            """
            select json, asked_at from quickbooks_mirror
            where realm = :realm and entity = 'Item' and active order by id
            """)
        .param("realm", realm)
        .query(
            (row, n) ->
                MirrorRow.read("Item", row.getString(1)).onHand(row.getTimestamp(2).toInstant()))
        .list();
  }

  /** By the name people see, or the full name with its parents; ignoring case. */
  List<MirrorRow> named(String realm, String entity, String name) {
    return named(realm, entity, List.of(name));
  }

  /** By any of these names. */
  List<MirrorRow> named(String realm, String entity, List<String> names) {
    return db.sql(
            """
            select json from quickbooks_mirror
            where realm = :realm and entity = :entity
              and (lower(name) in (:names) or lower(full_name) in (:names))
            order by active desc, length(name), id
            """)
        .param("realm", realm)
        .param("entity", entity)
        .param("names", names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList())
        .query((row, n) -> MirrorRow.read(entity, row.getString(1)))
        .list();
  }

  List<MirrorRow> itemsWithSku(String realm, String sku) {
    return db.sql(
            "select json from quickbooks_mirror where realm = :realm and sku = :sku order by id")
        .param("realm", realm)
        .param("sku", sku)
        .query((row, n) -> MirrorRow.read("Item", row.getString(1)))
        .list();
  }

  /**
   * Whether an item has this SKU, active or not; what we made inactive ourselves does not count.
   */
  boolean hasSku(String realm, String sku) {
    return db.sql(
            """
            select exists (select 1 from quickbooks_mirror item
              where item.realm = :realm and item.sku = :sku and (item.active or not exists (
                select 1 from quickbooks_made made where made.realm = item.realm
                  and made.entity = 'Item' and made.id = item.id and made.undone_run is not null)))
            """)
        .param("realm", realm)
        .param("sku", sku)
        .query(Boolean.class)
        .single();
  }

  List<MirrorRow> customersWithEmail(String realm, String email) {
    return db.sql(
            """
            select json from quickbooks_mirror
            where realm = :realm and lower(email) = lower(:email) and entity = 'Customer'
            order by active desc, id
            """)
        .param("realm", realm)
        .param("email", email)
        .query((row, n) -> MirrorRow.read("Customer", row.getString(1)))
        .list();
  }

  Optional<MirrorRow> find(String realm, String entity, String id) {
    return db.sql(
            "select json from quickbooks_mirror where realm = :realm and entity = :entity and id = :id")
        .param("realm", realm)
        .param("entity", entity)
        .param("id", id)
        .query((row, n) -> MirrorRow.read(entity, row.getString(1)))
        .optional();
  }
}
