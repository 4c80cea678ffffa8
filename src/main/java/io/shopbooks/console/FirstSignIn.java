package io.shopbooks.console;

import java.io.PrintStream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Prints a sign-in link on the terminal at each start. Sessions end with the process, so that
 * nobody is signed in then.
 */
@Component
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "shopbooks.first-sign-in", matchIfMissing = true)
@Profile("!demo")
class FirstSignIn {

  private final SignInLinks links;
  private final ConsoleAddress address;
  private final PrintStream terminal = System.out;

  FirstSignIn(SignInLinks links, ConsoleAddress address) {
    this.links = links;
    this.address = address;
  }

  @EventListener(ApplicationReadyEvent.class)
  void print() {
    terminal.println(
        """

        Shopbooks serves %s
        To sign in, open this link; it is good once, and for a day:
          %s/sign-in?token=%s
        """
            .formatted(address.base(), address.base(), links.make()));
  }
}
