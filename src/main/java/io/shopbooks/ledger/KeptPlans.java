package io.shopbooks.ledger;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Plans that a person was shown: their fingerprints, not what is in them. */
@Component("keptPlans")
public class KeptPlans {

  private final JdbcClient db;
  private final Clock clock;

  KeptPlans(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /**
   * A plan that was shown.
   *
   * @param applied when it was carried out; empty if it was not
   */
  public record Kept(
      String fingerprint, String connection, Instant made, Optional<Instant> applied) {}

  /** The plan of this fingerprint. */
  public Optional<Kept> find(String fingerprint) {
    return db.sql("select * from plan where fingerprint = :fingerprint")
        .param("fingerprint", fingerprint)
        .query(
            (row, n) ->
                new Kept(
                    row.getString("fingerprint"),
                    row.getString("connection"),
                    row.getTimestamp("made_at").toInstant(),
                    Optional.ofNullable(row.getTimestamp("applied_at")).map(Timestamp::toInstant)))
        .optional();
  }

  /** Remembers that a person was shown this plan. */
  void shown(Plan plan) {
    var parts = plan.parts();
    db.sql(
            """
            insert into plan (fingerprint, connection, made_at, shop, company, mappings, choices,
                documents)
            values (:fingerprint, :connection, :now, :shop, :company, :mappings, :choices,
                :documents)
            on conflict (fingerprint) do update set made_at = excluded.made_at
            """)
        .param("fingerprint", plan.fingerprint())
        .param("connection", plan.connection())
        .param("now", now())
        .param("shop", parts.shop())
        .param("company", parts.company())
        .param("mappings", parts.mappings())
        .param("choices", parts.choices())
        .param("documents", parts.documents())
        .update();
  }

  /** The plan is carried out; none is so twice. */
  void applied(String fingerprint) {
    db.sql("update plan set applied_at = :now where fingerprint = :fingerprint")
        .param("now", now())
        .param("fingerprint", fingerprint)
        .update();
  }

  /** How many plans of the connection were carried out: what was planned before fits no more. */
  long applications(String connection) {
    return db.sql("select count(applied_at) from plan where connection = :connection")
        .param("connection", connection)
        .query(Long.class)
        .single();
  }

  /** Which parts of the wanted plan are others now. */
  List<String> moved(String wanted, Plan now) {
    return db.sql("select * from plan where fingerprint = :fingerprint")
        .param("fingerprint", wanted)
        .query(
            (row, n) ->
                new Plan.Parts(
                    row.getString("shop"),
                    row.getString("company"),
                    row.getString("mappings"),
                    row.getString("choices"),
                    row.getString("documents")))
        .optional()
        .map(then -> moved(then, now.parts()))
        .orElse(List.of());
  }

  private static List<String> moved(Plan.Parts then, Plan.Parts now) {
    return Stream.of(
            then.shop().equals(now.shop()) ? "" : "shop",
            then.company().equals(now.company()) ? "" : "company",
            then.mappings().equals(now.mappings()) ? "" : "mappings",
            then.choices().equals(now.choices()) ? "" : "choices",
            then.documents().equals(now.documents()) ? "" : "documents")
        .filter(part -> !part.isEmpty())
        .toList();
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
