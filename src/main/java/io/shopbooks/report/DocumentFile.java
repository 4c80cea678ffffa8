package io.shopbooks.report;

import io.shopbooks.sale.Money;
import java.time.LocalDate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The documents of a report as comma-separated values, one line each, for spreadsheets and
 * programs: amounts with a point and days as year-month-day, the same in every language.
 */
final class DocumentFile {

  /** What spreadsheets would take for a formula (OWASP, CSV injection). */
  private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r].*", Pattern.DOTALL);

  private static final Pattern NEEDS_QUOTES = Pattern.compile(".*[\",;\\r\\n].*", Pattern.DOTALL);

  private static final String END = "\r\n";

  private DocumentFile() {}

  /** The whole file, with its heading. */
  static String of(RunReport report) {
    var head =
        line(
            Stream.of(
                "connection",
                "order",
                "kind",
                "number",
                "date",
                "total",
                "currency",
                "state",
                "quickbooks_id",
                "reason"));
    return report.documents().stream()
        .map(entry -> line(report.connection(), entry))
        .collect(Collectors.joining("", head, ""));
  }

  private static String line(String connection, RunReport.Entry entry) {
    return line(
        Stream.concat(
            Stream.concat(
                Stream.of(connection, entry.order(), entry.kind(), entry.number())
                    .map(DocumentFile::harmless),
                Stream.of(
                    entry.dated().map(LocalDate::toString).orElse(""), amount(entry.total()))),
            Stream.of(
                    entry.total().currency().getCurrencyCode(),
                    entry.state(),
                    entry.quickbooksId(),
                    entry.reason())
                .map(DocumentFile::harmless)));
  }

  private static String line(Stream<String> cells) {
    return cells.map(DocumentFile::quoted).collect(Collectors.joining(",", "", END));
  }

  private static String amount(Money money) {
    return new Money(money.amount().stripTrailingZeros(), money.currency()).text();
  }

  private static String harmless(String text) {
    return FORMULA.matcher(text).matches() ? "'" + text : text;
  }

  private static String quoted(String text) {
    return NEEDS_QUOTES.matcher(text).matches() ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
