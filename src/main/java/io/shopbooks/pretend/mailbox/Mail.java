package io.shopbooks.pretend.mailbox;

import java.time.Instant;
import java.util.List;

/**
 * A mail that came.
 *
 * @param number counted from 1 since the mailbox was first opened
 * @param received when, by the mailbox's clock
 * @param sender the address of the From header
 * @param recipients whom it was delivered to, in no order
 * @param text the plain part; "" if there is none
 * @param html the HTML part; "" if there is none
 */
public record Mail(
    int number,
    Instant received,
    String sender,
    List<String> recipients,
    String subject,
    String text,
    String html,
    List<Attachment> attachments) {

  /** A file that came with a mail. */
  public record Attachment(String name, String contentType, byte[] bytes) {}
}
