package io.shopbooks.report;

import io.shopbooks.connections.Connection;
import io.shopbooks.ledger.Standing;
import io.shopbooks.report.Incidents.Alarm;
import io.shopbooks.report.Incidents.Kind;
import io.shopbooks.report.Letter.Cases;
import io.shopbooks.report.Letter.Link;
import io.shopbooks.report.Letter.Section;
import io.shopbooks.report.Letter.Steps;
import io.shopbooks.sale.Money;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Puts an alarm into words; one that is over says so. */
final class AlarmLetter {

  private final Alarm alarm;
  private final Connection connection;
  private final List<Standing.Sum> waiting;
  private final Words words;

  /**
   * @param waiting what is on its way to the books
   */
  AlarmLetter(Alarm alarm, Connection connection, List<Standing.Sum> waiting) {
    this.alarm = alarm;
    this.connection = connection;
    this.waiting = waiting;
    this.words = Words.in(connection.report().language());
  }

  /**
   * @param link leads to where it is put right; absent where mails have no links
   */
  Letter written(Optional<Link> link) {
    var key = "alarm." + alarm.kind().word() + (alarm.ended().isPresent() ? ".over" : "");
    var facts = facts();
    var title = words.say(key + ".title", facts);
    var name = Subject.name(connection.name());
    return new Letter(
        words.say("language"),
        words.say("subject", Map.of("name", name, "what", title)),
        words.say("subject", Map.of("name", name, "what", title)),
        words.say("alarm.since", facts),
        alarm.ended().isPresent() ? Optional.empty() : Optional.of(trouble(key, facts, link)),
        words.say(key + ".explanation", facts),
        alarm.ended().isPresent(),
        List.of(),
        Optional.empty(),
        List.of(),
        new Section("", List.of(), ""),
        new Cases("", List.of(), ""),
        List.of(),
        Optional.empty(),
        List.of(
            words.say("alarm.footer", Map.of("file", Remedies.file(connection.name()))),
            words.say("report.footer.time", Map.of("zone", connection.zone().getId()))));
  }

  private Letter.Trouble trouble(String key, Map<String, String> facts, Optional<Link> link) {
    var command =
        alarm.kind() == Kind.SIGNED_OUT
            ? Commands.connect(connection.name())
            : Commands.sync(connection.name());
    var remedy = words.say(key + ".remedy", facts);
    return new Letter.Trouble(
        words.say(key + ".what", facts),
        words.say(key + ".waiting", facts),
        alarm.detail().isEmpty() ? "" : words.say("report.detail"),
        alarm.detail(),
        new Steps(words.say("report.do"), remedy, "", List.of(), words.say("report.run"), command),
        link.stream().toList());
  }

  private Map<String, String> facts() {
    var facts = new LinkedHashMap<String, String>();
    facts.put("since", words.moment(alarm.since(), connection.zone()));
    alarm.ended().ifPresent(at -> facts.put("until", words.moment(at, connection.zone())));
    var count = waiting.stream().mapToInt(Standing.Sum::count).sum();
    facts.put("count", words.count("waiting", count));
    var money = waiting.stream().map(Standing.Sum::money).filter(m -> !m.isZero()).toList();
    facts.put("money", money.isEmpty() ? "" : words.money(summed(money)));
    return facts;
  }

  private static List<Money> summed(List<Money> amounts) {
    var sums = new TreeMap<String, Money>();
    amounts.forEach(m -> sums.merge(m.currency().getCurrencyCode(), m, Money::plus));
    return List.copyOf(sums.values());
  }
}
