package io.shopbooks.report;

import java.util.List;
import java.util.Optional;

/**
 * A report in words, ready to be laid out as text or HTML. Every text is in the reader's language.
 *
 * @param language of all of it, as HTML names it
 * @param span which time it is about
 * @param verdict whether shop and books agree, in one sentence
 * @param agrees whether they do
 * @param footer why the reader gets it
 */
record Letter(
    String language,
    String subject,
    String title,
    String span,
    Optional<Trouble> trouble,
    String verdict,
    boolean agrees,
    List<Section> totals,
    Section counts,
    Cases held,
    List<Section> lists,
    List<String> footer) {

  Letter {
    totals = List.copyOf(totals);
    lists = List.copyOf(lists);
    footer = List.copyOf(footer);
  }

  /** What went wrong with the run as a whole. */
  record Trouble(String title, String explanation, String label, String detail, Steps steps) {}

  /**
   * Lines under a heading.
   *
   * @param more how many lines were left out; empty if none
   */
  record Section(String heading, List<Line> lines, String more) {

    Section {
      lines = List.copyOf(lines);
    }
  }

  /**
   * @param detail may be empty
   * @param strong whether it is a sum, or a warning
   */
  record Line(String label, String detail, String value, boolean strong) {}

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
   */
  record Case(
      String heading, String order, String money, String title, String explanation, Steps steps) {}

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
