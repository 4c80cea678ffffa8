package io.shopbooks.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A few of the moments of {@code bench/kill-nine}, in one life of one ledger. */
@Timeout(300)
class KillNineTest {

  private static final long SEED = Long.getLong("seed", 20261122);

  @TempDir Path folder;

  @Test
  void killed_again_and_again_it_books_every_sale_once() {
    var random = new Random(SEED);
    try (var stage = new Stage(folder)) {
      stage.sellsAndRefunds(60, SEED);
      dies(stage, Moment.customerMadeUnheard(random));
      dies(stage, Moment.seventeenOfThirty(random));
      dies(stage, Moment.duringRecovery(random));
      dies(stage, Moment.invoiceWithoutPayment(random));
      var last = stage.syncs();
      assertThat(last.status()).as("-Dseed=" + SEED + "\n" + last.said()).isZero();
      var audit = stage.audit(EnumSet.allOf(Audit.Also.class));
      assertThat(audit.isClean()).as("-Dseed=" + SEED + " " + audit).isTrue();
      assertThat(audit.sales()).isGreaterThan(30);
      assertThat(audit.documents()).isGreaterThan(audit.sales());
    }
  }

  private static void dies(Stage stage, Moment moment) {
    var ended = stage.runsUntil(moment, "sync", "acme");
    assertThat(ended.isKilled()).as("-Dseed=" + SEED + " " + moment + "\n" + ended.said()).isTrue();
  }
}
