package io.shopbooks.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LeasesTest {

  private final ALedger ledger = ALedger.empty();
  private final LedgerSettings settings =
      new LedgerSettings(Duration.ofSeconds(120), Duration.ofSeconds(30));
  private final Leases here = new Leases(ledger.db, ledger.clock, settings);
  private final Leases there = new Leases(ledger.db, ledger.clock, settings);

  @Test
  void only_one_process_has_a_lease() {
    assertThat(here.take("post 1")).isTrue();
    assertThat(there.take("post 1")).isFalse();
    assertThat(there.take("post 2")).isTrue();
    here.release("post 1");
    assertThat(there.take("post 1")).isTrue();
  }

  @Test
  void only_one_thread_of_a_process_has_a_lease() {
    assertThat(here.take("sync acme")).isTrue();
    assertThat(here.take("sync acme")).isFalse();
    assertThat(here.isElsewhere("sync acme")).isTrue();
    here.release("sync acme");
    assertThat(here.isElsewhere("sync acme")).isFalse();
  }

  @Test
  void a_lease_lasts_while_it_is_renewed_and_is_free_soon_after_its_process_died() {
    here.take("post 1");
    ledger.clock.pass(Duration.ofSeconds(25));
    here.renew();
    ledger.clock.pass(Duration.ofSeconds(25));
    assertThat(there.take("post 1")).isFalse();
    assertThat(there.isElsewhere("post 1")).isTrue();
    ledger.clock.pass(Duration.ofSeconds(6));
    assertThat(there.take("post 1")).isTrue();
  }

  @Test
  void who_lost_a_lease_gives_back_nothing_of_others() {
    here.take("post 1");
    ledger.clock.pass(Duration.ofSeconds(31));
    there.take("post 1");
    here.renew();
    here.release("post 1");
    assertThat(here.take("post 1")).isFalse();
  }

  @Test
  void a_database_that_failed_keeps_nobody_from_the_lease_for_good() {
    ledger.db.sql("alter table lease rename to lease_away").update();
    try {
      assertThatThrownBy(() -> here.take("post 1")).isInstanceOf(RuntimeException.class);
    } finally {
      ledger.db.sql("alter table lease_away rename to lease").update();
    }
    assertThat(here.take("post 1")).isTrue();
  }

  @Test
  void a_process_that_ends_in_order_keeps_nobody_waiting() {
    here.take("post 1");
    here.releaseAll();
    assertThat(there.take("post 1")).isTrue();
  }
}
