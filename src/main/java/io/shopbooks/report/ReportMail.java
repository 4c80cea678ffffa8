package io.shopbooks.report;

import java.util.List;
import java.util.Optional;

/**
 * A letter as it is mailed: the same in both parts.
 *
 * @param to whom it goes
 * @param chart a PNG that the HTML part shows
 * @param documents comma-separated, attached
 * @param fileName of that
 */
public record ReportMail(
    List<String> to,
    String subject,
    String text,
    String html,
    Optional<byte[]> chart,
    Optional<String> documents,
    String fileName) {

  public ReportMail {
    to = List.copyOf(to);
  }
}
