package io.shopbooks.report;

import io.shopbooks.report.Letter.Chart;
import io.shopbooks.report.Letter.Day;
import io.shopbooks.report.Letter.Row;
import io.shopbooks.report.Letter.Table;
import io.shopbooks.report.TieOut.By;
import io.shopbooks.report.TieOut.Cut;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A tie-out in words: a table for each cut, and the days as a picture. */
final class LetterTables {

  /** More days than a quarter has are told in the picture and the attached file only. */
  private static final int MOST_ROWS = 92;

  private static final int FEWEST_DAYS = 2;

  private final TieOut tieOut;
  private final Words words;

  LetterTables(TieOut tieOut, Words words) {
    this.tieOut = tieOut;
    this.words = words;
  }

  List<Table> tables() {
    return tieOut.cuts().stream().filter(cut -> !isNothing(cut)).map(this::table).toList();
  }

  /** As the tax of a shop that has none. */
  private static boolean isNothing(Cut cut) {
    return cut.by() == By.TAX
        && cut.rows().stream()
            .allMatch(row -> row.isEqual() && row.shop().isZero() && row.parts().isEmpty());
  }

  private Table table(Cut cut) {
    var by = cut.by().word();
    var rows = new ArrayList<Row>();
    // Newest last, and of too many the newest are kept.
    var left = Math.max(0, cut.rows().size() - MOST_ROWS);
    cut.rows().stream()
        .skip(left)
        .map(row -> row(key(cut.by(), row.key()), row, false))
        .forEach(rows::add);
    if (cut.rows().size() > 1) {
      rows.add(row(words.say("tie.sum"), cut.sum(), true));
    }
    return new Table(
        words.say("tie." + by, Map.of("currency", cut.currency().getCurrencyCode())),
        List.of(
            words.say("tie." + by + ".column"),
            words.say("report.shop"),
            words.say("tie.ledger"),
            words.say("tie.books")),
        rows,
        words.say(cut.isClosed() ? "tie.closed" : "tie.not-closed"),
        cut.isClosed(),
        LetterLists.more(words, left));
  }

  private Row row(String label, TieOut.Row row, boolean sum) {
    return new Row(
        label,
        List.of(words.money(row.shop()), words.money(row.ledger()), words.money(row.books())),
        note(row),
        sum);
  }

  /** What accounts for the difference of shop and books, and what nothing accounts for. */
  private String note(TieOut.Row row) {
    var named =
        row.parts().entrySet().stream()
            .map(part -> words.explained(part.getKey()) + " " + words.money(part.getValue()))
            .collect(Collectors.toCollection(ArrayList::new));
    if (!row.isClosed()) {
      named.add(words.say("report.unexplained") + " " + words.money(row.unexplained()));
    }
    return String.join(" · ", named);
  }

  private String key(By by, String key) {
    if (key.isEmpty()) {
      return words.say("tie.none");
    }
    return by == By.DAY ? words.date(LocalDate.parse(key)) : key;
  }

  /** Of the currency in which most was sold; a single day is no picture. */
  Optional<Chart> chart() {
    return tieOut.cuts().stream()
        .filter(cut -> cut.by() == By.DAY && cut.rows().size() >= FEWEST_DAYS)
        .max(Comparator.comparing(cut -> cut.sum().shop().absolute().amount()))
        .map(this::chart);
  }

  private Chart chart(Cut cut) {
    var dated = cut.rows().stream().filter(row -> !row.key().isEmpty()).toList();
    var highest = dated.stream().max(Comparator.comparing(row -> row.shop().amount()));
    var facts =
        Map.of(
            "since", key(By.DAY, dated.isEmpty() ? "" : dated.get(0).key()),
            "until", key(By.DAY, dated.isEmpty() ? "" : dated.get(dated.size() - 1).key()),
            "shop", words.money(cut.sum().shop()),
            "books", words.money(cut.sum().books()),
            "money", highest.map(row -> words.money(row.shop())).orElse(""),
            "date", highest.map(row -> key(By.DAY, row.key())).orElse(""));
    return new Chart(
        words.say("chart", Map.of("currency", cut.currency().getCurrencyCode())),
        words.say("chart.text", facts),
        words.say("report.shop"),
        words.say("tie.books"),
        dated.stream().map(row -> new Day(row.shop(), row.books())).toList());
  }
}
