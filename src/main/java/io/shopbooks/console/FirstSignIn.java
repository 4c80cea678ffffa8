package io.shopbooks.console;

import java.io.PrintStream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Prints a sign-in link on the terminal at each start. Sessions end with the process, so that
 * nobody is signed in then.
 */
@Component
@ConditionalOnWebApplication
@Profile("!demo")
class FirstSignIn {

  private final SignInLinks links;
  private final Environment environment;
  private final PrintStream terminal = System.out;

  FirstSignIn(SignInLinks links, Environment environment) {
    this.links = links;
    this.environment = environment;
  }

  @EventListener(ApplicationReadyEvent.class)
  void print() {
    terminal.println(
        """

        Shopbooks serves %s
        To sign in, open this link; it is good once, and for a day:
          %s/sign-in?token=%s
        """
            .formatted(address(), address(), links.make()));
  }

  /** Where people reach the console. */
  private String address() {
    var port = environment.getProperty("local.server.port", "8080");
    var configured = environment.getProperty("shopbooks.public-url", "");
    return configured.isBlank() ? "http://localhost:" + port : configured.replaceAll("/+$", "");
  }
}
