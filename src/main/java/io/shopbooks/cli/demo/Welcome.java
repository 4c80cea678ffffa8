package io.shopbooks.cli.demo;

import java.util.List;
import org.springframework.core.env.Environment;

/** What the demo says when it runs: where everything is, and what to try. */
final class Welcome {

  private Welcome() {}

  static List<String> of(Environment environment) {
    var console = environment.getProperty("local.server.port", "8080");
    var pretend = environment.getProperty("shopbooks.demo.port", "8081");
    return """

        The Shopbooks demo runs. All of it is pretend and stays on this machine.

          Console   http://localhost:%1$s/
                    what went to the books, and what needs a person
          Shop      http://localhost:%2$s/shop
                    something happens in it every ten seconds
          Site      http://localhost:%2$s/wix
                    a Wix site with all its apps, which sell, too
          Books     http://localhost:%2$s/quickbooks/books/%3$s
                    the QuickBooks company, with its documents and its trial balance
          Mailbox   http://localhost:%2$s/mail
                    the report of every sync

        Try:
          curl -X POST http://localhost:%2$s/shop/pretend/sell        sells something now
          edit mappings/connections/demo.yaml, and save               other accounts, other rules
          edit a file in routes/, and save                            another flow, while it runs
          java -jar target/shopbooks.jar held list demo               what is held, and what to do
                    (after `mvn package`; every command works beside the demo)

        Ctrl-C ends it; the next start goes on where it was. To begin anew, delete %4$s.
        """
        .formatted(console, pretend, DemoWorld.REALM, environment.getProperty("shopbooks.data"))
        .lines()
        .toList();
  }
}
