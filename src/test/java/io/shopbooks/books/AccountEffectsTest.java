package io.shopbooks.books;

import static io.shopbooks.books.ASale.aSale;
import static io.shopbooks.books.Booking.usd;
import static io.shopbooks.books.SomeChoices.choices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.shopbooks.sale.Money;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What documents do to accounts before they are sent, and in what two versions differ. */
class AccountEffectsTest {

  private static final Currency USD = Currency.getInstance("USD");
  private static final Chart CHART = new Chart(Map.of(), Map.of(USD, "Receivables"), "Undeposited");

  private final Booking bookkeeper = new Booking(choices(), FakeCompany.american());

  private List<AccountEffect> effects(Document wanted, Document... inBooks) {
    var change = new Change(wanted, Optional.of(inBooks).filter(b -> b.length > 0).map(b -> b[0]));
    return AccountEffects.of(CHART, List.of(change));
  }

  @Test
  void a_receipt_debits_where_the_money_went_and_credits_what_was_sold() {
    var receipt = bookkeeper.receipt(aSale().of("2", "Mug", "20").shipping("5").giftCard("-10"));

    var effects = effects(receipt);

    assertThat(sum(effects, true)).isEqualTo(receipt.total().plus(usd("10")));
    assertThat(sum(effects, false)).isEqualTo(sum(effects, true));
    assertThat(effects)
        .extracting(AccountEffect::account, AccountEffect::debit)
        .contains(tuple("Income of Gift cards", usd("10")));
  }

  @Test
  void an_update_moves_only_the_difference() {
    var before = bookkeeper.receipt(aSale().of("1", "Mug", "20"));
    var after = bookkeeper.receipt(aSale().of("2", "Mug", "40"));

    var effects = effects(after, before);

    var goods = effects.stream().filter(e -> e.account().equals("Income of Online sale")).toList();
    assertThat(goods).singleElement().satisfies(e -> assertThat(net(e)).isEqualTo(usd("-20")));
    assertThat(sum(effects, true)).isEqualTo(sum(effects, false));
  }

  @Test
  void versions_that_say_the_same_differ_in_nothing() {
    var one = bookkeeper.receipt(aSale().of("1", "Mug", "20"));
    var same = bookkeeper.receipt(aSale().of("1", "Mug", "20"));

    assertThat(Differences.between(one, same)).isEmpty();
  }

  @Test
  void a_line_that_became_another_is_shown_with_the_total() {
    var was = bookkeeper.receipt(aSale().of("1", "Mug", "20").shipping("5"));
    var would = bookkeeper.receipt(aSale().of("2", "Mug", "40").shipping("5"));

    assertThat(Differences.between(was, would))
        .extracting(Difference::field, Difference::was, Difference::would)
        .containsExactly(
            tuple(
                "line",
                "Online sale, Mug: 1 × 20 = 20.00 USD, NON",
                "Online sale, Mug: 2 × 20 = 40.00 USD, NON"),
            tuple("total", "25.00 USD", "45.00 USD"));
  }

  private static Money net(AccountEffect effect) {
    return effect.debit().minus(effect.credit());
  }

  private static Money sum(List<AccountEffect> effects, boolean debits) {
    return Money.sum(effects.stream().map(e -> debits ? e.debit() : e.credit()).toList(), USD);
  }
}
