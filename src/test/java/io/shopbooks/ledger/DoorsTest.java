package io.shopbooks.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DoorsTest {

  private final ALedger ledger = ALedger.empty();
  private final Doors doors = new Doors(ledger.db, ledger.clock);

  @Test
  void messages_are_forgotten_after_a_month_and_not_before() {
    ledger.db.sql("truncate camel_messageprocessed").update();
    came("old", Duration.ofDays(31).plusHours(1));
    came("young", Duration.ofDays(28).plusHours(23));

    doors.forgetOld();

    assertThat(
            ledger
                .db
                .sql("select messageid from camel_messageprocessed")
                .query(String.class)
                .list())
        .containsExactly("young");
  }

  private void came(String message, Duration ago) {
    ledger
        .db
        .sql("insert into camel_messageprocessed values ('planned-orders', :message, :at)")
        .param("message", message)
        .param("at", Timestamp.from(ledger.clock.instant().minus(ago)))
        .update();
  }
}
