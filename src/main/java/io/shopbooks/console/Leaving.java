package io.shopbooks.console;

import io.shopbooks.connections.Connection;
import io.shopbooks.quickbooks.Connecting;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * Sends a browser to Intuit's page. Not by a redirect: our pages let forms lead to ourselves only,
 * and browsers hold every further redirect of another site against that too.
 */
@Component
@ConditionalOnWebApplication
class Leaving {

  private final Connecting connecting;
  private final BrowserKey browser;
  private final ConsoleAddress address;

  Leaving(Connecting connecting, BrowserKey browser, ConsoleAddress address) {
    this.connecting = connecting;
    this.browser = browser;
    this.address = address;
  }

  URI begin(Connection connection, String person, HttpServletRequest request) {
    return connecting.begin(connection, person, browser.of(request), address.callback());
  }

  Optional<URI> accept(String ticket, HttpServletRequest request) {
    return connecting.accept(ticket, browser.of(request), address.callback());
  }

  String to(URI intuit, HttpServletResponse response, Model model) {
    response.setHeader("Refresh", "0; url=" + intuit);
    model.addAttribute("intuit", intuit.toString());
    return "console/quickbooks-leaving";
  }
}
