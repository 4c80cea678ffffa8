package io.shopbooks.report;

import io.shopbooks.connections.Connection;
import io.shopbooks.ledger.Hold;
import io.shopbooks.report.Letter.Case;
import io.shopbooks.report.Letter.Cases;
import io.shopbooks.report.Letter.Link;
import io.shopbooks.report.Letter.Steps;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Puts a report into words. Long lists are cut, and say by how much. */
final class LetterWriter {

  private static final int MOST_CASES = 25;

  private final Proof proof;
  private final RunReport report;
  private final Connection connection;
  private final Function<Hold, List<Link>> links;
  private final Optional<Link> stockPage;
  private final Words words;

  private LetterWriter(
      Proof proof,
      Connection connection,
      Words words,
      Function<Hold, List<Link>> links,
      Optional<Link> stockPage) {
    this.stockPage = stockPage;
    this.proof = proof;
    this.report = proof.report();
    this.connection = connection;
    this.words = words;
    this.links = links;
  }

  /**
   * @param links what can be done about something held by a click
   * @param stockPage shows what waits of the stock
   */
  static Letter write(
      Proof proof,
      Connection connection,
      Words words,
      Function<Hold, List<Link>> links,
      Optional<Link> stockPage) {
    return new LetterWriter(proof, connection, words, links, stockPage).letter();
  }

  private Letter letter() {
    var lists = new LetterLists(proof, words, stockPage);
    var tables = new LetterTables(proof.tieOut(), words);
    return new Letter(
        words.say("language"),
        Subject.of(proof, words),
        words.say("report.title", Map.of("name", Subject.name(report.connection()))),
        span(),
        report.trouble().map(this::trouble),
        words.say(verdict()),
        proof.isClosed(),
        lists.totals(),
        tables.chart(),
        tables.tables(),
        lists.counts(),
        held(),
        lists.others(),
        Optional.empty(),
        footer());
  }

  private String span() {
    var zone = connection.choices().zone();
    var facts = new LinkedHashMap<String, String>();
    facts.put("until", words.moment(report.span().until(), zone));
    if (report.span().since().isAfter(Instant.EPOCH)) {
      facts.put("since", words.moment(report.span().since(), zone));
    }
    return words.say("report.span", facts);
  }

  private String verdict() {
    if (!report.differences().isEmpty()) {
      return "report.differs";
    }
    if (!proof.isClosed()) {
      return "report.not-closed";
    }
    if (report.totals().isEmpty()) {
      return "report.no-money";
    }
    return report.totals().stream().allMatch(Totals::isEqual)
        ? "report.equal"
        : "report.equal.explained";
  }

  private Letter.Trouble trouble(RunReport.Trouble trouble) {
    return new Letter.Trouble(
        words.troubleTitle(trouble.word()),
        words.troubleExplanation(trouble.word()),
        words.say("report.detail"),
        trouble.detail(),
        steps(words.troubleRemedy(trouble.word(), report.connection()), ""),
        List.of());
  }

  private Cases held() {
    return new Cases(
        words.say("report.held"),
        report.held().stream().limit(MOST_CASES).map(this::held).toList(),
        LetterLists.more(words, report.held().size() - MOST_CASES));
  }

  private Case held(Hold hold) {
    var order = words.say("report.order", Map.of("number", hold.number()));
    var money = words.money(hold);
    var title = words.title(hold.reason());
    return new Case(
        words.say("report.case", Map.of("order", order, "money", money, "title", title)),
        order,
        money,
        title,
        words.explanation(hold.reason()),
        steps(words.remedy(hold), words.say("report.run")),
        links.apply(hold));
  }

  private Steps steps(Remedy remedy, String run) {
    var label = words.say("report.do");
    return remedy
        .edit()
        .map(
            edit ->
                new Steps(
                    label,
                    remedy.what(),
                    words.say("report.in-file", Map.of("file", edit.file())),
                    edit.yaml().lines().toList(),
                    words.say("report.then"),
                    remedy.command()))
        .orElseGet(() -> new Steps(label, remedy.what(), "", List.of(), run, remedy.command()));
  }

  private List<String> footer() {
    var send = connection.report().send().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return Stream.of(
            words.say(
                "report.footer", Map.of("file", Remedies.file(report.connection()), "send", send)),
            words.say("report.footer.time", Map.of("zone", connection.choices().zone().getId())))
        .toList();
  }
}
