package io.shopbooks.report;

import io.shopbooks.sale.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The subject of a mailed report: it says it all, and what is worst comes first. */
final class Subject {

  private final Proof proof;
  private final RunReport report;
  private final Words words;

  private Subject(Proof proof, Words words) {
    this.proof = proof;
    this.report = proof.report();
    this.words = words;
  }

  static String of(Proof proof, Words words) {
    return new Subject(proof, words).line();
  }

  /** "acme" is "Acme" where people read. */
  static String name(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  private String line() {
    var parts = new ArrayList<String>();
    if (!proof.isClosed()) {
      parts.add(words.say("subject.not-closed"));
    }
    report.trouble().ifPresent(trouble -> parts.add(words.troubleTitle(trouble.word())));
    if (!report.differences().isEmpty()) {
      parts.add(words.say("subject.differs", Map.of("money", words.money(differences()))));
    }
    if (!report.held().isEmpty()) {
      parts.add(withMoney(words.count("held", report.held().size()), report.atStake()));
    }
    if (report.counts().doubtful() > 0) {
      parts.add(open("doubtful", report.counts().doubtful(), Explained.DOUBTFUL));
    }
    if (report.counts().waiting() > 0) {
      parts.add(open("waiting", report.counts().waiting(), Explained.WAITING));
    }
    var posted = report.totals().stream().filter(t -> t.sales() + t.refunds() > 0).toList();
    if (!posted.isEmpty()) {
      parts.add(posted(posted));
    }
    var what = parts.isEmpty() ? words.say("subject.nothing") : String.join(" · ", parts);
    return words.say("subject", Map.of("name", name(report.connection()), "what", what));
  }

  private String posted(List<Totals> posted) {
    var sales = posted.stream().mapToInt(Totals::sales).sum();
    var refunds = posted.stream().mapToInt(Totals::refunds).sum();
    var counts = new ArrayList<String>();
    if (sales > 0) {
      counts.add(words.count("sales", sales));
    }
    if (refunds > 0) {
      counts.add(words.count("refunds", refunds));
    }
    var what =
        counts.size() == 1
            ? counts.get(0)
            : words.say("subject.and", Map.of("one", counts.get(0), "other", counts.get(1)));
    var money = words.money(posted.stream().map(Totals::books).toList());
    var equal = proof.isClosed() && report.totals().stream().allMatch(Totals::isEqual);
    return words.say(
        equal ? "subject.equal" : "subject.money", Map.of("what", what, "money", money));
  }

  /** Payments and fees are open too, and are no part of the totals. */
  private String open(String what, int n, Explained by) {
    var amounts =
        report.totals().stream()
            .flatMap(totals -> Optional.ofNullable(totals.parts().get(by)).stream())
            .toList();
    return amounts.isEmpty() ? words.count(what, n) : withMoney(words.count(what, n), amounts);
  }

  private String withMoney(String what, List<Money> money) {
    return words.say("subject.money", Map.of("what", what, "money", words.money(money)));
  }

  /** Too much and too little do not make up for each other. */
  private List<Money> differences() {
    var sums = new TreeMap<String, Money>();
    for (var difference : report.differences()) {
      var money = difference.unexplained().absolute();
      sums.merge(money.currency().getCurrencyCode(), money, Money::plus);
    }
    return List.copyOf(sums.values());
  }
}
