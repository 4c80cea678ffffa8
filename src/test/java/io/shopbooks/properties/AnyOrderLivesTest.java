package io.shopbooks.properties;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Books that followed orders through their lives, against books that saw only the end. Builds live
 * the same lives each time; {@code -Dseed} tries others, {@code -Drounds} longer ones.
 */
class AnyOrderLivesTest {

  private static final int ROUNDS = Integer.getInteger("rounds", 6);
  private static final int ORDERS_A_ROUND = 10;

  @ParameterizedTest
  @EnumSource(Place.class)
  void orders_that_are_followed_end_in_the_books_of_orders_that_are_seen_once(Place place) {
    var seed = Long.getLong("seed", 20261122L);
    var choice = Choice.values()[place.ordinal() % Choice.values().length];
    var as = place + " " + choice + " -Dseed=" + seed;
    var followed = Market.shared().open(place, choice.yaml(place));
    live(followed, place, new Random(seed));

    var once = Market.shared().openAgain(followed, place, choice.yaml(place));
    once.sync();

    assertThat(followed.held()).as(as).isEmpty();
    assertThat(once.held()).as(as).isEmpty();
    assertThat(balances(followed)).as(as).isEqualTo(balances(once));
    var word = once.word(place, choice);
    assertThat(new Books(once.company(), place, choice).against(word)).as(as).isEmpty();
    var documents = followed.company().documents().size();
    followed.sync();
    assertThat(followed.company().documents()).as(as).hasSize(documents);
  }

  /** Orders are placed, edited, paid, refunded and cancelled, with a sync now and then. */
  private static void live(Stall stall, Place place, Random random) {
    var any = new AnyOrder(place, stall.shop(), random.nextLong()).settled();
    var afterlife = new Afterlife(place, stall.shop(), random.nextLong()).edited();
    var orders = new ArrayList<Integer>();
    for (var round = 0; round < ROUNDS; round++) {
      for (var i = 0; i < ORDERS_A_ROUND; i++) {
        orders.add(any.sell());
        afterlife.goOn(orders.get(random.nextInt(orders.size())));
      }
      if (round % 2 == 1 || round == ROUNDS - 1) {
        stall.sync();
      }
    }
  }

  private static Map<String, BigDecimal> balances(Stall stall) {
    var balances = new TreeMap<String, BigDecimal>();
    stall
        .company()
        .trialBalance()
        .forEach((account, balance) -> balances.put(account, balance.stripTrailingZeros()));
    balances.values().removeIf(balance -> balance.signum() == 0);
    return balances;
  }
}
