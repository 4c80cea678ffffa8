package io.shopbooks.report;

import io.shopbooks.connections.Connection;
import io.shopbooks.ledger.Standing;
import io.shopbooks.report.Incidents.Alarm;
import io.shopbooks.report.Incidents.Kind;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The mails that tell a report or an alarm. */
@Component("reportMails")
public class ReportMails {

  private final HtmlPart html;
  private final MailLinks links;
  private final Standing standing;
  private final boolean hasHost;

  /**
   * @param host of the mail server; empty if none is set
   */
  ReportMails(
      HtmlPart html,
      MailLinks links,
      Standing standing,
      @Value("${spring.mail.host:}") String host) {
    this.html = html;
    this.links = links;
    this.standing = standing;
    this.hasHost = !host.isBlank();
  }

  /** Whether a report is mailed now that a sync ended. */
  public Mailing afterSync(Proof proof, Connection connection) {
    var wanted =
        switch (connection.report().send()) {
          case EVERY_SYNC -> true;
          case WHEN_HELD -> proof.needsPerson();
          case DAILY, NEVER -> false;
        };
    return wanted ? possible(connection) : Mailing.NOT_WANTED;
  }

  /** Whether an alarm or a daily report can be mailed. */
  public Mailing possible(Connection connection) {
    return possible(Reader.of(connection));
  }

  /** Whether these can be told something. */
  public Mailing possible(Reader reader) {
    if (reader.to().isEmpty()) {
      return Mailing.NO_ADDRESS;
    }
    return hasHost ? Mailing.MAIL : Mailing.NO_HOST;
  }

  /** The report of a run in the language of those who get it. Makes links that can be used once. */
  public ReportMail write(Proof proof, Connection connection, long run) {
    return mail(proof, connection, OptionalLong.of(run));
  }

  /** The report of a span. */
  public ReportMail write(Proof proof, Connection connection) {
    return mail(proof, connection, OptionalLong.empty());
  }

  private ReportMail mail(Proof proof, Connection connection, OptionalLong run) {
    var words = Words.in(connection.report().language());
    var letter =
        LetterWriter.write(
                proof,
                connection,
                words,
                hold -> links.about(hold, words),
                links.stock(connection.name(), words))
            .with(
                run.isPresent()
                    ? links.page(connection.name(), run.getAsLong(), words)
                    : links.home(connection.name(), words));
    var day = LocalDate.ofInstant(proof.report().span().until(), connection.zone());
    return new ReportMail(
        connection.report().to(),
        letter.subject(),
        TextPart.of(letter),
        html.of(letter),
        letter.chart().map(Picture::png),
        Optional.of(DocumentFile.of(proof.report())),
        connection.name() + "-" + day + ".csv");
  }

  /** An alarm in the language of those who get it. */
  public ReportMail alarm(Alarm alarm, Reader reader) {
    var words = Words.in(reader.language());
    var waiting =
        standing.sums(reader.name()).stream()
            .filter(sum -> sum.state() == Standing.State.ON_THE_WAY)
            .toList();
    var link =
        alarm.kind() == Kind.SIGNED_OUT
            ? links.signIn(reader.name(), words)
            : links.home(reader.name(), words);
    var letter = new AlarmLetter(alarm, reader, waiting).written(link);
    return new ReportMail(
        reader.to(),
        letter.subject(),
        TextPart.of(letter),
        html.of(letter),
        Optional.empty(),
        Optional.empty(),
        "");
  }
}
