package io.shopbooks.report;

import jakarta.mail.Authenticator;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import java.util.Properties;
import org.springframework.boot.autoconfigure.mail.MailProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * The mail server by {@code spring.mail.*}, as the session with which Camel sends: so every setting
 * of Jakarta Mail can be given, and the password stands in no route and no address.
 */
@Configuration(proxyBeanMethods = false)
class MailServer {

  /** Jakarta Mail waits for ever where nothing is said. */
  private static final String PATIENCE = "30000";

  @Bean
  Session mailSession(Environment environment) {
    var mail = Binder.get(environment).bindOrCreate("spring.mail", MailProperties.class);
    var properties = new Properties();
    properties.put("mail.transport.protocol", "smtp");
    properties.put("mail.smtp.connectiontimeout", PATIENCE);
    properties.put("mail.smtp.timeout", PATIENCE);
    properties.put("mail.smtp.writetimeout", PATIENCE);
    properties.putAll(mail.getProperties());
    if (mail.getHost() != null) {
      properties.put("mail.smtp.host", mail.getHost());
    }
    if (mail.getPort() != null) {
      properties.put("mail.smtp.port", mail.getPort().toString());
    }
    if (mail.getSsl().isEnabled() || mail.getProtocol().equals("smtps")) {
      properties.put("mail.smtp.ssl.enable", "true");
    }
    return Session.getInstance(properties, signIn(properties, mail));
  }

  /** None where no name is given, or an empty one. */
  private static Authenticator signIn(Properties properties, MailProperties mail) {
    if (mail.getUsername() == null || mail.getUsername().isBlank()) {
      return null;
    }
    properties.putIfAbsent("mail.smtp.auth", "true");
    return new Authenticator() {
      @Override
      protected PasswordAuthentication getPasswordAuthentication() {
        return new PasswordAuthentication(mail.getUsername(), mail.getPassword());
      }
    };
  }
}
