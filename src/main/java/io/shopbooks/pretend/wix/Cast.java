package io.shopbooks.pretend.wix;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Who buys and what, by chance, repeatable by its seed. */
final class Cast {

  private static final List<String> FIRST = List.of("Jane", "Zoë", "Omar", "Lí", "Ann", "Noah");
  private static final List<String> LAST = List.of("Doe", "O'Hara", "Núñez", "Smith", "Ng", "Roy");
  private static final List<String> GOODS =
      List.of("Hat", "Shirt", "Print \"Dawn\"", "Mug", "Candle", "Scarf");

  final Random chance;
  private final WixSite settings;

  Cast(WixSite settings, Random chance) {
    this.settings = settings;
    this.chance = chance;
  }

  Shopper somebody() {
    var first = pick(FIRST);
    var last = pick(LAST);
    var email = (first + chance.nextInt(90)).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "x");
    var company = chance.nextInt(6) == 0 ? last + " & Sons" : "";
    return new Shopper(
        first, last, company, email + "@example.com", settings.country(), "", "Harbour");
  }

  /** An order of one to three products. */
  NewOrder basket() {
    var order = NewOrder.anOrder().by(somebody());
    var count = 1 + chance.nextInt(3);
    for (var i = 0; i < count; i++) {
      order.of(NewLine.of(pick(GOODS), price(5, 80)).times(1 + chance.nextInt(3)));
    }
    return order;
  }

  /** A price with odd cents between two whole amounts. */
  String price(int least, int most) {
    var cents = least * 100 + chance.nextInt((most - least) * 100);
    return new BigDecimal(cents)
        .movePointLeft(2)
        .setScale(Amounts.decimals(settings.currency()), RoundingMode.HALF_UP)
        .toPlainString();
  }

  <T> T pick(List<T> all) {
    return all.get(chance.nextInt(all.size()));
  }
}
