package io.shopbooks.pretend.mailbox;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.MessageDeliveryHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Everybody's mailbox at once. GreenMail delivers a mail to each recipient; it is taken once, with
 * all of them.
 */
final class Postbox implements MessageDeliveryHandler, GreenMailUser {

  private static final String EVERYBODY = "everybody@pretend.test";

  private final BiConsumer<List<String>, byte[]> taker;
  private MovingMessage lastTaken;

  Postbox(BiConsumer<List<String>, byte[]> taker) {
    this.taker = taker;
  }

  @Override
  public GreenMailUser handle(MovingMessage message, MailAddress recipient)
      throws MessagingException {
    return this;
  }

  @Override
  public synchronized void deliver(MovingMessage message) {
    if (message == lastTaken) {
      return;
    }
    lastTaken = message;
    var recipients = message.getToAddresses().stream().map(MailAddress::getEmail).toList();
    var mime = new ByteArrayOutputStream();
    try {
      message.getMessage().writeTo(mime);
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException("The mail to " + recipients + " cannot be read", e);
    }
    taker.accept(recipients, mime.toByteArray());
  }

  @Override
  public void deliver(MimeMessage message) {
    throw new UnsupportedOperationException("Mails come over SMTP");
  }

  @Override
  public String getEmail() {
    return EVERYBODY;
  }

  @Override
  public String getLogin() {
    return EVERYBODY;
  }

  @Override
  public String getPassword() {
    return "";
  }

  @Override
  public void setPassword(String password) {}

  @Override
  public void authenticate(String password) {}

  @Override
  public String getQualifiedMailboxName() {
    return EVERYBODY;
  }

  @Override
  public void create() {}

  @Override
  public void delete() {}
}
