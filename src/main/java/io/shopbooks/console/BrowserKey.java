package io.shopbooks.console;

import io.shopbooks.quickbooks.Connecting;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** What a browser is known by between our page and Intuit's: it stays in its session here. */
@Component
@ConditionalOnWebApplication
class BrowserKey {

  private static final String NAME = "quickbooks-browser";

  private final Connecting connecting;

  BrowserKey(Connecting connecting) {
    this.connecting = connecting;
  }

  /** The key of this browser, made if it has none. */
  String of(HttpServletRequest request) {
    var session = request.getSession();
    synchronized (session) {
      if (session.getAttribute(NAME) == null) {
        session.setAttribute(NAME, connecting.browser());
      }
      return (String) session.getAttribute(NAME);
    }
  }

  /** The key of this browser; empty if it has none. */
  String known(HttpServletRequest request) {
    var session = request.getSession(false);
    var key = session == null ? null : session.getAttribute(NAME);
    return key == null ? "" : (String) key;
  }
}
