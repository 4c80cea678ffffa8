package io.shopbooks.pretend.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.pretend.PretendServer;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Properties;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PretendMailboxTest {

  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

  private final PretendServer server = PretendServer.start(0);
  private PretendMailbox mailbox = PretendMailbox.start(NOON, 0).mountOn(server, "/mail");

  @AfterEach
  void close() {
    mailbox.close();
    server.close();
  }

  private void send(String subject, String... recipients) {
    send(List.of(subject), recipients);
  }

  private void send(List<String> subjects, String... recipients) {
    var properties = new Properties();
    properties.put("mail.smtp.host", "127.0.0.1");
    properties.put("mail.smtp.port", Integer.toString(mailbox.port()));
    var session = Session.getInstance(properties);
    try (var transport = session.getTransport("smtp")) {
      transport.connect();
      for (var subject : subjects) {
        var message = message(session, subject, recipients);
        transport.sendMessage(message, message.getAllRecipients());
      }
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }

  private static MimeMessage message(Session session, String subject, String... recipients)
      throws MessagingException {
    var message = new MimeMessage(session);
    message.setFrom(new InternetAddress("shopbooks@acme.example"));
    for (var recipient : recipients) {
      message.addRecipient(Message.RecipientType.TO, new InternetAddress(recipient));
    }
    message.setSubject(subject, "UTF-8");
    message.setContent(contents());
    message.saveChanges();
    return message;
  }

  private static MimeMultipart contents() throws MessagingException {
    var text = new MimeBodyPart();
    text.setText("Montréal: 42.10 <EUR>", "UTF-8");
    var html = new MimeBodyPart();
    html.setContent("<p>Montréal: <b>42.10</b></p>", "text/html; charset=UTF-8");
    var both = new MimeMultipart("alternative", text, html);
    var body = new MimeBodyPart();
    body.setContent(both);
    var file = new MimeBodyPart();
    var bytes = "a;b\r\n1;2\r\n".getBytes(StandardCharsets.UTF_8);
    file.setDataHandler(new DataHandler(new ByteArrayDataSource(bytes, "text/csv")));
    file.setFileName("états.csv");
    return new MimeMultipart("mixed", body, file);
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    var uri = URI.create(server.address("/mail") + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void a_mail_is_there_with_all_its_parts_when_the_call_returns() {
    send("Rapport – novembre", "books@acme.example", "owner@acme.example");

    var mail = mailbox.mails().get(0);

    assertThat(mailbox.mails()).hasSize(1);
    assertThat(mail.number()).isEqualTo(1);
    assertThat(mail.received()).isEqualTo(NOON.instant());
    assertThat(mail.sender()).isEqualTo("shopbooks@acme.example");
    assertThat(mail.recipients())
        .containsExactlyInAnyOrder("books@acme.example", "owner@acme.example");
    assertThat(mail.subject()).isEqualTo("Rapport – novembre");
    assertThat(mail.text()).isEqualTo("Montréal: 42.10 <EUR>");
    assertThat(mail.html()).isEqualTo("<p>Montréal: <b>42.10</b></p>");
    assertThat(mail.attachments()).hasSize(1);
    assertThat(mail.attachments().get(0).name()).isEqualTo("états.csv");
    assertThat(mail.attachments().get(0).bytes())
        .asString(StandardCharsets.UTF_8)
        .isEqualTo("a;b\r\n1;2\r\n");
  }

  @Test
  void only_the_newest_200_are_kept_newest_first() {
    var subjects = IntStream.rangeClosed(1, 203).mapToObj(i -> "Mail " + i).toList();

    send(subjects, "books@acme.example");

    assertThat(mailbox.mails()).hasSize(200);
    assertThat(mailbox.mails().get(0).subject()).isEqualTo("Mail 203");
    assertThat(mailbox.mails().get(199).subject()).isEqualTo("Mail 4");
    assertThat(mailbox.mail(3)).isEmpty();
  }

  @Test
  void the_pages_show_the_list_and_one_mail_with_its_html_in_a_sandbox() throws Exception {
    send("Total < 100 & more", "books@acme.example");

    var list = get("/");
    var one = get("/1");
    var html = get("/1/html");
    var file = get("/1/attachment/0");

    assertThat(list.statusCode()).isEqualTo(200);
    assertThat(list.body()).contains("Total &lt; 100 &amp; more", "href=\"/mail/1\"");
    assertThat(one.body())
        .contains("<iframe sandbox=\"\"", "src=\"/mail/1/html\"", "42.10 &lt;EUR&gt;")
        .contains("états.csv");
    assertThat(html.body()).isEqualTo("<p>Montréal: <b>42.10</b></p>");
    assertThat(html.headers().firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("sandbox;");
    assertThat(file.body()).isEqualTo("a;b\r\n1;2\r\n");
    assertThat(get("/2").statusCode()).isEqualTo(404);
    assertThat(get("/1/attachment/1").statusCode()).isEqualTo(404);
  }

  @Test
  void another_process_reads_the_mails_as_json() throws Exception {
    send("Report", "books@acme.example");

    assertThat(get("/pretend/audit").body())
        .contains("\"subject\":\"Report\"", "\"recipients\":[\"books@acme.example\"]");
  }

  @Test
  void mails_survive_a_restart_and_a_half_written_line_does_not(@TempDir Path folder)
      throws Exception {
    mailbox.close();
    mailbox = PretendMailbox.start(NOON, 0, folder);
    send("First", "books@acme.example");
    mailbox.close();
    Files.writeString(
        folder.resolve("mailbox.jsonl"), "{\"number\":2,\"mi", StandardOpenOption.APPEND);

    mailbox = PretendMailbox.start(NOON, 0, folder);
    assertThat(mailbox.mails()).extracting(Mail::subject).containsExactly("First");
    send("Second", "books@acme.example");

    assertThat(mailbox.mails()).extracting(Mail::number).containsExactly(2, 1);
    mailbox.empties();
    assertThat(mailbox.mails()).isEmpty();
  }
}
