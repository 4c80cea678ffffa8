package io.shopbooks.stock;

import io.shopbooks.books.OnHand;
import io.shopbooks.connections.Connection.Negative;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides whether a quantity of QuickBooks goes to the shop. QuickBooks says how many there are;
 * what was sold and is not in the books yet is taken off. A sale changes both sides alike, so that
 * with all sales put back each side stays as it was agreed upon, until somebody changes it: what
 * changed in QuickBooks alone is written, what somebody changed in the shop is for a person.
 */
final class StockRule {

  private final Negative negative;

  StockRule(Negative negative) {
    this.negative = negative;
  }

  /** Decides about a stock that the shop counts and whose items are known. */
  StockDecision decide(StockFacts facts) {
    var onHand =
        facts.items().stream().map(OnHand::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    // A part of a piece cannot be sold.
    var left = onHand.subtract(facts.pending()).setScale(0, RoundingMode.FLOOR);
    if (left.signum() < 0 && negative == Negative.HOLD) {
      return decision(facts, StockDecision.LEAVE, Optional.empty(), StockWhy.NEGATIVE, left);
    }
    var wanted = left.max(BigDecimal.ZERO);
    var there = facts.level().quantity().orElseThrow();
    if (there.compareTo(wanted) == 0) {
      return agreed(facts, wanted);
    }
    if (!facts.begun()) {
      return decision(facts, StockDecision.CONFIRM, Optional.of(wanted), StockWhy.FIRST, there);
    }
    var before = facts.before().filter(known -> known.items().equals(facts.itemIds()));
    if (before.isEmpty()) {
      return decision(
          facts, StockDecision.CONFIRM, Optional.of(wanted), StockWhy.NEW_PRODUCT, there);
    }
    if (!isChangedInShop(facts, before.get(), there)) {
      return write(facts, wanted);
    }
    var inBooks = wanted.add(facts.taken()).compareTo(before.get().agreed()) != 0;
    var why = inBooks ? StockWhy.CHANGED_ON_BOTH : StockWhy.CHANGED_IN_SHOP;
    return decision(facts, StockDecision.CONFIRM, Optional.of(wanted), why, there);
  }

  private static boolean isChangedInShop(StockFacts facts, Before before, BigDecimal there) {
    var more = there.add(facts.taken()).subtract(before.agreed());
    // A sale in the moment between reading and writing was written over: it is no person's change.
    var isLate = more.signum() > 0 && more.compareTo(facts.late()) <= 0;
    return more.signum() != 0 && !isLate;
  }

  static StockDecision agreed(StockFacts facts, BigDecimal wanted) {
    return new StockDecision(
        facts.level().product(),
        StockDecision.SAME,
        facts.itemIds(),
        Optional.of(wanted),
        facts.taken(),
        Optional.of(wanted.add(facts.taken())),
        Optional.empty(),
        Map.of());
  }

  private static StockDecision write(StockFacts facts, BigDecimal wanted) {
    return new StockDecision(
        facts.level().product(),
        StockDecision.WRITE,
        facts.itemIds(),
        Optional.of(wanted),
        facts.taken(),
        facts.before().map(Before::agreed),
        Optional.empty(),
        Map.of());
  }

  private static StockDecision decision(
      StockFacts facts, String word, Optional<BigDecimal> wanted, StockWhy why, BigDecimal told) {
    return new StockDecision(
        facts.level().product(),
        word,
        facts.itemIds(),
        wanted,
        facts.taken(),
        facts.before().map(Before::agreed),
        Optional.of(why),
        Map.of(
            "shop",
            facts.level().quantity().map(BigDecimal::toPlainString).orElse(""),
            "books",
            wanted.orElse(told).toPlainString()));
  }

  /** Nothing can be said about it. */
  static StockDecision leave(String product, StockWhy why, Map<String, String> facts) {
    return new StockDecision(
        product,
        StockDecision.LEAVE,
        List.of(),
        Optional.empty(),
        BigDecimal.ZERO,
        Optional.empty(),
        Optional.of(why),
        facts);
  }
}
