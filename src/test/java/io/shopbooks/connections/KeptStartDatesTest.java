package io.shopbooks.connections;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.sale.ShopId;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeptStartDatesTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

  private KeptStartDates starts;

  @BeforeEach
  void anEmptyDatabase() {
    starts = new KeptStartDates(ADatabase.empty());
  }

  @Test
  void the_first_day_of_a_shop_is_kept_for_good() {
    assertThat(starts.of(new ShopId("site"), FIRST)).isEqualTo(FIRST);
    assertThat(starts.of(new ShopId("site"), FIRST.plusYears(1))).isEqualTo(FIRST);
  }

  @Test
  void each_shop_has_its_own_day() {
    starts.of(new ShopId("site"), FIRST);

    assertThat(starts.of(new ShopId("another"), FIRST.plusYears(1))).isEqualTo(FIRST.plusYears(1));
  }
}
