package io.shopbooks.report;

import io.shopbooks.sale.Money;
import java.util.List;
import java.util.Optional;

/**
 * A report in words, ready to be laid out as text or HTML. Every text is in the reader's language.
 *
 * @param language of all of it, as HTML names it
 * @param span which time it is about
 * @param verdict whether shop and books agree, in one sentence
 * @param agrees whether they do
 * @param chart absent where there is nothing to draw
 * @param tables the sides next to each other, in several cuts
 * @param page the same as a page; absent where mails have no links
 * @param footer why the reader gets it
 */
public record Letter(
    String language,
    String subject,
    String title,
    String span,
    Optional<Trouble> trouble,
    String verdict,
    boolean agrees,
    List<Section> totals,
    Optional<Chart> chart,
    List<Table> tables,
    Section counts,
    Cases held,
    List<Section> lists,
    Optional<Link> page,
    List<String> footer) {

  public Letter {
    totals = List.copyOf(totals);
    tables = List.copyOf(tables);
    lists = List.copyOf(lists);
    footer = List.copyOf(footer);
  }

  /** The same, which can be read as this page too. */
  Letter with(Optional<Link> itsPage) {
    return new Letter(
        language, subject, title, span, trouble, verdict, agrees, totals, chart, tables, counts,
        held, lists, itsPage, footer);
  }

  /** What went wrong with the run as a whole. */
  record Trouble(
      String title,
      String explanation,
      String label,
      String detail,
      Steps steps,
      List<Link> links) {

    Trouble {
      links = List.copyOf(links);
    }
  }

  /**
   * Lines under a heading.
   *
   * @param more how many lines were left out; empty if none
   * @param link to where more can be done about it
   */
  record Section(String heading, List<Line> lines, String more, Optional<Link> link) {

    Section(String heading, List<Line> lines, String more) {
      this(heading, lines, more, Optional.empty());
    }

    Section {
      lines = List.copyOf(lines);
    }
  }

  /**
   * @param detail may be empty
   * @param strong whether it is a sum, or a warning
   */
  record Line(String label, String detail, String value, boolean strong) {}

  /**
   * The days as a picture.
   *
   * @param text says what it shows to those who do not see it
   * @param days what is drawn, the oldest first
   */
  record Chart(String heading, String text, String shop, String books, List<Day> days) {

    Chart {
      days = List.copyOf(days);
    }
  }

  /** One day of a picture; what is below zero is drawn as nothing. */
  record Day(Money shop, Money books) {}

  /**
   * Figures in columns.
   *
   * @param columns what each is called, the first one too
   * @param verdict whether the sides are closed, in one sentence
   * @param more how many rows were left out; empty if none
   */
  record Table(
      String heading,
      List<String> columns,
      List<Row> rows,
      String verdict,
      boolean closed,
      String more) {

    Table {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }
  }

  /**
   * @param cells one for each column after the first
   * @param note what accounts for a difference; empty if there is none
   * @param strong whether it is a sum
   */
  record Row(String label, List<String> cells, String note, boolean strong) {

    Row {
      cells = List.copyOf(cells);
    }
  }

  /** Something that can be done from a mail. */
  record Link(String label, String address) {}

  /** What needs a person. */
  record Cases(String heading, List<Case> cases, String more) {

    Cases {
      cases = List.copyOf(cases);
    }
  }

  /**
   * One order, refund or document that needs a person.
   *
   * @param heading order, money and title on one line
   * @param links what can be done from here
   */
  record Case(
      String heading,
      String order,
      String money,
      String title,
      String explanation,
      Steps steps,
      List<Link> links) {

    Case {
      links = List.copyOf(links);
    }
  }

  /**
   * What to do.
   *
   * @param file which file to edit, as half a sentence; empty if none
   * @param yaml what to write into it
   * @param run leads to the command
   */
  record Steps(
      String label, String what, String file, List<String> yaml, String run, String command) {

    Steps {
      yaml = List.copyOf(yaml);
    }

    /** On lines of their own. */
    public String yamlText() {
      return String.join("\n", yaml);
    }
  }
}
