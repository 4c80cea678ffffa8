package io.shopbooks.ledger;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What stood in the books, and from when to when, of documents that were changed or taken out of
 * them since: a quantity on hand is as of the moment it was asked for.
 */
@Component
class FormerPlans {

  private final JdbcClient db;
  private final Clock clock;

  FormerPlans(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** What stands in the books of it ends now; to be called before its row is changed. */
  void ends(long document) {
    db.sql(
            """
            insert into document_former (document, plan, since, until)
            select id, coalesce(booked, plan), posted_at, :now from document
            where id = :document and coalesce(booked, plan) is not null
              and quickbooks_id <> '' and stored is not null and posted_at is not null
            """)
        .param("document", document)
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }
}
