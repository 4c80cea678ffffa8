package io.shopbooks.console;

import io.shopbooks.connections.Connection;
import io.shopbooks.ledger.Held;
import io.shopbooks.ledger.Hold;
import io.shopbooks.report.Remedy;
import io.shopbooks.report.Setting;
import io.shopbooks.report.Words;
import io.shopbooks.sale.Money;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts together what is held for one reason and mended in one way. */
@Component
class HeldGroups {

  private final Held held;

  HeldGroups(Held held) {
    this.held = held;
  }

  /**
   * The groups of a connection, the largest first; of equal ones, the oldest.
   *
   * @param most so many of each are shown
   */
  List<HeldGroup> of(Connection connection, Words words, int most) {
    return held.of(connection.name()).stream()
        .collect(
            Collectors.groupingBy(
                hold -> key(hold, words), LinkedHashMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .sorted(Comparator.comparing(group -> -group.getValue().size()))
        .map(group -> group(group.getKey(), group.getValue(), connection, words, most))
        .toList();
  }

  /** What is in a group now; none if nothing is any more. */
  List<Hold> named(Connection connection, String key, Words words) {
    return held.of(connection.name()).stream().filter(h -> key(h, words).equals(key)).toList();
  }

  private static String key(Hold hold, Words words) {
    var edit = words.remedy(hold).edit().map(Remedy.Edit::yaml);
    var mends = edit.or(() -> words.setting(hold).map(Setting::toString));
    return hold.reason().why().word()
        + mends.map(how -> "-" + Integer.toHexString(how.hashCode())).orElse("");
  }

  private static HeldGroup group(
      String key, List<Hold> holds, Connection connection, Words words, int most) {
    var first = holds.get(0);
    var remedy = words.remedy(first);
    return new HeldGroup(
        key,
        connection.name(),
        words.title(first.reason()),
        words.explanation(first.reason()),
        words.number(holds.size()),
        words.money(sums(holds)),
        remedy,
        remedy.kind() == Remedy.Kind.EDIT || words.setting(first).isPresent(),
        holds.stream().limit(most).map(hold -> one(hold, connection, words)).toList(),
        Math.max(0, holds.size() - most));
  }

  private static HeldGroup.One one(Hold hold, Connection connection, Words words) {
    return new HeldGroup.One(
        hold.id(),
        hold.number(),
        hold.order().id(),
        hold.subject().replaceFirst(" .*", ""),
        words.money(hold),
        words.moment(hold.since(), connection.choices().zone()),
        words.explanation(hold.reason()));
  }

  /** One sum for each currency. */
  private static List<Money> sums(List<Hold> holds) {
    var sums = new TreeMap<String, Money>();
    for (var hold : holds) {
      var money = hold.money().absolute();
      sums.merge(money.currency().getCurrencyCode(), money, Money::plus);
    }
    return List.copyOf(sums.values());
  }
}
