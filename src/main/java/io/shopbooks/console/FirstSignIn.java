package io.shopbooks.console;

import java.io.PrintStream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Says on the terminal where the console is, and as long as nobody has an account, how to get in.
 */
@Component
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "shopbooks.first-sign-in", matchIfMissing = true)
@Profile("!demo")
class FirstSignIn {

  private final People people;
  private final SignInLinks links;
  private final ConsoleAddress address;
  private final PrintStream terminal;

  @Autowired
  FirstSignIn(People people, SignInLinks links, ConsoleAddress address) {
    this(people, links, address, System.out);
  }

  FirstSignIn(People people, SignInLinks links, ConsoleAddress address, PrintStream terminal) {
    this.people = people;
    this.links = links;
    this.address = address;
    this.terminal = terminal;
  }

  @EventListener(ApplicationReadyEvent.class)
  void print() {
    terminal.println("\nShopbooks serves " + address.base());
    if (people.all().isEmpty()) {
      terminal.println(
          """
          To make your account, open this link; it is good once, and for a day:
            %s
          """
              .formatted(links.forFirst()));
    }
  }
}
