package io.shopbooks.ledger;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What Camel's idempotent consumers remember of the messages they let in. They save work and
 * prevent no double, and nobody repeats what is a month old:
 *
 * <ul>
 *   <li>the key of a planning has the order's attempt in it, which rises with each claim and never
 *       falls ({@link ReceivedOrder#planningKey}). Once the claim is over, minutes later, nobody
 *       asks for that key again.
 *   <li>a shop does not send a delivery again that failed (`woocommerce.md` 9.2). One that came a
 *       month late would be noted as a hint, as if it were new: the order is read again, and
 *       planned again only if its content is another.
 * </ul>
 */
@Component("doors")
public class Doors {

  private static final Duration REMEMBERED = Duration.ofDays(30);

  private final JdbcClient db;
  private final Clock clock;

  Doors(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** Forgets what came in more than a month ago. Camel notes no time zone: a day more or less. */
  public void forgetOld() {
    db.sql("delete from camel_messageprocessed where createdat < :then")
        .param("then", Timestamp.from(clock.instant().minus(REMEMBERED)))
        .update();
  }
}
