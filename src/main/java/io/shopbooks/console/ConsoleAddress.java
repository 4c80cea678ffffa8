package io.shopbooks.console;

import java.net.URI;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Where people reach the console: {@code SHOPBOOKS_PUBLIC_URL}, else this machine. */
@Component
public class ConsoleAddress {

  /** The setting with the port of another process that serves the pages instead of this one. */
  public static final String ELSEWHERE = "shopbooks.pages-port";

  private static final String CALLBACK = "/oauth/quickbooks/callback";

  private final Environment environment;

  ConsoleAddress(Environment environment) {
    this.environment = environment;
  }

  /** Without a slash at the end. */
  public String base() {
    var configured = environment.getProperty("shopbooks.public-url", "");
    return configured.isBlank() ? "http://localhost:" + port() : configured.replaceAll("/+$", "");
  }

  /** Where Intuit's page returns to; to be registered with the app, exactly like this. */
  public URI callback() {
    return URI.create(base() + CALLBACK);
  }

  /** What a terminal prints for a browser to sign in to QuickBooks. */
  public String invitation(String ticket) {
    return base() + "/connect/" + ticket;
  }

  private String port() {
    var own =
        environment.getProperty(
            "local.server.port", environment.getProperty("server.port", "8080"));
    return environment.getProperty(ELSEWHERE, own);
  }
}
