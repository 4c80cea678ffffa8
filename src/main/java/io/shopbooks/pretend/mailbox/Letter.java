package io.shopbooks.pretend.mailbox;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * A mail as it came over the wire.
 *
 * @param mime the exact bytes
 */
record Letter(int number, Instant received, List<String> recipients, byte[] mime) {

  /**
   * Opens it.
   *
   * @throws IllegalStateException if it is no mail
   */
  Mail open() {
    try {
      var session = Session.getInstance(new Properties());
      var message = new MimeMessage(session, new ByteArrayInputStream(mime));
      var contents = new Contents();
      contents.take(message);
      return new Mail(
          number,
          received,
          sender(message),
          recipients,
          message.getSubject() == null ? "" : message.getSubject(),
          contents.text,
          contents.html,
          List.copyOf(contents.attachments));
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException("Mail " + number + " cannot be read", e);
    }
  }

  private static String sender(Message message) throws MessagingException {
    var from = message.getFrom();
    return from == null || from.length == 0 ? "" : ((InternetAddress) from[0]).getAddress();
  }

  /** The parts of a mail, sorted out. */
  private static final class Contents {

    private String text = "";
    private String html = "";
    private final List<Mail.Attachment> attachments = new ArrayList<>();

    void take(Part part) throws MessagingException, IOException {
      if (part.isMimeType("multipart/*")) {
        var parts = (Multipart) part.getContent();
        for (var i = 0; i < parts.getCount(); i++) {
          take(parts.getBodyPart(i));
        }
      } else if (part.getFileName() != null
          || Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
        attachments.add(attachment(part));
      } else if (part.isMimeType("text/html")) {
        html = part.getContent().toString();
      } else if (part.isMimeType("text/*")) {
        text = part.getContent().toString();
      } else {
        attachments.add(attachment(part));
      }
    }

    private static Mail.Attachment attachment(Part part) throws MessagingException, IOException {
      var name = part.getFileName() == null ? "file" : MimeUtility.decodeText(part.getFileName());
      try (var in = part.getInputStream()) {
        return new Mail.Attachment(name, part.getContentType(), in.readAllBytes());
      }
    }
  }
}
