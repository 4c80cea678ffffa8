package io.shopbooks.report;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/**
 * Mails as they travel: text and HTML as alternatives, the picture beside the HTML, the file
 * attached. Camel's own mail body knows no part that is both alternative and has a picture.
 */
@Component("mailMessages")
public class MailMessages {

  /** What the HTML part calls the picture. */
  static final String CHART = "chart";

  private static final byte[] BOM = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private final Session session;
  private final String from;

  MailMessages(Session session, @Value("${shopbooks.mail-from:shopbooks@localhost}") String from) {
    this.session = session;
    this.from = from;
  }

  /** The mail to everybody who is to get it. */
  public MimeMessage of(ReportMail mail) throws MessagingException {
    var message = new MimeMessage(session);
    var helper =
        new MimeMessageHelper(
            message, MimeMessageHelper.MULTIPART_MODE_MIXED_RELATED, StandardCharsets.UTF_8.name());
    helper.setFrom(from);
    helper.setTo(mail.to().toArray(String[]::new));
    helper.setSubject(mail.subject());
    message.setHeader("Auto-Submitted", "auto-generated");
    helper.setText(mail.text(), mail.html());
    if (mail.chart().isPresent()) {
      helper.addInline(CHART, new ByteArrayResource(mail.chart().get()), "image/png");
    }
    if (mail.documents().isPresent()) {
      helper.addAttachment(mail.fileName(), file(mail.documents().get()), "text/csv;charset=UTF-8");
    }
    return message;
  }

  /** With a mark of UTF-8 in front, without which spreadsheets take it for another encoding. */
  private static ByteArrayResource file(String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    var marked = new byte[BOM.length + bytes.length];
    System.arraycopy(BOM, 0, marked, 0, BOM.length);
    System.arraycopy(bytes, 0, marked, BOM.length, bytes.length);
    return new ByteArrayResource(marked);
  }
}
