package io.shopbooks.report;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

/** What of {@code spring.mail.*} reaches Jakarta Mail. */
class MailServerTest {

  private final MockEnvironment environment = new MockEnvironment();

  @Test
  void host_port_and_properties_are_taken_over() {
    environment.setProperty("spring.mail.host", "smtp.acme.example");
    environment.setProperty("spring.mail.port", "587");
    environment.setProperty("spring.mail.properties.mail.smtp.starttls.enable", "true");
    environment.setProperty("spring.mail.properties.mail.smtp.timeout", "1234");

    assertThat(session().getProperty("mail.smtp.host")).isEqualTo("smtp.acme.example");
    assertThat(session().getProperty("mail.smtp.port")).isEqualTo("587");
    assertThat(session().getProperty("mail.smtp.starttls.enable")).isEqualTo("true");
    assertThat(session().getProperty("mail.smtp.timeout")).isEqualTo("1234");
    assertThat(session().getProperty("mail.smtp.connectiontimeout")).isEqualTo("30000");
    assertThat(session().getProperty("mail.smtp.ssl.enable")).isNull();
  }

  @Test
  void who_names_a_user_signs_in_and_who_leaves_it_empty_does_not() throws Exception {
    environment.setProperty("spring.mail.username", "");
    assertThat(session().getProperty("mail.smtp.auth")).isNull();
    assertThat(asked(session())).isNull();

    environment.setProperty("spring.mail.username", "books");
    environment.setProperty("spring.mail.password", "secret");
    assertThat(session().getProperty("mail.smtp.auth")).isEqualTo("true");
    assertThat(asked(session()).getUserName()).isEqualTo("books");
    assertThat(asked(session()).getPassword()).isEqualTo("secret");
  }

  @Test
  void smtps_is_encrypted_from_the_first_byte() {
    environment.setProperty("spring.mail.protocol", "smtps");

    assertThat(session().getProperty("mail.smtp.ssl.enable")).isEqualTo("true");
  }

  private Session session() {
    return new MailServer().mailSession(environment);
  }

  private static PasswordAuthentication asked(Session session) throws UnknownHostException {
    return session.requestPasswordAuthentication(
        InetAddress.getLoopbackAddress(), 25, "smtp", "", "");
  }
}
