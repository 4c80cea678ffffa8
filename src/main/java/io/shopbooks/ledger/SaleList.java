package io.shopbooks.ledger;

import io.shopbooks.ledger.ListedSale.ListedDocument;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The orders of a connection page by page, the newest first. Reads only. */
@Component
public class SaleList {

  private static final Pattern AMOUNT = Pattern.compile("-?\\d+([.,]\\d{1,4})?");

  private static final int WHOLE = 3;

  private static final String STATE =
      """
      case when exists (select from hold h where (h.shop, h.realm, h.order_id)
                  = (o.shop, o.realm, o.order_id) and h.ended_at is null) then 'HELD'
           when exists (select from document d where (d.shop, d.realm, d.order_id)
                  = (o.shop, o.realm, o.order_id) and d.state = 'doubtful') then 'DOUBTFUL'
           when o.state = 'received' or exists (select from document d
                  where (d.shop, d.realm, d.order_id) = (o.shop, o.realm, o.order_id)
                  and d.state in ('planned', 'sending')) then 'ON_THE_WAY'
           when o.state = 'left-out' and o.because = 'ignored' then 'IGNORED'
           when o.state = 'left-out' then 'LEFT_OUT'
           when o.state = 'waiting' then 'WAITING'
           when o.state = 'held' then 'HELD'
           else 'IN_BOOKS' end
      """;

  private static final String ORDER = " order by o.created_at desc, o.order_id desc";

  // First the page, then the states of what is on it.
  private static final String SELECT =
      """
      select o.order_id, o.number, o.status, o.because, o.customer, o.created_at, o.currency,
          o.total, %s as state,
          array(select d.kind || '|' || d.state || '|' || d.number from document d
            where (d.shop, d.realm, d.order_id) = (o.shop, o.realm, o.order_id)
              and d.state <> 'dropped' order by d.id) as documents
      from (select * from shop_order o where %s) o
      """;

  private static final String HELD =
      "(o.shop, o.realm, o.order_id) in (select shop, realm, order_id from hold"
          + " where connection = :connection and ended_at is null)";
  private static final String OF_DOCUMENTS =
      "(o.shop, o.realm, o.order_id) in (select shop, realm, order_id from document"
          + " where connection = :connection and %s)";
  private static final String DOUBTFUL = OF_DOCUMENTS.formatted("state = 'doubtful'");
  private static final String UNSENT = OF_DOCUMENTS.formatted("state in ('planned', 'sending')");

  private final JdbcClient db;

  SaleList(JdbcClient db) {
    this.db = db;
  }

  /** Up to as many as asked for, and one more if there are more. */
  public List<ListedSale> page(SaleQuery asked) {
    var facts = new HashMap<String, Object>();
    facts.put("connection", asked.connection());
    facts.put("most", asked.most() + 1);
    var where = new StringBuilder("o.connection = :connection");
    asked.state().ifPresent(state -> where.append(" and ").append(condition(state)));
    if (!asked.kind().isEmpty()) {
      where.append(" and ").append(OF_DOCUMENTS.formatted("kind = :kind"));
      facts.put("kind", asked.kind());
    }
    asked.from().ifPresent(at -> and(where, facts, "o.created_at >= :from", "from", at));
    asked.until().ifPresent(at -> and(where, facts, "o.created_at < :until", "until", at));
    asked.after().ifPresent(place -> after(place, where, facts));
    if (!asked.text().isBlank()) {
      where
          .append(" and (o.shop, o.realm, o.order_id) in (")
          .append(found(asked, facts))
          .append(')');
    }
    return db.sql(SELECT.formatted(STATE, where + ORDER + " limit :most") + ORDER)
        .params(facts)
        .query(SaleList::row)
        .list();
  }

  /** One order, which must be there. */
  ListedSale one(String shop, String realm, String order) {
    return db.sql(
            SELECT.formatted(STATE, "o.shop = :shop and o.realm = :realm and o.order_id = :order"))
        .param("shop", shop)
        .param("realm", realm)
        .param("order", order)
        .query(SaleList::row)
        .single();
  }

  private static void and(
      StringBuilder where, Map<String, Object> facts, String condition, String name, Instant at) {
    where.append(" and ").append(condition);
    facts.put(name, Timestamp.from(at));
  }

  private static void after(SaleQuery.Place place, StringBuilder where, Map<String, Object> facts) {
    where.append(" and (o.created_at, o.order_id) < (:created, :order)");
    facts.put("created", Timestamp.from(place.created()));
    facts.put("order", place.order());
  }

  private static String condition(SaleQuery.State state) {
    var open = "not " + HELD + " and not " + DOUBTFUL;
    return switch (state) {
      case HELD -> "(o.state = 'held' or " + HELD + ")";
      case DOUBTFUL -> DOUBTFUL + " and not " + HELD;
      case ON_THE_WAY -> "(o.state = 'received' or " + UNSENT + ") and " + open;
      case WAITING -> "o.state = 'waiting' and " + open;
      case LEFT_OUT -> "o.state = 'left-out' and o.because <> 'ignored' and " + open;
      case IGNORED -> "o.state = 'left-out' and o.because = 'ignored' and " + open;
      case IN_BOOKS -> "o.state = 'booked' and not " + UNSENT + " and " + open;
    };
  }

  /** The keys of the orders that the text may mean, each way by an index of its own. */
  private static String found(SaleQuery asked, Map<String, Object> facts) {
    var text = asked.text().strip();
    // One or two characters begin almost every number: they are taken whole.
    var open = text.length() < WHOLE ? "" : "%";
    facts.put("begins", text.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + open);
    var found =
        new StringBuilder(
            """
            select shop, realm, order_id from shop_order
              where connection = :connection and lower(number) like :begins
            union select shop, realm, order_id from document
              where connection = :connection and number <> '' and lower(number) like :begins
            """);
    words(text)
        .ifPresent(
            words -> {
              facts.put("words", words);
              found.append(
                  """
                  union select shop, realm, order_id from shop_order
                    where connection = :connection
                      and to_tsvector('simple', customer) @@ to_tsquery('simple', :words)
                  """);
            });
    if (AMOUNT.matcher(text).matches()) {
      facts.put("amount", new BigDecimal(text.replace(',', '.')));
      found.append(
          """
          union select shop, realm, order_id from shop_order
            where connection = :connection and total = :amount
          union select shop, realm, order_id from document
            where connection = :connection and total = :amount
          """);
    }
    return found.toString();
  }

  /** Each longer word may be the beginning of one: {@code 'ann':* & 'smi':*}. */
  private static Optional<String> words(String text) {
    var words =
        Arrays.stream(text.split("[^\\p{L}\\p{N}]+"))
            .filter(word -> !word.isEmpty())
            .map(word -> "'" + word + (word.length() < WHOLE ? "'" : "':*"))
            .collect(Collectors.joining(" & "));
    return words.isEmpty() ? Optional.empty() : Optional.of(words);
  }

  private static ListedSale row(ResultSet row, int n) throws SQLException {
    return new ListedSale(
        row.getString("order_id"),
        row.getString("number"),
        row.getString("status"),
        SaleQuery.State.valueOf(row.getString("state")),
        row.getString("because"),
        row.getString("customer"),
        row.getTimestamp("created_at").toInstant(),
        Standing.money(row.getBigDecimal("total"), row.getString("currency")),
        Arrays.stream((String[]) row.getArray("documents").getArray())
            .map(text -> text.split("\\|", 3))
            .map(part -> new ListedDocument(part[0], part[2], part[1]))
            .toList());
  }
}
