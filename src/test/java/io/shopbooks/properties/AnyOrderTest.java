package io.shopbooks.properties;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Any order, in each region and for each choice, is booked as the shop says it. Builds try the same
 * orders each time; {@code -Dseed} tries others, {@code -Dtries} more.
 */
class AnyOrderTest {

  private static final int TRIES = Integer.getInteger("tries", 1000);

  @ParameterizedTest
  @EnumSource(Place.class)
  void documents_are_taken_and_equal_what_the_shop_says(Place place) {
    var seed = Long.getLong("seed", 20261122L);
    for (var choice : Choice.values()) {
      var stall = Market.shared().open(place, choice.yaml(place));
      stall.sync();
      var any = new AnyOrder(place, stall.shop(), seed);
      var afterlife = new Afterlife(place, stall.shop(), seed);
      for (var i = 0; i < TRIES / Choice.values().length; i++) {
        var order = any.sell();
        if (i % 4 == 0) {
          afterlife.goOn(order);
        }
        if (i % 8 == 0) {
          afterlife.goOn(order);
        }
      }
      var complaints = new Clerk(stall).book(stall.orders());
      var as = place + " " + choice + " -Dseed=" + seed;
      assertThat(complaints).as(as).isEmpty();
      assertThat(new Books(stall.company(), place, choice).against(stall.word(place, choice)))
          .as(as)
          .isEmpty();
    }
  }
}
