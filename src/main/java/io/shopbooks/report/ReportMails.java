package io.shopbooks.report;

import io.shopbooks.connections.Connection;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The mails that tell a report. */
@Component("reportMails")
public class ReportMails {

  private final HtmlPart html;
  private final boolean hasHost;

  /**
   * @param host of the mail server; empty if none is set
   */
  ReportMails(HtmlPart html, @Value("${spring.mail.host:}") String host) {
    this.html = html;
    this.hasHost = !host.isBlank();
  }

  /** Whether a report is mailed now that a sync ended. */
  public Mailing afterSync(RunReport report, Connection connection) {
    var wanted =
        switch (connection.report().send()) {
          case EVERY_SYNC -> true;
          case WHEN_HELD -> report.needsPerson();
          case DAILY, NEVER -> false;
        };
    if (!wanted) {
      return Mailing.NOT_WANTED;
    }
    if (connection.report().to().isEmpty()) {
      return Mailing.NO_ADDRESS;
    }
    return hasHost ? Mailing.MAIL : Mailing.NO_HOST;
  }

  /** The report in the language of those who get it. */
  public ReportMail write(RunReport report, Connection connection) {
    var letter = LetterWriter.write(report, connection);
    return new ReportMail(letter.subject(), TextPart.of(letter), html.of(letter));
  }

  /** Who gets it, as a mail's head names them. */
  public String recipients(Connection connection) {
    return String.join(", ", connection.report().to());
  }
}
