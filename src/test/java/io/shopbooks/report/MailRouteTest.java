package io.shopbooks.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.shopbooks.connections.Connection.Send;
import io.shopbooks.ledger.Run;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The report on its way through Camel to a real mail server. */
@SpringBootTest(
    classes = Room.class,
    webEnvironment = SpringBootTest.WebEnvironment.NONE,
    properties = {RoomTest.ROUTES, RoomTest.HEALTH})
@ExtendWith(OutputCaptureExtension.class)
class MailRouteTest {

  private static final String NAME = "books";
  private static final String PASSWORD = "p&ss w%20rd+)é{{x}}";
  private static final int PORT = freePort();

  @Autowired private Acme acme;
  @Autowired private Reports reports;
  @Autowired private ReportMails mails;
  @Autowired private ProducerTemplate camel;

  private GreenMail server;

  @DynamicPropertySource
  static void mailServer(DynamicPropertyRegistry properties) {
    properties.add("spring.mail.host", () -> "127.0.0.1");
    properties.add("spring.mail.port", () -> PORT);
    properties.add("spring.mail.username", () -> NAME);
    properties.add("spring.mail.password", () -> PASSWORD);
    properties.add("shopbooks.mail-from", () -> "Shopbooks <shopbooks@acme.example>");
  }

  @BeforeEach
  void open() {
    server = new GreenMail(new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.setUser("shopbooks@acme.example", NAME, PASSWORD);
    server.start();
    acme.opens(AConnection.usual());
  }

  @AfterEach
  void close() {
    server.stop();
  }

  @Test
  void a_report_is_mailed_as_text_and_html_to_everybody(CapturedOutput log) throws Exception {
    acme.chooses(
        AConnection.usual().in(Locale.FRENCH).mailedTo("marie@acme.example", "jean@acme.example"));
    var run = acme.syncs(AnOrder.of(1041, "1234.50"), AnOrder.of(1042, "5.00").paidBy("gift"));

    ends(run);

    var mail = mails.write(reports.proof(acme.connection(), run), acme.connection());
    assertThat(server.getReceivedMessages()).hasSize(2);
    var received = server.getReceivedMessages()[0];
    assertThat(received.getSubject())
        .isEqualTo(mail.subject())
        .startsWith("Acme\u00a0: 1 bloquée, 5,00");
    assertThat(received.getFrom())
        .containsExactly(new InternetAddress("shopbooks@acme.example", "Shopbooks"));
    assertThat(received.getAllRecipients())
        .extracting(Object::toString)
        .containsExactly("marie@acme.example", "jean@acme.example");
    assertThat(received.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(received.getContentType()).startsWith("multipart/mixed");
    var shown = multipart(part(received, 0));
    var alternatives = multipart(shown.getBodyPart(0));
    assertThat(alternatives.getContentType()).startsWith("multipart/alternative");
    assertThat(alternatives.getCount()).isEqualTo(2);
    assertThat(alternatives.getBodyPart(0).getContentType())
        .containsIgnoringCase("text/plain; charset=utf-8");
    assertThat(text(alternatives.getBodyPart(0))).isEqualTo(mail.text());
    assertThat(alternatives.getBodyPart(1).getContentType())
        .containsIgnoringCase("text/html;charset=utf-8");
    assertThat(text(alternatives.getBodyPart(1))).isEqualTo(mail.html());
    var file = part(received, 1);
    assertThat(file.getFileName()).isEqualTo("acme-2026-11-22.csv");
    assertThat(new String(file.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo("\ufeff" + mail.documents().orElseThrow())
        .contains("acme,1041,sales-receipt,Wio1041,2026-11-21,1234.50,USD,posted,")
        .contains("acme,1042,order,,,5.00,USD,held,,no-payment-rule");
    assertThat(log).contains("report mailed connection=acme run=" + run.id());
    assertThat(log).doesNotContain(PASSWORD);
  }

  @Test
  void nothing_of_the_exchange_reaches_the_head_of_the_mail() throws Exception {
    var run = acme.syncs();

    camel.send(
        "direct:end-of-sync",
        exchange -> {
          exchange.setVariable("connection", acme.connection());
          exchange.setVariable("run", run);
          exchange.getMessage().setHeader("Bcc", "spy@elsewhere.example");
          exchange.getMessage().setHeader("token", "secret");
        });

    assertThat(server.getReceivedMessages()).hasSize(1);
    assertThat(server.getReceivedMessages()[0].getHeader("token")).isNull();
  }

  @Test
  void when_held_is_mailed_only_when_somebody_has_to_do_something() {
    acme.chooses(AConnection.usual().sending(Send.WHEN_HELD));

    ends(acme.syncs(AnOrder.of(1041, "10.00")));
    assertThat(server.getReceivedMessages()).isEmpty();

    ends(acme.syncs(AnOrder.of(1042, "5.00").paidBy("gift")));
    assertThat(server.getReceivedMessages()).hasSize(1);
  }

  @Test
  void daily_and_never_are_not_mailed_after_a_sync() {
    var run = acme.syncs(AnOrder.of(1042, "5.00").paidBy("gift"));

    acme.chooses(AConnection.usual().sending(Send.DAILY));
    ends(run);
    acme.chooses(AConnection.usual().sending(Send.NEVER));
    ends(run);

    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void without_addresses_nothing_is_mailed() {
    acme.chooses(AConnection.usual().mailedTo());

    ends(acme.syncs(AnOrder.of(1041, "10.00")));

    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void a_mail_server_that_is_away_is_logged_and_does_not_fail_the_sync(CapturedOutput log) {
    var run = acme.syncs(AnOrder.of(1041, "10.00"));
    server.stop();

    ends(run);

    assertThat(log).contains("report not mailed connection=acme run=" + run.id() + " because ");
    assertThat(log).doesNotContain(PASSWORD);
  }

  @Test
  void a_report_that_cannot_be_composed_does_not_fail_the_sync(CapturedOutput log) {
    ends(new Run(-1, "acme", HandClock.START, HandClock.START));

    assertThat(server.getReceivedMessages()).isEmpty();
    assertThat(log).contains("report not mailed connection=acme run=-1 because ");
  }

  /** Whatever becomes of the mail, the sync goes on. */
  private void ends(Run run) {
    var exchange =
        camel.send(
            "direct:end-of-sync",
            message -> {
              message.setVariable("connection", acme.connection());
              message.setVariable("run", run);
              message.getMessage().setBody("before");
            });
    assertThat(exchange.getException()).isNull();
    assertThat(exchange.getMessage().getBody()).isEqualTo("went on");
  }

  private static MimeMultipart multipart(BodyPart part) throws Exception {
    return (MimeMultipart) part.getContent();
  }

  private static BodyPart part(MimeMessage message, int number) throws Exception {
    return ((MimeMultipart) message.getContent()).getBodyPart(number);
  }

  private static String text(BodyPart part) throws Exception {
    return part.getContent().toString().replace("\r\n", "\n");
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
