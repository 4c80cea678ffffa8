package io.shopbooks.report;

import static java.util.stream.Collectors.joining;

import io.shopbooks.ledger.Leftovers.LeftOut;
import io.shopbooks.ledger.Leftovers.OpenCredit;
import io.shopbooks.ledger.ProductTask;
import io.shopbooks.report.Letter.Line;
import io.shopbooks.report.Letter.Link;
import io.shopbooks.report.Letter.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The lists of a report in words. */
final class LetterLists {

  private static final int MOST_LINES = 50;

  private final Proof proof;
  private final RunReport report;
  private final Words words;
  private final Optional<Link> stockPage;

  LetterLists(Proof proof, Words words, Optional<Link> stockPage) {
    this.stockPage = stockPage;
    this.proof = proof;
    this.report = proof.report();
    this.words = words;
  }

  /** "… and 37 more", or nothing if none were left out. */
  static String more(Words words, int left) {
    return left > 0 ? words.count("more", left) : "";
  }

  /** Shop, books and what accounts for the difference, per currency. */
  List<Section> totals() {
    return report.totals().stream().map(this::totals).toList();
  }

  private Section totals(Totals totals) {
    var lines = new ArrayList<Line>();
    lines.add(new Line(words.say("report.shop"), "", words.money(totals.shop()), true));
    lines.add(new Line(words.say("report.books"), "", words.money(totals.books()), true));
    totals.parts().forEach((by, money) -> lines.add(line(words.explained(by), words.money(money))));
    lines.add(
        new Line(
            words.say("report.unexplained"),
            "",
            words.money(totals.unexplained()),
            !totals.unexplained().isZero()));
    return new Section(totals.currency().getCurrencyCode(), lines, "");
  }

  Section counts() {
    var counts = report.counts();
    var lines = new ArrayList<Line>();
    lines.add(count("received", counts.received()));
    lines.add(count("posted", counts.posted()));
    Stream.of(
            count("updated", counts.updated()),
            count("refunded", counts.refunded()),
            count("found", counts.found()),
            count("waiting", counts.waiting()),
            count("doubtful", counts.doubtful()))
        .filter(line -> !line.value().equals("0"))
        .forEach(lines::add);
    lines.add(count("skipped", counts.skippedInAll()));
    counts
        .skipped()
        .forEach(
            (because, n) ->
                lines.add(new Line("", words.because(because), words.number(n), false)));
    return new Section(words.say("report.counts"), lines, "");
  }

  /** What there is besides, where there is any. */
  List<Section> others() {
    var posted = report.documents().stream().filter(d -> d.state().equals("posted")).toList();
    var open =
        report.documents().stream()
            .filter(d -> !d.state().equals("posted") && !d.state().equals("held"))
            .toList();
    return Stream.of(
            section("report.differences", report.differences(), this::difference),
            products(),
            stock(),
            section("report.by-hand", report.byHand(), this::byHand),
            section("report.credits", proof.openCredits(), this::credit),
            section("report.left-out", proof.leftOut(), this::leftOut),
            section("report.open", open, this::open),
            section("report.documents", posted, this::posted))
        .filter(section -> !section.lines().isEmpty())
        .toList();
  }

  private <T> Section section(String heading, List<T> all, Function<T, Line> line) {
    return new Section(
        words.say(heading),
        all.stream().limit(MOST_LINES).map(line).toList(),
        more(words, all.size() - MOST_LINES));
  }

  /** Above them: how many there are, how much money it is, and the command that tells more. */
  private Section products() {
    var all = report.products();
    var lines = new ArrayList<>(section("report.products", all, this::product).lines());
    if (!all.isEmpty()) {
      var how = Commands.products(report.connection());
      var money = words.money(ProductTask.money(all));
      lines.add(0, new Line(words.count("products", all.size()), how, money, true));
    }
    return new Section(words.say("report.products"), lines, more(words, all.size() - MOST_LINES));
  }

  private Section stock() {
    var waiting = proof.stockWaiting();
    if (waiting == 0) {
      return new Section("", List.of(), "");
    }
    var how = Commands.stock(report.connection());
    var line = new Line(words.count("stock-waiting", waiting), how, "", true);
    return new Section(words.say("report.stock"), List.of(line), "", stockPage);
  }

  private Line product(ProductTask task) {
    var sku = task.sku().isEmpty() ? "" : task.sku() + ", ";
    var detail = sku + words.count("sales", task.documents());
    return new Line(task.name(), detail, words.money(task.money()), false);
  }

  private Line difference(RunReport.Difference difference) {
    var sides =
        Map.of("shop", words.money(difference.shop()), "books", words.money(difference.books()));
    return new Line(
        order(difference.order()),
        words.say(difference.refund() ? "report.difference.refund" : "report.difference", sides),
        words.money(difference.unexplained()),
        true);
  }

  private Line credit(OpenCredit credit) {
    var day = credit.date().map(words::date).orElse("");
    return new Line(
        order(credit.order()),
        Stream.of(credit.number(), day).filter(s -> !s.isEmpty()).collect(joining(", ")),
        words.money(credit.total()),
        false);
  }

  private Line leftOut(LeftOut left) {
    var detail = left.note().isBlank() ? words.title(left.reason()) : left.note();
    return new Line(
        order(left.order()), detail, words.money(Stakes.of(left.reason(), left.money())), false);
  }

  private Line byHand(RunReport.ByHand refund) {
    if (refund.note().isEmpty()) {
      return line(order(refund.order()), words.money(refund.amount()));
    }
    var detail = words.say("report.by-hand." + refund.note());
    var amount = refund.note().equals("untold") ? "" : words.money(refund.amount());
    return new Line(order(refund.order()), detail, amount, false);
  }

  private Line open(RunReport.Entry entry) {
    var detail = document(entry) + ", " + words.state(entry.state());
    return new Line(order(entry.order()), detail, words.money(entry.total()), false);
  }

  private Line posted(RunReport.Entry entry) {
    return new Line(order(entry.order()), document(entry), words.money(entry.total()), false);
  }

  private String document(RunReport.Entry entry) {
    return (words.kind(entry.kind()) + " " + entry.number()).strip();
  }

  private String order(String number) {
    return words.say("report.order", Map.of("number", number));
  }

  private Line count(String what, int n) {
    return line(words.say("report." + what), words.number(n));
  }

  private static Line line(String label, String value) {
    return new Line(label, "", value, false);
  }
}
