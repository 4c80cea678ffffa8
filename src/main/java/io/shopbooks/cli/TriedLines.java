package io.shopbooks.cli;

import io.shopbooks.report.Remedy;
import io.shopbooks.setup.Tried;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes down what would become of past orders. */
final class TriedLines {

  private TriedLines() {}

  /** The same for machines. */
  record Told(
      String from,
      String until,
      int orders,
      boolean whole,
      int booked,
      int inBooksAlready,
      int documents,
      int waiting,
      int leftOut,
      List<Group> held) {}

  /**
   * @param remedy what to do, in words
   * @param edit the lines to write into the connection file; empty: none
   */
  record Group(
      String why,
      String explanation,
      int count,
      List<Sum> money,
      List<String> orders,
      String remedy,
      String edit) {}

  record Sum(String amount, String currency) {}

  static Told told(Tried tried) {
    return new Told(
        tried.from().toString(),
        tried.until().toString(),
        tried.orders(),
        tried.whole(),
        tried.booked(),
        tried.known(),
        tried.documents(),
        tried.waiting(),
        tried.leftOut(),
        tried.held().stream().map(TriedLines::told).toList());
  }

  private static Group told(Tried.Group group) {
    var reason = group.example().reason();
    var remedy = English.WORDS.remedy(group.example());
    return new Group(
        reason.why().word(),
        English.WORDS.explanation(reason),
        group.count(),
        group.money().stream()
            .map(sum -> new Sum(Amounts.number(sum), sum.currency().getCurrencyCode()))
            .toList(),
        group.orders(),
        remedy.what(),
        remedy.edit().map(Remedy.Edit::yaml).orElse(""));
  }

  /** For people. */
  static List<String> of(Tried tried) {
    var lines = new ArrayList<String>();
    lines.add(
        "  orders   %s to %s, tried without sending: %d read, %d ready, %d held, %d not yet sales, %d no sales"
            .formatted(
                tried.from(),
                tried.until(),
                tried.orders(),
                tried.booked(),
                tried.heldInAll(),
                tried.waiting(),
                tried.leftOut()));
    if (tried.known() > 0) {
      lines.add(
          "      In the books already, made by others: %d. They would be recognised, not doubled."
              .formatted(tried.known()));
    }
    if (!tried.whole()) {
      lines.add("      There are more: these are the oldest. SHOPBOOKS_CHECK_ORDERS reads more.");
    }
    tried.held().forEach(group -> lines.addAll(lines(group)));
    return lines;
  }

  private static List<String> lines(Tried.Group group) {
    var lines = new ArrayList<String>();
    var words = English.WORDS;
    lines.add(
        "  WOULD BE HELD  %d, %s: %s"
            .formatted(
                group.count(), words.money(group.money()), words.title(group.example().reason())));
    lines.add("      " + words.explanation(group.example().reason()));
    lines.add("      Orders: " + String.join(", ", group.orders()));
    var remedy = words.remedy(group.example());
    lines.add("      " + remedy.what());
    remedy
        .edit()
        .ifPresent(
            edit -> {
              lines.add("      " + words.say("report.in-file", Map.of("file", edit.file())));
              edit.yaml().lines().forEach(line -> lines.add("        " + line));
            });
    return lines;
  }
}
