package io.shopbooks.report;

import io.shopbooks.report.Letter.Line;
import io.shopbooks.report.Letter.Link;
import io.shopbooks.report.Letter.Section;
import io.shopbooks.report.Letter.Steps;
import io.shopbooks.report.Letter.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A report as plain text. */
final class TextPart {

  private static final int INDENT = 2;

  private final List<String> lines = new ArrayList<>();

  private TextPart() {}

  static String of(Letter letter) {
    var text = new TextPart();
    text.lines.add(letter.title());
    text.lines.add(letter.span());
    letter.trouble().ifPresent(text::trouble);
    text.paragraph(letter.verdict());
    letter.totals().forEach(text::section);
    text.held(letter.held());
    if (!letter.counts().lines().isEmpty()) {
      text.section(letter.counts());
    }
    letter.tables().forEach(text::table);
    letter.lists().forEach(text::section);
    letter.page().ifPresent(page -> text.paragraph(page.label() + ": " + page.address()));
    text.paragraph("-- ");
    text.lines.addAll(letter.footer());
    return String.join("\n", text.lines) + "\n";
  }

  private void trouble(Letter.Trouble trouble) {
    heading(trouble.title());
    lines.add(trouble.explanation());
    if (!trouble.detail().isEmpty()) {
      lines.add(trouble.label());
      lines.add("  " + trouble.detail());
    }
    lines.add(trouble.steps().what());
    lines.add("  " + trouble.steps().command());
    links(trouble.links());
  }

  private void links(List<Link> links) {
    links.forEach(link -> lines.add("  " + link.label() + ": " + link.address()));
  }

  /** Columns on one line each, so that they can be read on a phone. */
  private void table(Table table) {
    heading(table.heading());
    for (var row : table.rows()) {
      lines.add(" ".repeat(INDENT) + row.label());
      lines.add(" ".repeat(2 * INDENT) + sides(table, row));
      if (!row.note().isEmpty()) {
        lines.add(" ".repeat(2 * INDENT) + row.note());
      }
    }
    if (!table.more().isEmpty()) {
      lines.add(" ".repeat(INDENT) + table.more());
    }
    lines.add(table.verdict());
  }

  private void held(Letter.Cases held) {
    if (held.cases().isEmpty()) {
      return;
    }
    heading(held.heading());
    for (var one : held.cases()) {
      lines.add(one.heading());
      lines.add("  " + one.explanation());
      steps(one.steps());
      links(one.links());
      lines.add("");
    }
    lines.add(held.more());
    removeBlankEnd();
  }

  private void steps(Steps steps) {
    lines.add("  " + steps.what());
    if (!steps.yaml().isEmpty()) {
      lines.add("  " + steps.file());
      steps.yaml().forEach(line -> lines.add("      " + line));
    }
    lines.add("  " + steps.run());
    lines.add("      " + steps.command());
  }

  private static String sides(Table table, Letter.Row row) {
    return IntStream.range(0, row.cells().size())
        .mapToObj(i -> table.columns().get(i + 1) + " " + row.cells().get(i))
        .collect(Collectors.joining(" · "));
  }

  private void section(Section section) {
    heading(section.heading());
    var left = section.lines().stream().map(TextPart::left).toList();
    var width = left.stream().mapToInt(String::length).max().orElse(0);
    var values = section.lines().stream().mapToInt(line -> line.value().length()).max().orElse(0);
    for (int i = 0; i < left.size(); i++) {
      var value = section.lines().get(i).value();
      var gap = width - left.get(i).length() + values - value.length();
      lines.add(" ".repeat(INDENT) + left.get(i) + " ".repeat(gap + INDENT) + value);
    }
    if (!section.more().isEmpty()) {
      lines.add(" ".repeat(INDENT) + section.more());
    }
    links(section.link().stream().toList());
  }

  private static String left(Line line) {
    if (line.label().isEmpty()) {
      return "  " + line.detail();
    }
    return line.detail().isEmpty() ? line.label() : line.label() + "  " + line.detail();
  }

  private void heading(String heading) {
    paragraph(heading);
    lines.add("-".repeat(heading.length()));
  }

  private void paragraph(String text) {
    lines.add("");
    lines.add(text);
  }

  private void removeBlankEnd() {
    while (lines.get(lines.size() - 1).isEmpty()) {
      lines.remove(lines.size() - 1);
    }
  }
}
