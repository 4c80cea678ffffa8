package io.shopbooks.report;

import io.shopbooks.ledger.Standing;
import io.shopbooks.report.Incidents.Alarm;
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
  private final Reader reader;
  private final List<Standing.Sum> waiting;
  private final Words words;

  /**
   * @param waiting what is on its way to the books
   */
  AlarmLetter(Alarm alarm, Reader reader, List<Standing.Sum> waiting) {
    this.alarm = alarm;
    this.reader = reader;
    this.waiting = waiting;
    this.words = Words.in(reader.language());
  }

  /**
   * @param link leads to where it is put right; absent where mails have no links
   */
  Letter written(Optional<Link> link) {
    var key = "alarm." + alarm.kind().word() + (alarm.ended().isPresent() ? ".over" : "");
    var facts = facts();
    var title = words.say(key + ".title", facts);
    var name = Subject.name(reader.name());
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
            words.say("alarm.footer", Map.of("file", Remedies.file(reader.name()))),
            words.say("report.footer.time", Map.of("zone", reader.zone().getId()))));
  }

  private Letter.Trouble trouble(String key, Map<String, String> facts, Optional<Link> link) {
    var remedy = words.say(key + ".remedy", facts);
    return new Letter.Trouble(
        words.say(key + ".what", facts),
        words.say(key + ".waiting", facts),
        alarm.detail().isEmpty() ? "" : words.say("report.detail"),
        alarm.detail(),
        new Steps(
            words.say("report.do"), remedy, "", List.of(), words.say("report.run"), command()),
        link.stream().toList());
  }

  private String command() {
    return switch (alarm.kind()) {
      case SIGNED_OUT -> Commands.connect(reader.name());
      case MISSED_RUN -> Commands.sync(reader.name());
      case BROKEN_FILE -> Commands.check(reader.name());
    };
  }

  private Map<String, String> facts() {
    var facts = new LinkedHashMap<String, String>();
    facts.put("file", Remedies.file(reader.name()));
    facts.put("since", words.moment(alarm.since(), reader.zone()));
    alarm.ended().ifPresent(at -> facts.put("until", words.moment(at, reader.zone())));
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
